internal import Foundation

extension DrumStroke {
  /// Adds parts up.
  func mix(_ parts: [(samples: [Float], level: Float)]) -> [Float] {
    let count = parts.map(\.samples.count).max() ?? 0
    var sum = [Float](repeating: 0, count: count)
    for part in parts {
      for index in part.samples.indices { sum[index] += part.samples[index] * part.level }
    }
    return sum
  }

  /// Partials that ring.
  func click(_ partials: [(frequency: Double, decay: Double)], level: Double) -> [Float] {
    let longest = partials.map(\.decay).max() ?? 0
    return (0..<Int(longest * 1.3 * SynthMath.rate)).map { frame in
      let time = Double(frame) / SynthMath.rate
      var sum = 0.0
      for partial in partials {
        sum += sin(2 * .pi * partial.frequency * time) * exp(-6.9 * time / partial.decay)
      }
      return Float(sum * level * min(time / 0.0004, 1) / Double(partials.count).squareRoot())
    }
  }

  /// Metal that is struck: squares of frequencies that don't go into each other, and noise,
  /// through high filters.
  private mutating func metal(
    _ seconds: Double, decay: Double, cutoff: Double, attack: Double, tone: Float
  ) -> [Float] {
    let frequencies = [263.0, 400, 421, 474, 587, 845].map {
      $0 * 1.31 * (1 + 0.004 * random.signed())
    }
    var phases = frequencies.map { _ in random.unit() }
    var samples = (0..<Int(seconds * SynthMath.rate)).map { _ -> Float in
      var sum: Float = 0
      for index in frequencies.indices {
        phases[index] += frequencies[index] / SynthMath.rate
        if phases[index] >= 1 { phases[index] -= 1 }
        sum += phases[index] < 0.5 ? 0.3 : -0.3
      }
      return sum * tone + noise.next() * (1 - tone)
    }
    for _ in 0..<2 {
      var filter = StateVariableFilter(cutoff: cutoff, resonance: 0.8)
      filter.process(&samples, 0, samples.count, .highPass)
    }
    var soft = StateVariableFilter(cutoff: 13_000, resonance: 0.6)
    soft.process(&samples, 0, samples.count, .lowPass)
    for frame in samples.indices {
      let time = Double(frame) / SynthMath.rate
      let fall = time < attack ? power(time / attack, 2) : exp(-6.9 * (time - attack) / decay)
      samples[frame] *= Float(fall)
    }
    return samples
  }

  mutating func hat(_ decay: Double) -> [Float] {
    let samples = metal(
      decay * 1.3 + 0.02, decay: decay * 1.3, cutoff: 7000, attack: 0.0006, tone: 0.55)
    return samples.map { $0 * 0.42 }
  }

  mutating func cymbal(_ decay: Double, attack: Double, level: Float) -> [Float] {
    let samples = metal(decay + attack, decay: decay, cutoff: 3800, attack: attack, tone: 0.4)
    return samples.map { $0 * level }
  }

  mutating func ride() -> [Float] {
    let wash = metal(1.1, decay: 1.2, cutoff: 5200, attack: 0.001, tone: 0.35).map { $0 * 0.1 }
    let ping = click(
      [(3170, 0.35), (4430, 0.3), (5910, 0.22), (7720, 0.16), (2240, 0.2)], level: 0.11)
    return mix([(wash, 1), (ping, 1)])
  }

  /// Small cymbals or bells that knock together a few times.
  mutating func jingle(_ decay: Double, level: Double) -> [Float] {
    var samples = [Float](repeating: 0, count: Int((decay * 1.6 + 0.05) * SynthMath.rate))
    for knock in 0..<4 {
      let start = Double(knock) * 0.012 * (1 + 0.5 * random.unit())
      let partials = (0..<5).map { _ in
        (frequency: 5200 + 5600 * random.unit(), decay: decay * (0.6 + 0.6 * random.unit()))
      }
      let ring = click(partials, level: level * (knock == 0 ? 1 : 0.5))
      let first = Int(start * SynthMath.rate)
      for index in ring.indices where first + index < samples.count {
        samples[first + index] += ring[index]
      }
    }
    return samples
  }

  /// Noise held for a few frames, as a console's shift register gives it.
  mutating func chip() -> [Float] {
    let (seconds, decay, hold, level): (Double, Double, Int, Float) =
      switch drum {
      case Drum.kick: (0.16, 0.14, 90, 0.5)
      case Drum.snare: (0.2, 0.2, 9, 0.42)
      default: (0.05, 0.045, 3, 0.24)
      }
    var value: Float = 0
    let count = Int(seconds * SynthMath.rate)
    var phase = 0.0
    return (0..<count).map { frame in
      if frame.isMultiple(of: hold) { value = noise.next() > 0 ? 1 : -1 }
      let time = Double(frame) / SynthMath.rate
      // Four bits of level.
      let fall = (exp(-6.9 * time / decay) * 15).rounded() / 15 * min(time / 0.0006, 1)
      guard drum == Drum.kick else { return value * Float(fall) * level }
      phase += (52 + 160 * exp(-time / 0.02)) / SynthMath.rate
      let wave = abs(phase.truncatingRemainder(dividingBy: 1) * 4 - 2) - 1
      return (Float(wave) * 0.85 + value * 0.12) * Float(fall) * 0.9
    }
  }
}
