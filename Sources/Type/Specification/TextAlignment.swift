/// How lines stand to each other inside the block of text.
public enum TextAlignment: String, Hashable, Sendable, CaseIterable {
  /// Flush on the left.
  case left
  /// Each line centred.
  case center
  /// Flush on the right.
  case right

  /// The share of a line's free room that lies to its left.
  var leading: Double {
    switch self {
    case .left: 0
    case .center: 0.5
    case .right: 1
    }
  }
}
