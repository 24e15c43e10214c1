internal import Foundation

/// A room: eight delay lines that feed each other (a feedback delay network, Jot & Chaigne 1991),
/// behind diffusing all-passes (Schroeder 1962).
struct Reverb {
  private static let size = 8192
  private static let mask = size - 1
  private static let lengths = [1123, 1361, 1511, 1777, 1973, 2251, 2503, 2857]
  private static let diffusers = [[142, 379, 107], [151, 367, 113]]

  private var lines = [Float](repeating: 0, count: 8 * size)
  private var lengths: [Int]
  private var gains = SIMD8<Float>()
  /// Makes the room's answer as loud as what it answers, however long it lasts.
  private let balance: Float
  private let damping: Float
  private var damped = SIMD8<Float>()
  private var place = 0
  private var predelay: [[Float]]
  private let predelayFrames: Int
  private var diffusion = [[Float]](repeating: [Float](repeating: 0, count: 3 * 512), count: 2)

  init(_ room: RoomStyle) {
    let scale = 0.75 + 0.35 * min(room.reverbTime / 2, 2)
    lengths = Self.lengths.map { Int(Double($0) * scale) }
    for (index, length) in lengths.enumerated() {
      gains[index] = Float(power(10, -3 * Double(length) / (room.reverbTime * SynthMath.rate)))
    }
    let kept = Double(gains.sum()) / 8
    balance = Float(((1 - kept * kept) / 4).squareRoot() * 3)
    damping = Float(1 - exp(-2 * .pi * room.damping / SynthMath.rate))
    predelayFrames = max(Int(room.predelay * SynthMath.rate), 1)
    predelay = [[Float]](repeating: [Float](repeating: 0, count: 4096), count: 2)
  }

  /// Adds the room's answer to `input`.
  mutating func process(_ input: StereoBlock, into output: inout StereoBlock, level: Float) {
    var left = input.left
    var right = input.right
    Self.diffuse(&left, &predelay[0], &diffusion[0], Self.diffusers[0], place, predelayFrames)
    Self.diffuse(&right, &predelay[1], &diffusion[1], Self.diffusers[1], place, predelayFrames)
    circulate(left.span, right.span, &output.left, &output.right, level * balance)
    place &+= StereoBlock.frames
  }

  private static func diffuse(
    _ samples: inout [Float], _ predelay: inout [Float], _ memory: inout [Float],
    _ lengths: [Int], _ place: Int, _ delay: Int
  ) {
    var out = samples.mutableSpan
    var late = predelay.mutableSpan
    for index in 0..<StereoBlock.frames {
      let now = place &+ index
      late[now & 4095] = out[index]
      out[index] = late[(now &- delay) & 4095]
    }
    var store = memory.mutableSpan
    for stage in 0..<3 {
      let (base, length) = (stage * 512, lengths[stage])
      for index in 0..<StereoBlock.frames {
        let now = place &+ index
        let old = store[base &+ ((now &- length) & 511)]
        // What is added is far below hearing and keeps the loop from numbers that are slow.
        let fed = out[index] - 0.62 * old + 1e-20
        store[base &+ (now & 511)] = fed
        out[index] = old + 0.62 * fed
      }
    }
  }

  private mutating func circulate(
    _ left: Span<Float>, _ right: Span<Float>, _ wetLeft: inout [Float],
    _ wetRight: inout [Float], _ level: Float
  ) {
    var damped = self.damped
    let (gains, damping, place, lengths) = (gains, damping, place, lengths)
    var store = lines.mutableSpan
    var outLeft = wetLeft.mutableSpan
    var outRight = wetRight.mutableSpan
    let (l0, l1, l2, l3) = (lengths[0], lengths[1], lengths[2], lengths[3])
    let (l4, l5, l6, l7) = (lengths[4], lengths[5], lengths[6], lengths[7])
    let mask = Self.mask
    for index in 0..<StereoBlock.frames {
      let now = place &+ index
      let late = SIMD8<Float>(
        store[(now &- l0) & mask], store[8192 &+ ((now &- l1) & mask)],
        store[16_384 &+ ((now &- l2) & mask)], store[24_576 &+ ((now &- l3) & mask)],
        store[32_768 &+ ((now &- l4) & mask)], store[40_960 &+ ((now &- l5) & mask)],
        store[49_152 &+ ((now &- l6) & mask)], store[57_344 &+ ((now &- l7) & mask)])
      damped += (late - damped) * damping
      let wet = damped * gains
      outLeft[index] += level * (wet[0] - wet[2] + wet[4] - wet[6])
      outRight[index] += level * (wet[1] - wet[3] + wet[5] - wet[7])
      // A Householder matrix: each line takes what all give, less a quarter of their sum.
      let sum = (wet.lowHalf + wet.highHalf)
      let share = (sum[0] + sum[1] + sum[2] + sum[3]) * 0.25
      var fed = wet - share
      let (a, b) = (left[index], right[index])
      fed += SIMD8(a, b, a, b, -a, -b, a, b)
      let slot = now & mask
      store[slot] = fed[0]
      store[8192 &+ slot] = fed[1]
      store[16_384 &+ slot] = fed[2]
      store[24_576 &+ slot] = fed[3]
      store[32_768 &+ slot] = fed[4]
      store[40_960 &+ slot] = fed[5]
      store[49_152 &+ slot] = fed[6]
      store[57_344 &+ slot] = fed[7]
    }
    for lane in 0..<8 where abs(damped[lane]) < 1e-15 { damped[lane] = 0 }
    self.damped = damped
  }
}
