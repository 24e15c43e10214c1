public import MediaTime

/// What is taken off a clip or the film; times are counted from its start.
public enum Trim: Hashable, Sendable, Codable {
  /// Its first so many milliseconds go.
  case dropFirst(Milliseconds)
  /// Its last so many milliseconds go.
  case dropLast(Milliseconds)
  /// Only its first so many milliseconds stay.
  case keepFirst(Milliseconds)
  /// Only its last so many milliseconds stay.
  case keepLast(Milliseconds)
  /// Only what lies between two moments stays.
  case keep(from: Milliseconds, to: Milliseconds)
  /// What lies between two moments goes.
  case drop(from: Milliseconds, to: Milliseconds)
  /// Only a share of it stays, 0 to 1 of its length: 0 to 0.5 is its first half.
  case keepShare(from: Double, to: Double)
  /// A share of it goes.
  case dropShare(from: Double, to: Double)
}
