import Foundation

/// A filter of second order for two channels (R. Bristow-Johnson, Cookbook formulae for audio
/// EQ biquad filter coefficients), in transposed direct form II.
struct Biquad {
  private let forward: (Double, Double, Double)
  private let back: (Double, Double)
  private var first = SIMD2<Double>()
  private var second = SIMD2<Double>()

  private init(_ b0: Double, _ b1: Double, _ b2: Double, _ a0: Double, _ a1: Double, _ a2: Double) {
    forward = (b0 / a0, b1 / a0, b2 / a0)
    back = (a1 / a0, a2 / a0)
  }

  /// Passes what is above `frequency` in hertz.
  static func highPass(_ frequency: Double, quality: Double) -> Biquad {
    let (cosine, alpha) = angles(frequency, quality)
    return Biquad(
      (1 + cosine) / 2, -(1 + cosine), (1 + cosine) / 2, 1 + alpha, -2 * cosine, 1 - alpha)
  }

  /// Passes what is below `frequency` in hertz.
  static func lowPass(_ frequency: Double, quality: Double) -> Biquad {
    let (cosine, alpha) = angles(frequency, quality)
    return Biquad(
      (1 - cosine) / 2, 1 - cosine, (1 - cosine) / 2, 1 + alpha, -2 * cosine, 1 - alpha)
  }

  private static func angles(_ frequency: Double, _ quality: Double) -> (Double, Double) {
    let angle = 2 * Double.pi * frequency / Double(SampleClock.rate)
    return (cos(angle), sin(angle) / (2 * quality))
  }

  @inline(__always)
  mutating func next(_ input: SIMD2<Double>) -> SIMD2<Double> {
    let output = input * forward.0 + first
    first = input * forward.1 - output * back.0 + second
    second = input * forward.2 - output * back.1
    return output
  }

  mutating func reset() { (first, second) = (SIMD2(), SIMD2()) }
}
