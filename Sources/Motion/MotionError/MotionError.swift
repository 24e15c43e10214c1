/// Why something that was given could not be used: one sentence for whoever gave it.
public struct MotionError: Error, Hashable, Sendable {
  /// The kind of failure.
  public var code: Code
  /// What happened and what to do, as one sentence.
  public var message: String

  /// A failure of this kind.
  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// A kind of failure; more may come.
  public struct Code: Hashable, Sendable {
    /// The word in logs and replies.
    public let rawValue: String

    /// Something about a colour table cannot be read.
    public static let badColorCube = Code(rawValue: "bad_color_cube")
  }
}

extension MotionError: CustomStringConvertible {
  /// The message.
  public var description: String { message }
}
