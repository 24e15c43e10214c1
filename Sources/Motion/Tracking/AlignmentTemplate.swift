internal import Pixels

/// The places of a picture by which it can be found again: in each small block the one with the
/// steepest gradient, so that fine structure everywhere counts, not one strong edge.
struct AlignmentTemplate: Sendable {
  /// One place. Rows of the normal equations are divided by the gradient's length, so that
  /// residuals are displacements in pixels and strong edges weigh no more than soft ones.
  struct Mark {
    /// From the frame's centre, in luma pixels.
    let x: Float
    let y: Float
    /// Luma, less the template's mean.
    let value: Float
    /// Derivatives by magnification, turn (both at the frame's corner), x and y.
    let change: SIMD4<Float>
    /// One over the gradient's length, in pixels per code value.
    let norm: Float
  }

  let marks: [Mark]
  /// Mean of luma at the marks.
  let mean: Float
  let step: Int

  /// Gradients below this, in code values per sample, are noise.
  static let leastGradient: Float = 2.5
  /// Gradients well below this weigh less, since rounding to whole code values moves them.
  static let softness: Float = 10
  /// About as many marks are taken at most.
  static let mostMarks = 20_000
  /// With fewer marks than this nothing is known.
  static let leastMarks = 60

  init(_ level: LumaLevel, frame: PixelSize) {
    step = level.step
    let block = max(
      1,
      Int(
        (Double(level.plane.size.area) / Double(Self.mostMarks))
          .squareRoot().rounded()))
    var found: [(x: Int, y: Int)] = []
    found.reserveCapacity(Self.mostMarks)
    for top in stride(from: 2, to: level.height - 3, by: block) {
      for left in stride(from: 2, to: level.width - 3, by: block) {
        let place = Self.steepest(
          in: level, left..<min(left + block, level.width - 3),
          top..<min(top + block, level.height - 3))
        if let place { found.append(place) }
      }
    }
    var sum: Float = 0
    for place in found { sum += Float(level.plane.row(place.y)[place.x]) }
    let mean = found.isEmpty ? 0 : sum / Float(found.count)
    self.mean = mean
    marks = found.map { Self.mark(at: $0, of: level, frame: frame, mean: mean) }
  }

  private static func steepest(
    in level: LumaLevel, _ columns: Range<Int>, _ rows: Range<Int>
  ) -> (x: Int, y: Int)? {
    var best = Int(leastGradient * leastGradient * 4)
    var place: (x: Int, y: Int)?
    for y in rows {
      let (up, here, down) = (level.plane.row(y - 1), level.plane.row(y), level.plane.row(y + 1))
      for x in columns {
        let gx = Int(here[x + 1]) - Int(here[x - 1])
        let gy = Int(down[x]) - Int(up[x])
        let steepness = gx * gx + gy * gy
        if steepness > best { (best, place) = (steepness, (x, y)) }
      }
    }
    return place
  }

  private static func mark(
    at place: (x: Int, y: Int), of level: LumaLevel, frame: PixelSize, mean: Float
  ) -> Mark {
    let (column, row) = place
    let step = Float(level.step)
    let line = level.plane.row(row)
    let gx = (Float(line[column + 1]) - Float(line[column - 1])) / (2 * step)
    let gy =
      (Float(level.plane.row(row + 1)[column]) - Float(level.plane.row(row - 1)[column]))
      / (2 * step)
    let x = step * Float(column) + 0.5 - Float(frame.width) / 2
    let y = step * Float(row) + 0.5 - Float(frame.height) / 2
    let (width, height) = (Float(frame.width), Float(frame.height))
    let radius = (width * width + height * height).squareRoot() / 2
    let softness = Self.softness / step
    let norm = 1 / (gx * gx + gy * gy + softness * softness).squareRoot()
    let change =
      SIMD4(
        (gx * x + gy * y) / radius, (gy * x - gx * y) / radius, gx, gy) * norm
    return Mark(x: x, y: y, value: Float(line[column]) - mean, change: change, norm: norm)
  }
}
