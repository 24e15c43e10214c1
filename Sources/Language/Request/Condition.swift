public import MediaTime

/// What must be so for a request to be carried out.
public struct Condition: Hashable, Sendable, Codable {
  /// What it is about: titles, music, the film, or clips; of clips each is asked by itself.
  public var subject: Target
  /// What must be so of it.
  public var test: Test

  /// There is some of `subject`, or none.
  public init(_ subject: Target, isThere: Bool) {
    self.init(subject, isThere ? .isThere : .isNotThere)
  }

  /// `subject` passes `test`.
  public init(_ subject: Target, _ test: Test) {
    self.subject = subject
    self.test = test
  }

  /// Something that is so, or not.
  public enum Test: Hashable, Sendable, Codable {
    case isThere, isNotThere
    /// It lasts longer than this.
    case longer(Milliseconds)
    /// It lasts less than this.
    case shorter(Milliseconds)
    /// It is louder than this gain.
    case louder(Double)
    /// It is less loud than this gain.
    case quieter(Double)
  }
}
