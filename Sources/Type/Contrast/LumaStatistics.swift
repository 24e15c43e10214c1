import Foundation
public import Pixels

/// How light and how busy a part of a picture is: what decides how text over it is protected.
public struct LumaStatistics: Hashable, Sendable {
  /// Relative luminance (WCAG 2, 0 to 1) that a twentieth of the part lies below.
  public var darkest: Double
  /// Mean relative luminance.
  public var mean: Double
  /// Relative luminance that a twentieth of the part lies above.
  public var lightest: Double
  /// Mean difference of luma, 0 to 1, between places a twelfth of the part's height apart:
  /// about 0 for a clear sky, 0.05 for a face, 0.1 and more for leaves, crowds and signs.
  public var detail: Double

  /// Statistics of these figures.
  public init(darkest: Double, mean: Double, lightest: Double, detail: Double) {
    self.darkest = darkest
    self.mean = mean
    self.lightest = lightest
    self.detail = detail
  }

  /// What one colour everywhere gives.
  public init(color: TextColor) {
    let luminance = Contrast.luminance(of: color)
    self.init(darkest: luminance, mean: luminance, lightest: luminance, detail: 0)
  }

  /// Looks at the part of `picture` inside `rect`, or all of it where they don't meet.
  /// Reads some ten thousand pixels at most.
  public init(of picture: Picture, in rect: PixelRect) {
    let whole = PixelRect(picture.size)
    let met = rect.intersection(whole)
    let part = met.isEmpty ? whole : met
    let step = max(Int((Double(part.width * part.height) / 10_000).squareRoot()), 1)
    let reach = max(part.height / 12, 1)
    var values: [Double] = []
    var (difference, pairs) = (0, 0)
    for y in stride(from: part.y, to: part.maxY, by: step) {
      let luma = picture.luma.row(y)
      let below = picture.luma.row(min(y + reach, part.maxY - 1))
      for x in stride(from: part.x, to: part.maxX, by: step) {
        values.append(picture.luminance(x: x, y: y))
        let beside = luma[min(x + reach, part.maxX - 1)]
        difference += abs(Int(luma[x]) - Int(beside)) + abs(Int(luma[x]) - Int(below[x]))
        pairs += 2
      }
    }
    values.sort()
    let last = Double(values.count - 1)
    self.init(
      darkest: values[Int(last * 0.05)],
      mean: values.reduce(0, +) / Double(values.count),
      lightest: values[Int((last * 0.95).rounded(.up))],
      detail: Double(difference) / Double(pairs) / 219)
  }

  /// The hardest that any of several moments asks for; nil of none. A title that is protected for
  /// these needs no other protection during its life.
  public init?(worstOf moments: [LumaStatistics]) {
    guard let first = moments.first else { return nil }
    self = moments.dropFirst().reduce(first) { worst, next in
      LumaStatistics(
        darkest: min(worst.darkest, next.darkest), mean: (worst.mean + next.mean) / 2,
        lightest: max(worst.lightest, next.lightest), detail: max(worst.detail, next.detail))
    }
    mean = moments.map(\.mean).reduce(0, +) / Double(moments.count)
  }
}

extension Picture {
  /// Relative luminance of one pixel (WCAG 2), 0 to 1.
  func luminance(x: Int, y: Int) -> Double {
    let (column, row) = isFullChroma ? (x, y) : (x / 2, y / 2)
    let (luma, blue, red) = (luma.row(y)[x], cb.row(row)[column], cr.row(row)[column])
    return Luminance.of(luma: Double(luma), cb: Double(blue), cr: Double(red))
  }
}

/// Relative luminance of samples of Y′CbCr (ITU-R BT.709, limited range).
enum Luminance {
  static func of(luma: Double, cb: Double, cr: Double) -> Double {
    let (y, u, v) = ((luma - 16) / 219, (cb - 128) / 224, (cr - 128) / 224)
    let (r, b) = (y + 1.5748 * v, y + 1.8556 * u)
    let g = (y - 0.2126 * r - 0.0722 * b) / 0.7152
    return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
  }

  /// Light of an sRGB channel, 0 to 1 (IEC 61966-2-1), to a 1024th of it.
  static func linear(_ value: Double) -> Double {
    table[Int((min(max(value, 0), 1) * 1023).rounded())]
  }

  private static let table: [Double] = (0...1023).map { index in
    let value = Double(index) / 1023
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }
}
