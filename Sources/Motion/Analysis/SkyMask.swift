internal import Pixels

/// The sky: what is smooth and bright or blue and reaches the picture's upper edge.
struct SkyMask {
  /// 1 in the sky, 0 elsewhere.
  let field: Field
  /// Share of the picture.
  let area: Double
  /// How clearly it ends, 0…1: the mean step at its lower edge.
  let contrast: Double
  /// Where it ends, 0…1 from the top, in the middle of its columns.
  let bottom: Double

  /// Steepest change of luma or colour, a pixel, that still counts as sky.
  private static let smoothness: Float = 0.045

  /// The sky of `picture`, or nil where there seems to be none.
  init?(_ picture: PictureFields) {
    let size = picture.size
    let gradient = picture.gradient
    let grown = Self.grow(picture, gradient)
    let reach = (0..<size.width).filter { grown[$0] }.count
    let count = grown.count { $0 }
    area = Double(count) / Double(size.area)
    guard Double(reach) > 0.3 * Double(size.width), area > 0.04, area < 0.92 else { return nil }
    let mask = Field(size: size, values: grown.map { $0 ? 1 : 0 })
    let closed = mask.blurred(radius: 2).map { $0 > 0.5 ? Float(1) : 0 }
    var steps: [Float] = []
    var ends: [Int] = []
    for x in 0..<size.width {
      guard let end = (0..<size.height).last(where: { closed[x, $0] > 0 }) else { continue }
      ends.append(end)
      let near = (max(0, end - 2)...min(size.height - 1, end + 3)).map { gradient[x, $0] }
      if end < size.height - 4 { steps.append(near.max() ?? 0) }
    }
    guard !ends.isEmpty else { return nil }
    ends.sort()
    bottom = Double(ends[ends.count / 2] + 1) / Double(size.height)
    let sharp = steps.count { $0 > 0.05 }
    contrast = steps.isEmpty ? 0 : Double(sharp) / Double(steps.count)
    guard contrast > 0.25, Self.isOpen(closed), Self.isLight(closed, picture.luma) else {
      return nil
    }
    field = closed.guided(by: picture.luma, radius: 3, epsilon: 0.0008).map { max(0, min(1, $0)) }
  }

  /// Whether little but sky lies above where the sky ends.
  private static func isOpen(_ mask: Field) -> Bool {
    var (above, clear) = (0, 0)
    for x in 0..<mask.width {
      guard let end = (0..<mask.height).last(where: { mask[x, $0] > 0 }) else { continue }
      above += end + 1
      clear += (0...end).count { mask[x, $0] > 0 }
    }
    return Double(clear) > 0.8 * Double(above)
  }

  /// Whether the sky is hardly darker than what lies below.
  private static func isLight(_ mask: Field, _ luma: Field) -> Bool {
    let inside = mask.merging(luma, *).mean / max(mask.mean, 1e-4)
    let outside = mask.merging(luma) { (1 - $0) * $1 }.mean / max(1 - mask.mean, 1e-4)
    return inside > outside - 0.12
  }

  /// Grows downwards and sideways from the upper edge over places that look like sky.
  private static func grow(_ picture: PictureFields, _ gradient: Field) -> [Bool] {
    let size = picture.size
    var inside = [Bool](repeating: false, count: size.area)
    var front: [Int] = []
    func looks(_ i: Int, from other: Int?) -> Bool {
      guard gradient.values[i] < smoothness, picture.looksLikeSky(i) else { return false }
      guard let other else { return true }
      return abs(picture.luma.values[i] - picture.luma.values[other]) < smoothness
        && abs(picture.blue.values[i] - picture.blue.values[other]) < smoothness
    }
    for x in 0..<size.width where looks(x, from: nil) {
      inside[x] = true
      front.append(x)
    }
    while let place = front.popLast() {
      let (x, y) = (place % size.width, place / size.width)
      for (dx, dy) in [(0, 1), (1, 0), (-1, 0), (0, -1)] {
        let (nx, ny) = (x + dx, y + dy)
        guard nx >= 0, ny >= 0, nx < size.width, ny < size.height else { continue }
        let next = ny * size.width + nx
        guard !inside[next], looks(next, from: place) else { continue }
        inside[next] = true
        front.append(next)
      }
    }
    return inside
  }
}

extension PictureFields {
  /// Blue, grey or warm enough for a sky of some hour, and not green.
  fileprivate func looksLikeSky(_ i: Int) -> Bool {
    let (y, b, r) = (luma.values[i], blue.values[i], red.values[i])
    let isBlue = b > 0.02 && r < 0.02 && y > 0.15
    let isCloud = y > 0.5 && abs(b) < 0.06 && abs(r) < 0.06
    let isWarm = y > 0.45 && r > 0.02 && b < 0.05 && b > -0.28
    let isNight = y < 0.16 && b > -0.02 && abs(r) < 0.06
    return isBlue || isCloud || isWarm || isNight
  }
}
