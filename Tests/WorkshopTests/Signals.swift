import Foundation

/// Seven seconds of sound each, mono at 8 kHz, made in code.
enum Signals {
  private static let rate = 8_000.0
  private static let count = 56_000

  /// A small generator; the same seed gives the same sound.
  private struct Chance {
    var state: UInt64

    mutating func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(1 << 53)
    }
  }

  /// Two poles at `frequency`: a formant.
  private struct Resonator {
    var (last, before) = (0.0, 0.0)

    mutating func filter(_ input: Double, _ frequency: Double, _ width: Double) -> Double {
      let radius = exp(-.pi * width / rate)
      let output =
        input * (1 - radius) + 2 * radius * cos(2 * .pi * frequency / rate) * last
        - radius * radius * before
      (before, last) = (last, output)
      return output
    }
  }

  /// Syllables as a formant synthesiser makes them: a hiss, then a vowel whose pitch and formants
  /// glide, with pauses between words.
  static func voice(pitch: Double, seed: UInt64) -> [Float] {
    var chance = Chance(state: seed)
    var samples: [Float] = []
    let vowels = [(700.0, 1200.0), (300, 2200), (400, 900), (500, 1700), (350, 700)]
    var formants = [Resonator(), Resonator(), Resonator()]
    var (vowel, phase) = (vowels[0], 0.0)
    while samples.count < count {
      if chance.next() < 0.2 {
        samples += [Float](repeating: 0, count: Int((0.12 + 0.25 * chance.next()) * rate))
      }
      var last = 0.0
      for _ in 0..<Int((0.03 + 0.07 * chance.next()) * rate) {
        let noise = chance.next() - 0.5
        samples.append(Float(0.12 * (noise - last)))
        last = noise
      }
      let next = vowels[Int(chance.next() * 4.99)]
      let (start, end) = (pitch * (0.85 + 0.4 * chance.next()), pitch * (0.8 + 0.3 * chance.next()))
      let length = Int((0.08 + 0.14 * chance.next()) * rate)
      for index in 0..<length {
        let share = Double(index) / Double(length)
        phase += (start + (end - start) * share) / rate
        if phase >= 1 { phase -= 1 }
        let pulse = (phase < 0.6 ? sin(.pi * phase / 0.6) : 0) - 0.38
        let first = vowel.0 + (next.0 - vowel.0) * share
        let second = vowel.1 + (next.1 - vowel.1) * share
        let sum =
          formants[0].filter(pulse, first, 90) * 8 + formants[1].filter(pulse, second, 110) * 12
          + formants[2].filter(pulse, 2700, 160) * 10
        samples.append(Float(0.4 * sum * sin(.pi * share).squareRoot()))
      }
      vowel = next
    }
    return Array(samples.prefix(count))
  }

  /// Plucked notes of a major scale over a held chord, each a few harmonics.
  static func tune(beat: Double, seed: UInt64) -> [Float] {
    var chance = Chance(state: seed)
    var samples = (0..<count).map { index -> Float in
      let time = Double(index) / rate
      return Float([110, 138.59, 164.81].reduce(0) { $0 + 0.05 * sin(2 * .pi * $1 * time) })
    }
    let scale = [0.0, 2, 4, 5, 7, 9, 11, 12]
    for start in stride(from: 0, to: count, by: Int(beat * rate)) {
      let frequency = 220 * pow(2, scale[Int(chance.next() * 7.99)] / 12)
      for index in 0..<min(Int(0.9 * rate), count - start) {
        let time = Double(index) / rate
        let wave = (1...5).reduce(0) {
          $0 + sin(2 * .pi * frequency * Double($1) * time) / Double($1)
        }
        samples[start + index] += Float(0.2 * wave * exp(-3 * time))
      }
    }
    return samples
  }

  /// One tone.
  static let tone = (0..<count).map { Float(0.3 * sin(2 * .pi * 440 * Double($0) / rate)) }

  /// White noise whose amplitude `level` tells for each second.
  static func noise(seed: UInt64, level: (Double) -> Double) -> [Float] {
    var chance = Chance(state: seed)
    return (0..<count).map { Float(level(Double($0) / rate) * (2 * chance.next() - 1)) }
  }

  /// The same sound at 48 kHz, interleaved stereo.
  static func stereo(_ samples: [Float]) -> [Float] {
    zip(samples, samples.dropFirst() + [0]).flatMap { this, next in
      (0..<6).flatMap { step -> [Float] in
        let value = this + (next - this) * Float(step) / 6
        return [value, value]
      }
    }
  }
}
