internal import Foundation

/// Partials that ring and die away, each a rotating phasor, eight frames at a time: pianos,
/// bells, bars and kettledrums (additive and modal synthesis).
final class ModalVoice: SynthVoice {
  /// One partial.
  struct Partial {
    var frequency: Double
    var level: Double
    /// Seconds until it is 60 dB down.
    var decay: Double
    /// −1 left, 1 right.
    var pan = 0.0
  }

  private struct Phasor {
    var x: SIMD8<Float>
    var y: SIMD8<Float>
    var cosine: Float
    var sine: Float
    let left: Float
    let right: Float
  }

  private var phasors: [Phasor] = []
  private var gate: Int
  /// The factor of eight frames that a damper adds; 1 where there is none.
  private let damper: Float
  private var isDamped = false
  private var knock: [Float]
  private var knockPlace = 0
  private var left = [SIMD8<Float>](repeating: .zero, count: StereoBlock.frames / 8)
  private var right = [SIMD8<Float>](repeating: .zero, count: StereoBlock.frames / 8)

  /// - Parameters:
  ///   - partials: What rings; what can't be heard is left out.
  ///   - gate: Frames until a damper falls.
  ///   - damper: Seconds until it has it 60 dB down; nil where there is none.
  ///   - knock: A noise at the start.
  init(_ partials: [Partial], gate: Int, damper: Double?, knock: [Float] = []) {
    self.gate = gate
    self.damper = damper.map { Float(power(SynthMath.decay($0), 8)) } ?? 1
    self.knock = knock
    for partial in partials where partial.frequency < 18_000 && partial.level > 1e-5 {
      let turn = 2 * .pi * partial.frequency / SynthMath.rate
      let fall = SynthMath.decay(partial.decay)
      var (x, y) = (SIMD8<Float>(), SIMD8<Float>())
      for lane in 0..<8 {
        let level = partial.level * power(fall, Double(lane))
        x[lane] = Float(level * sin(turn * Double(lane)))
        y[lane] = Float(-level * cos(turn * Double(lane)))
      }
      let fall8 = power(fall, 8)
      phasors.append(
        Phasor(
          x: x, y: y, cosine: Float(fall8 * cos(8 * turn)), sine: Float(fall8 * sin(8 * turn)),
          left: Float(cos((partial.pan + 1) * .pi / 4) * 2.0.squareRoot()),
          right: Float(sin((partial.pan + 1) * .pi / 4) * 2.0.squareRoot())))
    }
  }

  func add(to block: inout StereoBlock, from offset: Int) -> Bool {
    let groups = (StereoBlock.frames - offset) / 8
    if gate <= 0, !isDamped { fallDamper() }
    gate -= groups * 8
    for group in 0..<groups { (left[group], right[group]) = (.zero, .zero) }
    for index in phasors.indices { Self.ring(&phasors[index], groups, &left, &right) }
    Self.unpack(left, groups, to: &block.left, offset)
    Self.unpack(right, groups, to: &block.right, offset)
    addKnock(to: &block, from: offset)
    phasors.removeAll { phasor in
      max(abs(phasor.x[0]), abs(phasor.y[0])) < 2e-5
    }
    return !phasors.isEmpty || knockPlace < knock.count
  }

  private func fallDamper() {
    isDamped = true
    for index in phasors.indices {
      phasors[index].cosine *= damper
      phasors[index].sine *= damper
    }
  }

  private static func ring(
    _ phasor: inout Phasor, _ groups: Int, _ outLeft: inout [SIMD8<Float>],
    _ outRight: inout [SIMD8<Float>]
  ) {
    var (x, y) = (phasor.x, phasor.y)
    let (c, s) = (phasor.cosine, phasor.sine)
    let (gainLeft, gainRight) = (phasor.left, phasor.right)
    var left = outLeft.mutableSpan
    var right = outRight.mutableSpan
    for group in 0..<groups {
      left[group] += x * gainLeft
      right[group] += x * gainRight
      let next = x * c - y * s
      y = x * s + y * c
      x = next
    }
    (phasor.x, phasor.y) = (x, y)
  }

  private static func unpack(
    _ vectors: [SIMD8<Float>], _ groups: Int, to target: inout [Float], _ offset: Int
  ) {
    var samples = target.mutableSpan
    let source = vectors.span
    var index = offset
    for group in 0..<groups {
      let values = source[group]
      samples[index] += values[0]
      samples[index &+ 1] += values[1]
      samples[index &+ 2] += values[2]
      samples[index &+ 3] += values[3]
      samples[index &+ 4] += values[4]
      samples[index &+ 5] += values[5]
      samples[index &+ 6] += values[6]
      samples[index &+ 7] += values[7]
      index &+= 8
    }
  }

  private func addKnock(to block: inout StereoBlock, from offset: Int) {
    let count = min(StereoBlock.frames - offset, knock.count - knockPlace)
    guard count > 0 else { return }
    for index in 0..<count {
      let sample = knock[knockPlace + index]
      block.left[offset + index] += sample
      block.right[offset + index] += sample
    }
    knockPlace += count
  }
}
