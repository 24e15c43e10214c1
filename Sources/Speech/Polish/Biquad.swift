import Foundation

/// A filter of the second order (Bristow-Johnson, “Cookbook formulae for audio EQ biquad filter
/// coefficients”), for one channel at 48 kHz.
struct Biquad {
  private let feedForward: (Double, Double, Double)
  private let feedBack: (Double, Double)
  private var state = (0.0, 0.0)

  private init(_ b: (Double, Double, Double), _ a: (Double, Double, Double)) {
    feedForward = (b.0 / a.0, b.1 / a.0, b.2 / a.0)
    feedBack = (a.1 / a.0, a.2 / a.0)
  }

  private static let rate = 48_000.0

  /// Takes away what lies below `hertz`, 12 dB an octave.
  static func highPass(_ hertz: Double) -> Biquad {
    let angle = 2 * .pi * hertz / rate
    let (alpha, cosine) = (sin(angle) * 0.5.squareRoot(), cos(angle))
    return Biquad(
      ((1 + cosine) / 2, -1 - cosine, (1 + cosine) / 2), (1 + alpha, -2 * cosine, 1 - alpha))
  }

  /// Takes away what lies above `hertz`, 12 dB an octave.
  static func lowPass(_ hertz: Double) -> Biquad {
    let angle = 2 * .pi * hertz / rate
    let (alpha, cosine) = (sin(angle) * 0.5.squareRoot(), cos(angle))
    return Biquad(
      ((1 - cosine) / 2, 1 - cosine, (1 - cosine) / 2), (1 + alpha, -2 * cosine, 1 - alpha))
  }

  /// Lifts or lowers what lies about `hertz` by `decibels`.
  static func bell(_ hertz: Double, decibels: Double, width: Double) -> Biquad {
    let angle = 2 * .pi * hertz / rate
    let (alpha, cosine) = (sin(angle) / (2 * width), cos(angle))
    let gain = pow(10, decibels / 40)
    return Biquad(
      (1 + alpha * gain, -2 * cosine, 1 - alpha * gain),
      (1 + alpha / gain, -2 * cosine, 1 - alpha / gain))
  }

  /// Keeps what lies about `hertz`.
  static func bandPass(_ hertz: Double, width: Double) -> Biquad {
    let angle = 2 * .pi * hertz / rate
    let (alpha, cosine) = (sin(angle) / (2 * width), cos(angle))
    return Biquad((alpha, 0, -alpha), (1 + alpha, -2 * cosine, 1 - alpha))
  }

  mutating func filter(_ sample: Float) -> Float {
    let input = Double(sample)
    let output = feedForward.0 * input + state.0
    state.0 = feedForward.1 * input - feedBack.0 * output + state.1
    state.1 = feedForward.2 * input - feedBack.1 * output
    return Float(output)
  }
}
