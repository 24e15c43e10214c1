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

/// Words of an utterance that no rule used, with their place.
public struct Leftover: Hashable, Sendable, Codable {
  /// The words, as they were typed.
  public var text: String
  /// Where they stand.
  public var span: Span

  /// The words `text` at `span`.
  public init(text: String, span: Span) {
    self.text = text
    self.span = span
  }
}
