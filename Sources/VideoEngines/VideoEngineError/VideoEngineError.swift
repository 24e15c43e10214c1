/// What went wrong with a model that makes clips.
public struct VideoEngineError: Error, CustomStringConvertible, Sendable {
  /// Kinds of failure.
  public struct Code: Hashable, Sendable {
    let name: String

    /// It can't be reached, or took too long.
    public static let unreachable = Code(name: "unreachable")
    /// It doesn't accept the key.
    public static let unauthorized = Code(name: "unauthorized")
    /// It doesn't do what was asked: its limits, its rules, its policy.
    public static let refused = Code(name: "refused")
    /// It has too much to do.
    public static let busy = Code(name: "busy")
    /// It broke while working.
    public static let failed = Code(name: "failed")
    /// Somebody ended the clip.
    public static let cancelled = Code(name: "cancelled")
    /// It doesn't know the clip, or no longer.
    public static let gone = Code(name: "gone")
    /// What it answered can't be used.
    public static let badReply = Code(name: "bad reply")
    /// The line broke while a clip was asked for: it may have been begun, or not.
    public static let lost = Code(name: "lost")
    /// The answer can't be written down.
    public static let unwritable = Code(name: "unwritable")
  }

  /// The kind of failure.
  public let code: Code
  /// What happened and what to do, one sentence.
  public let message: String
  /// What it follows from.
  public let cause: (any Error)?

  /// A failure.
  public init(_ code: Code, _ message: String, cause: (any Error)? = nil) {
    self.code = code
    self.message = message
    self.cause = cause
  }

  /// The message.
  public var description: String { message }

  /// Whether the same may go well a little later, or with another engine.
  public var isPassing: Bool { [.unreachable, .busy, .lost].contains(code) }
}
