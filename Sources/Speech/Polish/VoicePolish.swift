import Foundation
import Sound

/// Makes a synthetic voice clean and even: rumble away, its tone nearer to how people sound, hisses
/// tamed, loud and soft brought nearer.
enum VoicePolish {
  /// The loudness of speech in LUFS.
  static let loudness = -18.0
  /// The level of true peaks that is not passed, in dBTP.
  private static let ceiling = -1.0

  /// One channel at 48 kHz, treated; its level is about what it was.
  static func treated(_ samples: [Float]) -> [Float] {
    var filters = [Biquad.highPass(70)] + VoiceTone(of: samples).corrections
    var hiss = Biquad.bandPass(6500, width: 1.2)
    var whole = Follower(attack: 0.005, release: 0.12)
    var hissing = Follower(attack: 0.001, release: 0.04)
    return samples.map { sample in
      var sound = sample
      for index in filters.indices { sound = filters[index].filter(sound) }
      let band = hiss.filter(sound)
      let level = whole.follow(sound)
      let excess = hissing.follow(band) / max(level, 1e-4)
      if excess > 0.45 { sound -= band * (1 - 0.45 / excess) * 0.7 }
      return sound * gain(at: level)
    }
  }

  /// Two to one above −24 dBFS, where the voice has been brought near −20.
  private static func gain(at level: Float) -> Float {
    let threshold: Float = 0.063
    return level > threshold ? (threshold / level).squareRoot() : 1
  }

  /// Brings one channel at 48 kHz to −18 LUFS without passing the ceiling.
  static func leveled(_ samples: [Float]) throws(SpeechError) -> [Float] {
    let stereo = samples.flatMap { [$0, $0] }
    do {
      // Half a second is needed to be measured at all.
      let padded = stereo.count < 96_000 ? stereo + stereo + stereo + stereo : stereo
      let measured = try Loudness.of(padded)
      let peak = measured.truePeak ?? 0
      let wanted = measured.gain(toward: loudness)
      let gain = min(wanted, pow(10, (ceiling - peak) / 20))
      return samples.map { $0 * Float(gain) }
    } catch {
      throw SpeechError(.engineFailed, error.message)
    }
  }

  /// Brings a phrase to the level that treatment expects, by the level of its louder half.
  static func evened(_ samples: [Float]) -> [Float] {
    let block = 960
    var powers: [Float] = []
    for start in stride(from: 0, to: samples.count, by: block) {
      let end = min(start + block, samples.count)
      powers.append(samples[start..<end].reduce(0) { $0 + $1 * $1 } / Float(end - start))
    }
    powers.sort()
    let louder = powers.suffix(max(powers.count / 2, 1))
    let level = (louder.reduce(0, +) / Float(max(louder.count, 1))).squareRoot()
    guard level > 1e-6 else { return samples }
    return samples.map { $0 * 0.1 / level }
  }
}

/// How loud a signal is just now.
private struct Follower {
  private let attack: Float
  private let release: Float
  private var level: Float = 0

  /// Both in seconds.
  init(attack: Double, release: Double) {
    self.attack = Float(1 - exp(-1 / (attack * 48_000)))
    self.release = Float(1 - exp(-1 / (release * 48_000)))
  }

  mutating func follow(_ sample: Float) -> Float {
    let size = abs(sample)
    level += (size - level) * (size > level ? attack : release)
    return level
  }
}
