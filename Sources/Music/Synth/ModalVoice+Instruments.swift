internal import Foundation

extension ModalVoice {
  /// Pianos, bars, bells and kettledrums.
  static func voice(_ instrument: Instrument, _ note: VoiceNote) -> ModalVoice {
    let force = Double(note.velocity)
    switch instrument {
    case .celesta:
      return bar(
        note, [(1, 1, 1.9), (2.98, 0.16, 0.7), (5.9, 0.06 * force, 0.3), (2, 0.12, 1.2)], level: 0.2
      )
    case .glockenspiel:
      return bar(
        note,
        [(1, 1, 2.6), (2.756, 0.5, 1.1), (5.404, 0.3 * force, 0.5), (8.93, 0.12 * force, 0.2)],
        level: 0.13)
    case .musicBox:
      return bar(
        note,
        [
          (1, 1, 1.7), (2, 0.1, 1.2), (3.01, 0.2, 0.8), (6.27, 0.3 * force, 0.35),
          (9.6, 0.12, 0.12),
        ],
        level: 0.18)
    case .vibraphone:
      return bar(
        note, [(1, 1, 4.2), (4, 0.28, 1.3), (10.1, 0.12 * force, 0.25)], level: 0.22, damper: 0.5)
    case .marimba:
      return bar(note, [(1, 1, 0.75), (3.93, 0.3, 0.22), (9.2, 0.14 * force, 0.08)], level: 0.32)
    case .tubularBells:
      return bar(
        note,
        [
          (0.5, 0.3, 5), (1, 0.7, 5.2), (1.183, 0.28, 3.5), (1.5, 0.4, 3), (2, 0.7, 3.4),
          (2.51, 0.35, 2.2), (3.01, 0.3 * force, 1.6), (4.17, 0.2 * force, 1),
        ], level: 0.12)
    case .timpani:
      return bar(
        note,
        [
          (1, 1, 1.6), (1.5, 0.62, 1.4), (1.98, 0.4, 1), (2.44, 0.26, 0.8),
          (2.9, 0.18 * force, 0.6),
          (0.62, 0.35, 0.3), (3.6, 0.1 * force, 0.4),
        ], level: 0.34)
    default: return piano(note)
    }
  }

  private static func bar(
    _ note: VoiceNote, _ modes: [(ratio: Double, level: Double, decay: Double)], level: Double,
    damper: Double? = nil
  ) -> ModalVoice {
    let force = 0.15 + 0.85 * power(Double(note.velocity), 1.5)
    // Small bars ring shorter than large ones.
    let length = power(523 / note.frequency, 0.45)
    var partials: [Partial] = []
    for (index, mode) in modes.enumerated() {
      let pan = index == 0 ? 0.0 : (index % 2 == 0 ? 0.3 : -0.3)
      partials.append(
        Partial(
          frequency: note.frequency * mode.ratio, level: mode.level * level * force,
          decay: max(mode.decay * length, 0.05), pan: pan))
    }
    return ModalVoice(partials, gate: note.gate, damper: damper)
  }

  /// A grand piano: strings that are stiff, two to a key and not quite in tune, struck at an
  /// eighth of their length by a hammer that is harder the harder it comes (Fletcher & Rossing,
  /// The physics of musical instruments, 1998).
  private static func piano(_ note: VoiceNote) -> ModalVoice {
    let velocity = Double(note.velocity)
    let key = Double(note.pitch)
    let stiffness = 0.000_09 * power(2, max(key - 40, -16) / 9.5)
    let ring = 14 * power(2, -(key - 33) / 17)
    let hardness = (1.3 + 6.5 * velocity * velocity) * power(262 / note.frequency, 0.55) + 0.55
    var random = SeededRandom(UInt64(note.pitch) &* 977)
    var partials: [Partial] = []
    var energy = 0.0
    let count = min(Int(9000 / note.frequency) + 1, 26)
    let side = (key - 62) / 60
    for number in 1...max(count, 2) {
      let n = Double(number)
      let frequency = n * note.frequency * (1 + stiffness * n * n).squareRoot()
      let strike = abs(sin(.pi * n / 8.2)) + 0.06
      let level =
        strike * exp(-n / (hardness * 1.9)) / power(n, 0.35) * (1 + 0.15 * random.signed())
      let decay = ring / (1 + 0.16 * n + 0.012 * n * n)
      energy += level * level
      // The first sound of two strings dies fast; what is left, they pass to each other slowly.
      let detune = 0.16 + 0.1 * random.unit() + 0.00025 * frequency
      partials.append(
        Partial(frequency: frequency, level: level * 0.72, decay: decay * 0.42, pan: side - 0.22))
      partials.append(
        Partial(
          frequency: frequency + (number < 12 ? detune : 0.4), level: level * 0.36, decay: decay,
          pan: side + 0.3))
    }
    let gain = 0.27 * (0.1 + 0.9 * power(velocity, 1.6)) / energy.squareRoot()
    for index in partials.indices { partials[index].level *= gain }
    for thump in [(92.0, 0.05), (143, 0.04), (231, 0.03), (370, 0.02)] {
      partials.append(
        Partial(frequency: thump.0, level: thump.1 * gain * 2.2, decay: 0.11, pan: side * 0.5))
    }
    return ModalVoice(
      partials, gate: note.gate, damper: key > 89 ? nil : 0.22 + 0.12 * max(0, (60 - key) / 30),
      knock: hammer(note, gain: gain))
  }

  /// The felt against the strings: a short dull noise.
  private static func hammer(_ note: VoiceNote, gain: Double) -> [Float] {
    let count = 1152
    var noise = NoiseGenerator(note.seed)
    var samples = (0..<count).map { frame -> Float in
      let time = Float(frame) / Float(count)
      return noise.next() * (1 - time) * (1 - time) * min(Float(frame) / 48, 1)
    }
    var filter = StateVariableFilter(cutoff: 500 + 2600 * Double(note.velocity), resonance: 0.6)
    filter.process(&samples, 0, count, .lowPass)
    let level = Float(gain * 0.35) * note.velocity
    return samples.map { $0 * level }
  }
}
