/// A stretch of an utterance, counted in Unicode scalars from its start; half open.
public struct Span: Hashable, Sendable, Codable {
  /// The first scalar inside.
  public var start: Int
  /// The first scalar after it.
  public var end: Int

  /// A stretch from `start` up to, and not including, `end`.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  /// The smallest span that holds both.
  public func joined(_ other: Span) -> Span {
    Span(min(start, other.start), max(end, other.end))
  }
}
