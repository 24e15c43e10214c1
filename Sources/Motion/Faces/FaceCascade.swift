internal import Pixels

/// Finds faces that look at the camera: a boosted cascade of multi-block local binary patterns
/// (Liao, Zhu, Lei, Zhang & Li 2007), slid over the picture at every size.
struct FaceCascade {
  /// Faces, the most certain first, as shares of the picture.
  let faces: [FaceRect]

  private static let window = 24
  private static let scaleStep = 1.12
  /// Windows that must agree on a face.
  private static let agreement = 4

  init(_ luma: Field) {
    var found: [Candidate] = []
    var scale = 1.0
    while true {
      let size = PixelSize(
        width: Int((Double(luma.width) / scale).rounded()),
        height: Int((Double(luma.height) / scale).rounded()))
      guard min(size.width, size.height) >= Self.window + 2 else { break }
      let sums = IntegralImage(luma.resized(to: size).map { max(0, min(1, $0)) * 255 })
      for y in stride(from: 0, through: size.height - Self.window, by: 2) {
        for x in stride(from: 0, through: size.width - Self.window, by: 2)
        where Self.isFace(sums, x, y) {
          found.append(
            Candidate(
              x: (Double(x) + 12) / Double(size.width),
              y: (Double(y) + 12) / Double(size.height),
              width: 24 / Double(size.width), height: 24 / Double(size.height)))
        }
      }
      scale *= Self.scaleStep
    }
    faces = Self.grouped(found)
  }

  private static func isFace(_ sums: IntegralImage, _ x: Int, _ y: Int) -> Bool {
    var tree = 0
    for (count, threshold) in zip(treeCounts, thresholds) {
      var sum: Float = 0
      for index in tree..<tree + count {
        let feature = 4 * featureOfTree[index]
        let pattern = sums.pattern(
          x + cells[feature], y + cells[feature + 1], cells[feature + 2], cells[feature + 3])
        let isOwn = patterns[8 * index + pattern >> 5] & (1 << Int32(pattern & 31)) != 0
        sum += leaves[2 * index + (isOwn ? 0 : 1)]
      }
      guard sum >= threshold else { return false }
      tree += count
    }
    return true
  }

  private struct Candidate {
    var x, y, width, height: Double
  }

  /// Candidates that lie over each other, made one; those that stand alone are chance.
  private static func grouped(_ found: [Candidate]) -> [FaceRect] {
    var groups: [[Candidate]] = []
    for candidate in found {
      let home = groups.firstIndex { group in
        let other = group[0]
        return abs(other.x - candidate.x) < 0.35 * max(other.width, candidate.width)
          && abs(other.y - candidate.y) < 0.35 * max(other.height, candidate.height)
          && max(other.width / candidate.width, candidate.width / other.width) < 1.6
      }
      if let home { groups[home].append(candidate) } else { groups.append([candidate]) }
    }
    return groups.filter { $0.count >= agreement }.sorted { $0.count > $1.count }.map { group in
      func mean(_ part: (Candidate) -> Double) -> Double {
        group.map(part).reduce(0, +) / Double(group.count)
      }
      return FaceRect(
        center: UnitPoint(x: mean(\.x), y: mean(\.y)), width: mean(\.width),
        height: mean(\.height))
    }
  }
}

/// A face in a picture.
public struct FaceRect: Hashable, Sendable {
  /// Its middle, about the bridge of the nose.
  public let center: UnitPoint
  /// From temple to temple, as a share of the picture's width.
  public let width: Double
  /// From brow to chin, as a share of the picture's height.
  public let height: Double
}

/// Sums over rectangles in four steps (Crow 1984).
private struct IntegralImage {
  private let sums: [Int32]
  private let stride: Int

  init(_ image: Field) {
    stride = image.width + 1
    var sums = [Int32](repeating: 0, count: stride * (image.height + 1))
    for y in 0..<image.height {
      var row: Int32 = 0
      for x in 0..<image.width {
        row += Int32(image[x, y])
        sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1] + row
      }
    }
    self.sums = sums
  }

  /// Which of the eight cells around the middle one are at least as bright, clockwise from the top
  /// left, the first the highest bit.
  func pattern(_ x: Int, _ y: Int, _ width: Int, _ height: Int) -> Int {
    func cell(_ column: Int, _ row: Int) -> Int32 {
      let top = (y + row * height) * stride + x + column * width
      let bottom = top + height * stride
      return sums[bottom + width] &- sums[bottom] &- sums[top + width] &+ sums[top]
    }
    let middle = cell(1, 1)
    var bits = 0
    for (column, row) in Self.around {
      bits = bits << 1 | (cell(column, row) >= middle ? 1 : 0)
    }
    return bits
  }

  private static let around = [
    (0, 0), (1, 0), (2, 0), (2, 1), (2, 2), (1, 2), (0, 2), (0, 1),
  ]
}
