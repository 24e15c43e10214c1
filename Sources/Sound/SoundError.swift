/// Why sound could not be measured.
public struct SoundError: Error, Hashable, Sendable {
  /// What kind of failure it is.
  public struct Code: Hashable, Sendable {
    /// The code's name in logs.
    public let name: String

    /// A code of this name.
    public init(_ name: String) { self.name = name }

    /// Memory ran out.
    public static let outOfMemory = Code("out_of_memory")
  }

  /// What kind of failure it is.
  public let code: Code
  /// One sentence that says what happened and what to do.
  public let message: String

  /// An error of this kind.
  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }
}

extension SoundError: CustomStringConvertible {
  /// The message.
  public var description: String { message }
}
