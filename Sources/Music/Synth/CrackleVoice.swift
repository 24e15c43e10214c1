internal import Foundation

/// The crackle of a record: rare clicks and a little hiss.
final class CrackleVoice: SynthVoice {
  private var random: SeededRandom
  private var noise: NoiseGenerator
  private var left: Int
  private var age = 0
  private var clicks = [Float](repeating: 0, count: StereoBlock.frames)
  private var hiss = [Float](repeating: 0, count: StereoBlock.frames)
  private var tone = StateVariableFilter(cutoff: 3200, resonance: 0.9)
  private let level: Float

  init(_ note: VoiceNote) {
    random = SeededRandom(note.seed)
    noise = NoiseGenerator(random.next())
    left = note.gate
    level = note.velocity
  }

  func add(to block: inout StereoBlock, from offset: Int) -> Bool {
    let count = min(StereoBlock.frames - offset, left)
    for index in 0..<count {
      clicks[index] = noise.next() * 0.02
      hiss[index] = noise.next() * 0.012
    }
    for _ in 0..<3 where random.chance(0.06) {
      clicks[random.below(max(count, 1))] += Float(random.signed()) * 2.5
    }
    tone.process(&clicks, 0, count, .bandPass)
    for index in 0..<count {
      let rise = min(1, Float(min(age + index, left - index)) / 4800)
      block.left[offset + index] += (clicks[index] + hiss[index]) * level * rise
      block.right[offset + index] += (clicks[index] - hiss[index]) * level * rise
    }
    age += count
    left -= count
    return left > 0
  }
}
