/// What went wrong with a model elsewhere.
public struct EnginesError: Error, CustomStringConvertible, Sendable {
  /// Kinds of failure.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// The code's number.
    public let rawValue: Int
    /// A code.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// The model's server can't be reached, or took too long.
    public static let unreachable = Code(rawValue: 1)
    /// The model's server refused the request.
    public static let refused = Code(rawValue: 2)
    /// What came back can't be used.
    public static let badReply = Code(rawValue: 3)
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
}
