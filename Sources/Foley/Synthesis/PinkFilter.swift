import Foundation
import Sound

/// White noise made pink: relaxations two octaves apart, each as strong as the others (A. van
/// der Ziel, On the noise spectra of semi-conductor noise and of flicker effect, 1950).
struct PinkFilter {
  private var low = SIMD2<Double>()
  private var lower = SIMD2<Double>()
  private var middle = SIMD2<Double>()
  private var higher = SIMD2<Double>()
  private var high = SIMD2<Double>()

  private static func pole(_ hertz: Double) -> Double {
    1 - exp(-2 * .pi * hertz / Double(SampleClock.rate))
  }

  private static let poles = [40.0, 160, 640, 2560, 10_240].map(pole)

  @inline(__always)
  mutating func next(_ white: SIMD2<Double>) -> SIMD2<Double> {
    low += (white * 16 - low) * Self.constants.0
    lower += (white * 8 - lower) * Self.constants.1
    middle += (white * 4 - middle) * Self.constants.2
    higher += (white * 2 - higher) * Self.constants.3
    high += (white - high) * Self.constants.4
    return (low + lower + middle + higher + high) * 0.2
  }

  private static let constants = (poles[0], poles[1], poles[2], poles[3], poles[4])
}
