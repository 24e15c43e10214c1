import Foundation
import Sound

/// Short sounds of which long ones are made.
enum Grain {
  private static let rate = Double(SampleClock.rate)

  /// A burst of noise through a band, struck at once and dying away.
  ///
  /// - Parameters:
  ///   - decay: Seconds until it is down by 60 dB.
  ///   - hertz: The middle of the band.
  static func burst(
    _ draws: inout Chance.Draws, hertz: Double, quality: Double, decay: Double
  ) -> [Double] {
    var filter = StateVariableFilter(hertz, quality: quality)
    let count = Int(decay * rate) + 32
    let fall = pow(0.001, 1 / (decay * rate))
    var level = 1.0
    return (0..<count).map { index in
      let noise = draws.unit() * 2 - 1
      let band = filter.next(SIMD2(noise * level, 0)).band.x
      level *= fall
      return band * min(1, Double(count - index) / 32)
    }
  }

  /// A tone that dies away, its pitch on the way from one frequency to another.
  ///
  /// - Parameters:
  ///   - attack: Seconds until it is full.
  ///   - decay: Seconds until it is down by 60 dB.
  ///   - bend: How fast the pitch gets there: time constant in seconds.
  static func tone(
    from: Double, to: Double, bend: Double, attack: Double, decay: Double, phase: Double = 0
  ) -> [Double] {
    let count = Int(decay * rate) + 32
    let fall = pow(0.001, 1 / (decay * rate))
    let approach = exp(-1 / (max(bend, 1e-4) * rate))
    var (level, away, turn) = (1.0, from - to, phase)
    return (0..<count).map { index in
      let sample = sin(turn) * level
      turn += 2 * .pi * (to + away) / rate
      away *= approach
      level *= fall
      let rise = min(1, (Double(index) + 0.5) / max(attack * rate, 1))
      return sample * rise * rise * (3 - 2 * rise) * min(1, Double(count - index) / 32)
    }
  }

  /// A bubble under water (K. van den Doel, Physically based models for liquid sounds, 2005):
  /// its pitch by Minnaert, 3 m/s over its radius, rising as it nears the surface.
  ///
  /// - Parameters:
  ///   - radius: In metres.
  ///   - rise: How fast the pitch rises: 0, not at all, to 1.
  static func bubble(radius: Double, rise: Double) -> [Double] {
    let hertz = 3 / radius
    // Damping by radiation and by heat.
    let damping = 0.13 / radius + 0.0072 * pow(radius, -1.5)
    let duration = min(6.9 / damping, 0.15)
    let slope = rise * damping * 0.1
    let count = Int(duration * rate) + 16
    let fall = exp(-damping / rate)
    var (turn, level) = (0.0, 1.0)
    return (0..<count).map { index in
      let time = Double(index) / rate
      let sample = sin(turn) * level
      level *= fall
      turn += 2 * .pi * min(hertz * (1 + slope * time), 18_000) / rate
      return sample * min(1, Double(count - index) / 16)
    }
  }
}
