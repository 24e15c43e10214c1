internal import Foundation
internal import Sound

/// Short names for what every voice computes.
enum SynthMath {
  static let rate = Double(SampleClock.rate)

  /// The factor a frame that lets something fall by 60 dB in `seconds`.
  static func decay(_ seconds: Double) -> Double {
    exp(-6.907755 / (max(seconds, 1e-4) * rate))
  }
}

func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }

/// The amplitude of a level in decibels.
func amplitude(decibels: Double) -> Double { pow(10, decibels / 20) }

/// White noise, fast: xorshift (Marsaglia 2003).
struct NoiseGenerator {
  private var state: UInt32

  init(_ seed: UInt64) { state = UInt32(truncatingIfNeeded: seed ^ (seed >> 32)) | 1 }

  /// From −1 to 1.
  @inline(__always)
  mutating func next() -> Float {
    state ^= state << 13
    state ^= state >> 17
    state ^= state << 5
    return Float(Int32(bitPattern: state)) * 0x1p-31
  }
}
