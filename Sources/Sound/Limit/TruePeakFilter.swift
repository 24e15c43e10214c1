import Foundation

/// Peaks between samples: the signal at four times its rate (ITU-R BS.1770-4, annex 2), by a
/// Hann-windowed sinc of 49 taps.
struct TruePeakFilter {
  /// Samples that a peak is known late.
  static let delay = 6
  /// Samples before and after a point between two samples that bear on it.
  static let taps = 12
  /// The most that a peak between samples can exceed the samples around it.
  let reach: Float

  /// Coefficients of the three phases between two samples, the newest sample's first.
  private let phases: [SIMD4<Float>]

  init() {
    var phases: [SIMD4<Float>] = []
    for tap in 0..<Self.taps {
      phases.append(
        SIMD4(
          Self.coefficient(4 * tap + 1), Self.coefficient(4 * tap + 2),
          Self.coefficient(4 * tap + 3), 0))
    }
    self.phases = phases
    var sums = SIMD4<Float>()
    for phase in phases { sums += SIMD4(abs(phase.x), abs(phase.y), abs(phase.z), 0) }
    reach = max(sums.max(), 1) * 1.001
  }

  private static func coefficient(_ index: Int) -> Float {
    let x = Double(index - 24) * .pi / 4
    let window = 0.5 * (1 - cos(2 * .pi * Double(index) / 48))
    return Float((x == 0 ? 1 : sin(x) / x) * window)
  }

  /// The largest magnitude, in either channel, from frame `frame - delay` up to the next one.
  /// Frames `frame - 12 ..< frame + 1` are in `samples`, interleaved.
  func peak(at frame: Int, in samples: Span<Float>) -> Float {
    var (left, right) = (SIMD4<Float>(), SIMD4<Float>())
    var index = frame &* 2
    for phase in phases {
      left += phase * samples[index]
      right += phase * samples[index &+ 1]
      index &-= 2
    }
    let between = max(Self.magnitude(left), Self.magnitude(right))
    let center = (frame &- Self.delay) &* 2
    return max(between, max(abs(samples[center]), abs(samples[center &+ 1])))
  }

  @inline(__always)
  private static func magnitude(_ values: SIMD4<Float>) -> Float {
    max(abs(values.x), max(abs(values.y), abs(values.z)))
  }
}
