internal import Pixels

/// What hides particles: how near the scene is at each place.
struct Occlusion {
  let disparity: Field

  init(_ disparity: Field) { self.disparity = disparity }

  /// Softness of the edge in depth.
  private static let slope = 0.05

  /// How much is seen of something at `depth` (disparity) there, 0…1; places are 0…1 across
  /// and down the frame.
  func visible(depth: Double, x: Double, y: Double) -> Double {
    let near = Double(disparity.value(atX: x, y: y))
    return max(0, min(1, (depth - near) / (2 * Self.slope) + 0.5))
  }

  /// The same along a row, in 4096ths, a value for each of `count` samples from `start`, where
  /// `width` samples span the frame.
  func fill(
    _ mask: inout [Int32], depth: Double, start: Int, count: Int, width: Double, y: Double
  ) {
    let step = 4
    var last = visible(depth: depth, x: (Double(start) + 0.5) / width, y: y) * 4096
    var i = 0
    while i < count {
      let next =
        visible(depth: depth, x: (Double(start + i + step) + 0.5) / width, y: y) * 4096
      for k in 0..<min(step, count - i) {
        mask[i + k] = Int32(last + (next - last) * Double(k) / Double(step))
      }
      last = next
      i += step
    }
  }
}

extension Occlusion {
  /// How near the scene is along one of `height` rows, at as many places as `row` has.
  func disparities(row: Int, of height: Int, into values: inout [Float]) {
    let y = (Double(row) + 0.5) / Double(height)
    let width = values.count
    for column in 0..<width {
      values[column] = max(
        0, min(1, disparity.value(atX: (Double(column) + 0.5) / Double(width), y: y)))
    }
  }
}
