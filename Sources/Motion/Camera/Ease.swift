/// How speed is spread over a move: a map of 0…1 onto itself, monotone.
public enum Ease: Hashable, Sendable {
  /// One speed throughout.
  case linear
  /// Sets off gently (cubic).
  case easeIn
  /// Comes to rest gently (cubic).
  case easeOut
  /// Both, by Hermite's smooth step.
  case inOut

  /// How much of the move is done when `share` of its time has passed; kept within 0…1.
  public func progress(_ share: Double) -> Double {
    let t = max(0, min(1, share))
    switch self {
    case .linear: return t
    case .easeIn: return t * t * (1.5 - 0.5 * t)
    case .easeOut:
      let u = 1 - t
      return 1 - u * u * (1.5 - 0.5 * u)
    case .inOut: return t * t * (3 - 2 * t)
    }
  }
}
