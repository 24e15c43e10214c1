import Foundation

/// How a voice's energy lies over the spectrum, and what brings it nearer to how people sound
/// (Byrne and others, “An international comparison of long-term average speech spectra”, 1994).
struct VoiceTone: Equatable {
  /// Three bands against the middle one from 250 to 1000 Hz, in decibels: 70 to 250 Hz, 1 to 3 kHz,
  /// and 3 to 6 kHz.
  var low: Double
  var presence: Double
  var brilliance: Double

  /// How people sound, on average over languages.
  static let natural = VoiceTone(low: -2, presence: -7, brilliance: -13)

  /// No band is moved further, in decibels.
  private static let farthest = 5.0
  /// How much of the difference is made up for: a voice keeps its character.
  private static let share = 0.6

  private init(low: Double, presence: Double, brilliance: Double) {
    self.low = low
    self.presence = presence
    self.brilliance = brilliance
  }

  /// The tone of one channel at 48 kHz.
  init(of samples: [Float]) {
    func power(_ low: Double, _ high: Double) -> Double {
      var filters = [
        Biquad.highPass(low), Biquad.highPass(low), Biquad.lowPass(high), Biquad.lowPass(high),
      ]
      var sum = 0.0
      for sample in samples {
        var sound = sample
        for index in filters.indices { sound = filters[index].filter(sound) }
        sum += Double(sound) * Double(sound)
      }
      return sum + 1e-9
    }
    let middle = power(250, 1000)
    low = 10 * log10(power(70, 250) / middle)
    presence = 10 * log10(power(1000, 3000) / middle)
    brilliance = 10 * log10(power(3000, 6000) / middle)
  }

  /// The filters that bring this tone nearer to the natural one.
  var corrections: [Biquad] {
    func step(_ own: Double, _ natural: Double) -> Double {
      min(max((natural - own) * Self.share, -Self.farthest), Self.farthest)
    }
    return [
      Biquad.bell(150, decibels: step(low, Self.natural.low), width: 0.8),
      Biquad.bell(1800, decibels: step(presence, Self.natural.presence), width: 0.8),
      Biquad.bell(4300, decibels: step(brilliance, Self.natural.brilliance), width: 0.9),
    ]
  }
}
