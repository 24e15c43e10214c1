import Foundation

@testable import Sound

/// Simple music whose beats are known.
struct BeatMusic {
  private(set) var samples: [Float]
  private(set) var beats: [Double] = []
  private var random = SplitMix(seed: 77)

  init(seconds: Double) {
    samples = [Float](repeating: 0, count: Int(seconds * 48_000) * 2)
  }

  private mutating func add(at seconds: Double, _ length: Double, _ value: (Double) -> Double) {
    let start = Int(seconds * 48_000)
    let count = Int(length * 48_000)
    for frame in 0..<count where start + frame >= 0 && start + frame < samples.count / 2 {
      let sample = Float(value(Double(frame) / 48_000))
      samples[(start + frame) * 2] += sample
      samples[(start + frame) * 2 + 1] += sample
    }
  }

  mutating func kick(at time: Double) {
    add(at: time, 0.25) { t in
      0.7 * exp(-t * 18) * sin(2 * .pi * (52 * t + 6 * (1 - exp(-t * 40))))
    }
  }

  mutating func snare(at time: Double) {
    var random = random
    add(at: time, 0.18) { t in
      let noise = Double.random(in: -1...1, using: &random)
      return exp(-t * 26) * (0.35 * noise + 0.25 * sin(2 * .pi * 190 * t))
    }
    self.random = random
  }

  mutating func hat(at time: Double, _ gain: Double = 0.16) {
    var (random, before) = (random, 0.0)
    add(at: time, 0.05) { t in
      let noise = Double.random(in: -1...1, using: &random)
      defer { before = noise }
      return gain * exp(-t * 90) * (noise - before)
    }
    self.random = random
  }

  mutating func note(at time: Double, _ length: Double, _ hertz: Double, _ gain: Double = 0.2) {
    add(at: time, length) { t in
      let shape = min(1, t * 250) * min(1, (length - t) * 60) * exp(-t * 3)
      return gain * shape * (sin(2 * .pi * hertz * t) + 0.4 * sin(4 * .pi * hertz * t))
    }
  }

  mutating func noise(_ gain: Float) {
    for index in samples.indices {
      samples[index] += gain * Float.random(in: -1...1, using: &random)
    }
  }

  mutating func silence(from start: Double, to end: Double) {
    for index in Int(start * 48_000) * 2..<Int(end * 48_000) * 2 { samples[index] = 0 }
    beats.removeAll { $0 > start - 0.01 && $0 < end }
  }

  /// Takes other samples for the same beats.
  mutating func replace(_ samples: [Float]) { self.samples = samples }

  /// Plays `beat` on every beat from `start` on; the tempo goes evenly from one to the other.
  mutating func play(
    tempo: Double, to last: Double? = nil, from start: Double = 0.3,
    beat: (inout BeatMusic, Int, Double, Double) -> Void
  ) {
    let end = Double(samples.count / 2) / 48_000 - 0.2
    var (time, index) = (start, 0)
    while time < end {
      let now = tempo + ((last ?? tempo) - tempo) * time / end
      beats.append(time)
      beat(&self, index, time, 60 / now)
      time += 60 / now
      index += 1
    }
  }

  /// Bass drum, snare, and hats in eighths.
  static func rock(_ music: inout BeatMusic, _ beat: Int, _ time: Double, _ length: Double) {
    if beat % 2 == 0 { music.kick(at: time) } else { music.snare(at: time) }
    music.hat(at: time)
    music.hat(at: time + length / 2, 0.1)
  }

  /// A chord's notes in quarters of a beat, over a bass on the beat.
  static func arpeggio(_ music: inout BeatMusic, _ beat: Int, _ time: Double, _ length: Double) {
    let root = [220.0, 174.6, 261.6, 196][beat / 4 % 4]
    music.note(at: time, length * 0.9, root / 2, 0.3)
    for (index, ratio) in [1.0, 1.26, 1.5, 2].enumerated() {
      music.note(
        at: time + Double(index) * length / 4, length / 4, root * ratio, index == 0 ? 0.22 : 0.13)
    }
  }

  /// The second eighth late, by a third of a beat.
  static func swing(_ music: inout BeatMusic, _ beat: Int, _ time: Double, _ length: Double) {
    music.note(at: time, length * 0.8, [98.0, 110, 123, 110][beat % 4], 0.35)
    music.hat(at: time, 0.2)
    if beat % 2 == 1 {
      music.hat(at: time + length * 2 / 3, 0.14)
      music.snare(at: time)
    }
  }

  /// Bass drums before the beat, chords off it.
  static func syncopated(_ music: inout BeatMusic, _ beat: Int, _ time: Double, _ length: Double) {
    music.hat(at: time, 0.2)
    music.hat(at: time + length / 2, 0.12)
    if beat % 4 == 0 { music.kick(at: time) }
    if beat % 4 == 1 { music.kick(at: time + length * 0.75) }
    if beat % 2 == 1 { music.snare(at: time) }
    if beat % 4 == 2 {
      music.kick(at: time + length / 2)
      for hertz in [220.0, 277, 330] { music.note(at: time + length * 0.25, length, hertz, 0.1) }
    }
  }
}
