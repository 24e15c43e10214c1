/// How much time the film's picture is worth.
public enum Quality: String, Hashable, Sendable, Codable, CaseIterable {
  /// Quick to make, to look at once.
  case draft
  /// The usual one.
  case standard
  /// The best one.
  case high
}
