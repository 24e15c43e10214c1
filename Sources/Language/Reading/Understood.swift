/// A request with the words that asked for it.
public struct Understood: Hashable, Sendable, Codable {
  /// What was asked for.
  public let request: Request
  /// From the first to the last of its words.
  public let span: Span

  /// `request`, said by the words at `span`.
  public init(request: Request, span: Span) {
    self.request = request
    self.span = span
  }
}
