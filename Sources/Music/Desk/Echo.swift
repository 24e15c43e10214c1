/// Echoes that go from side to side, each duller than the last.
struct Echo {
  private static let mask = 65_535
  private var leftMemory = [Float](repeating: 0, count: 65_536)
  private var rightMemory = [Float](repeating: 0, count: 65_536)
  private var dull: (left: Float, right: Float) = (0, 0)
  private var place = 0
  private let delay: Int
  private static let feedback: Float = 0.42

  init(frames: Int) { delay = min(max(frames, StereoBlock.frames), Self.mask) }

  /// Adds the echoes of `input`.
  mutating func process(_ input: StereoBlock, into output: inout StereoBlock) {
    let tone = Self.circulate(
      input, &leftMemory, &rightMemory, &output.left, &output.right, place, delay, dull)
    dull = (abs(tone.left) < 1e-15 ? 0 : tone.left, abs(tone.right) < 1e-15 ? 0 : tone.right)
    place &+= StereoBlock.frames
  }

  private static func circulate(
    _ input: StereoBlock, _ leftMemory: inout [Float], _ rightMemory: inout [Float],
    _ wetLeft: inout [Float], _ wetRight: inout [Float], _ place: Int, _ delay: Int,
    _ dull: (left: Float, right: Float)
  ) -> (left: Float, right: Float) {
    var left = leftMemory.mutableSpan
    var right = rightMemory.mutableSpan
    var outLeft = wetLeft.mutableSpan
    var outRight = wetRight.mutableSpan
    let inLeft = input.left.span
    let inRight = input.right.span
    var (dullLeft, dullRight) = dull
    for index in 0..<StereoBlock.frames {
      let now = place &+ index
      let (a, b) = (left[(now &- delay) & mask], right[(now &- delay) & mask])
      dullLeft += (a - dullLeft) * 0.35
      dullRight += (b - dullRight) * 0.35
      outLeft[index] += dullLeft
      outRight[index] += dullRight
      left[now & mask] = (inLeft[index] + inRight[index]) * 0.5 + dullRight * feedback
      right[now & mask] = dullLeft * feedback * 1.2
    }
    return (dullLeft, dullRight)
  }
}
