/// A change of the order of clips; places are counted as in ``Target/clip(_:)``.
public enum OrderRequest: Hashable, Sendable, Codable {
  /// A clip is to stand at a place.
  case move(Int, to: Int)
  /// A clip is to come right before another.
  case moveBefore(Int, Int)
  /// A clip is to come right after another.
  case moveAfter(Int, Int)
  /// Two clips change their places.
  case swap(Int, Int)
  /// The last comes first.
  case reverse
}
