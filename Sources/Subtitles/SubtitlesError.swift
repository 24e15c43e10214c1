/// Why subtitles could not be read.
public struct SubtitlesError: Error, Hashable, Sendable {
  /// What kind of failure it is.
  public struct Code: Hashable, Sendable {
    /// The code's name in logs.
    public let name: String

    /// A code of this name.
    public init(_ name: String) { self.name = name }

    /// The file holds nothing at all.
    public static let empty = Code("empty")
    /// The file holds no subtitle in a format that is read.
    public static let unreadable = Code("unreadable")
    /// The file has more bytes or cues than are read.
    public static let tooLarge = Code("too_large")
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

extension SubtitlesError: CustomStringConvertible {
  /// The message.
  public var description: String { message }
}
