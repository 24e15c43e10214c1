internal import Foundation

/// A plucked string: a delay line whose loop loses a little (Karplus & Strong 1983), with the
/// tuning, the pick's place and force, and the decay of Jaffe & Smith (1983).
final class StringVoice: SynthVoice {
  /// An instrument of this kind.
  struct Patch {
    /// Seconds until middle C is 60 dB down.
    var decay = 3.0
    /// How much high partials are lost in each turn, 0…½.
    var softness = 0.2
    /// Where along the string it is plucked, 0…½.
    var place = 0.13
    /// Hz above which the pick itself is dull, at full force.
    var brightness = 6000.0
    /// Seconds until a damped string is 60 dB down.
    var damper = 0.15
    var level: Float = 1
  }

  private var line: [Float]
  private let mask: Int
  private let delay: Int
  private var place = 0
  private var last: Float = 0
  private let tuning: Float
  private var tuningInput: Float = 0
  private var tuningOutput: Float = 0
  private let softness: Float
  private var loss: Float
  private let damping: Float
  private var gate: Int
  private let level: Float
  private var samples = [Float](repeating: 0, count: StereoBlock.frames)
  private var quietBlocks = 0
  private var fade: Float = 1
  private var age = 0

  init(_ note: VoiceNote, _ patch: Patch) {
    let period = SynthMath.rate / note.frequency
    let soft = patch.softness * min(1, 330 / note.frequency + 0.25)
    // The loop's filter and the tuning filter take the rest of the period.
    let whole = Int((period - soft - 0.3).rounded(.down))
    delay = max(whole, 2)
    let rest = period - soft - Double(delay)
    tuning = Float((1 - rest) / (1 + rest))
    softness = Float(soft)
    let decay = patch.decay * power(262 / note.frequency, 0.4)
    loss = Float(power(10, -3 * period / (decay * SynthMath.rate)))
    damping = Float(power(10, -3 * period / (patch.damper * SynthMath.rate)))
    gate = note.gate
    level = patch.level * (0.15 + 0.85 * note.velocity * note.velocity)
    var size = 8
    while size <= delay + 1 { size *= 2 }
    mask = size - 1
    line = [Float](repeating: 0, count: size)
    pluck(note, patch)
  }

  private func pluck(_ note: VoiceNote, _ patch: Patch) {
    var noise = NoiseGenerator(SeededRandom(note.seed).seededOnce)
    var burst = (0..<delay).map { _ in noise.next() }
    let force = 0.25 + 0.75 * Double(note.velocity)
    var filter = StateVariableFilter(
      cutoff: max(patch.brightness * force, note.frequency * 2), resonance: 0.6)
    // Twice, so that the burst is as if it had always been going round.
    for _ in 0..<2 { burst = filtered(burst, by: &filter) }
    let shift = max(Int(Double(delay) * patch.place), 1)
    let combed = burst.indices.map { burst[$0] - burst[($0 + delay - shift) % delay] }
    let mean = combed.reduce(0, +) / Float(delay)
    var energy: Float = 0
    for index in combed.indices {
      line[index] = combed[index] - mean
      energy += line[index] * line[index]
    }
    let scale = 0.35 / max((energy / Float(delay)).squareRoot(), 1e-6)
    for index in 0..<delay { line[index] *= scale }
    place = delay
  }

  private func filtered(_ burst: [Float], by filter: inout StateVariableFilter) -> [Float] {
    var samples = burst
    filter.process(&samples, 0, samples.count, .lowPass)
    return samples
  }

  func add(to block: inout StereoBlock, from offset: Int) -> Bool {
    let count = StereoBlock.frames - offset
    if gate <= 0 { loss = min(loss, damping) }
    gate -= count
    vibrate(count, &line, &samples)
    var peak: Float = 0
    for index in 0..<count { peak = max(peak, abs(samples[index])) }
    quietBlocks = peak < 3e-5 ? quietBlocks + 1 : 0
    block.add(samples, samples, at: offset, count: count, gains: (level, level))
    age += count
    return quietBlocks < 2
  }

  private func vibrate(_ count: Int, _ loop: inout [Float], _ samples: inout [Float]) {
    var line = loop.mutableSpan
    var out = samples.mutableSpan
    let (delay, mask, tuning) = (delay, mask, tuning)
    var (place, last) = (place, last)
    var (input, output) = (tuningInput, tuningOutput)
    let (soft, sharp) = (softness * loss, (1 - softness) * loss)
    for index in 0..<count {
      let sample = line[(place &- delay) & mask]
      let lost = sharp * sample + soft * last
      last = sample
      let tuned = tuning * (lost - output) + input
      (input, output) = (lost, tuned)
      line[place & mask] = tuned
      out[index] = sample
      place &+= 1
    }
    self.place = place
    self.last = abs(last) < 1e-15 ? 0 : last
    (tuningInput, tuningOutput) = (input, output)
    // The first frames rise rather than jump.
    if age < 64 {
      for index in 0..<min(64 - age, count) { out[index] *= Float(age + index) / 64 }
    }
  }
}

extension SeededRandom {
  /// A first draw, for what wants one number.
  var seededOnce: UInt64 {
    var copy = self
    return copy.next()
  }
}
