/// A block of stereo: what is rendered at a time.
struct StereoBlock {
  /// Frames of a block.
  static let frames = 512

  var left = [Float](repeating: 0, count: frames)
  var right = [Float](repeating: 0, count: frames)

  mutating func clear() {
    for index in left.indices { left[index] = 0 }
    for index in right.indices { right[index] = 0 }
  }

  /// The largest magnitude.
  var peak: Float {
    var peak: Float = 0
    for index in left.indices { peak = max(peak, max(abs(left[index]), abs(right[index]))) }
    return peak
  }

  /// Adds another block, `gain` times.
  mutating func add(_ other: StereoBlock, gain: Float) {
    Self.add(other.left.span, to: &left, gain)
    Self.add(other.right.span, to: &right, gain)
  }

  /// Adds samples from frame `offset` on.
  mutating func add(
    _ left: [Float], _ right: [Float], at offset: Int, count: Int, from first: Int = 0,
    gains: (left: Float, right: Float)
  ) {
    Self.add(left.span, first, count, to: &self.left, offset, gains.left)
    Self.add(right.span, first, count, to: &self.right, offset, gains.right)
  }

  private static func add(
    _ source: Span<Float>, _ first: Int, _ count: Int, to target: inout [Float], _ offset: Int,
    _ gain: Float
  ) {
    var samples = target.mutableSpan
    for index in 0..<count { samples[offset &+ index] += source[first &+ index] * gain }
  }

  private static func add(_ source: Span<Float>, to target: inout [Float], _ gain: Float) {
    var samples = target.mutableSpan
    for index in 0..<frames { samples[index] += source[index] * gain }
  }
}
