public import MediaTime

/// How much longer or shorter something is to last.
public enum LengthChange: Hashable, Sendable, Codable {
  /// So many times as long.
  case times(Double)
  /// Longer by so much; shorter where it is negative.
  case plus(Milliseconds)
}
