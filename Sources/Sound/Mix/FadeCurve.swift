import Foundation

/// How loudness rises in a fade; a fade-out is the same curve backwards.
public enum FadeCurve: Hashable, Sendable {
  /// A quarter of a sine: two different sounds that cross keep their power.
  case equalPower
  /// Slow at both ends; two equal sounds that cross keep their amplitude.
  case smooth

  /// The gain, 0 to 1, at `progress` 0 to 1.
  func gain(at progress: Double) -> Double {
    switch self {
    case .equalPower: sin(progress * .pi / 2)
    case .smooth: progress * progress * (3 - 2 * progress)
    }
  }
}
