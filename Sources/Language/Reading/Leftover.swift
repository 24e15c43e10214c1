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
