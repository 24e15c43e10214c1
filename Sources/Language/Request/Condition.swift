/// What must be so for a request to be carried out.
public struct Condition: Hashable, Sendable, Codable {
  /// What it is about: titles, music, or clips.
  public var subject: Target
  /// Whether there must be some, rather than none.
  public var isThere: Bool

  /// There is some of `subject`, or none.
  public init(_ subject: Target, isThere: Bool) {
    self.subject = subject
    self.isThere = isThere
  }
}
