import Foundation
import Sound

/// A low, a band and a high pass at once, for two channels, which may be tuned while they run
/// (V. Zavalishin, The art of VA filter design, 2012, chapter 4).
struct StateVariableFilter {
  private var damping = 1.0
  private var gain = 0.0
  private var scale = 1.0
  private var first = SIMD2<Double>()
  private var second = SIMD2<Double>()

  /// What passed.
  struct Output {
    let low: SIMD2<Double>
    /// At full strength in the middle of the band.
    let band: SIMD2<Double>
    let high: SIMD2<Double>
  }

  init(_ hertz: Double, quality: Double = 0.7071) { tune(hertz, quality: quality) }

  mutating func tune(_ hertz: Double, quality: Double = 0.7071) {
    let bounded = min(max(hertz, 5), 21_000)
    gain = tan(.pi * bounded / Double(SampleClock.rate))
    damping = 1 / quality
    scale = 1 / (1 + gain * (gain + damping))
  }

  @inline(__always)
  mutating func next(_ input: SIMD2<Double>) -> Output {
    let high = (input - first * (gain + damping) - second) * scale
    let band = high * gain + first
    first = high * gain + band
    let low = band * gain + second
    second = band * gain + low
    return Output(low: low, band: band * damping, high: high)
  }
}
