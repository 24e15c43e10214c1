/// Why words could not be spoken.
public struct SpeechError: Error, Hashable, Sendable {
  /// What kind of failure it is.
  public struct Code: Hashable, Sendable {
    /// The code's name in logs.
    public let name: String

    /// A code of this name.
    public init(_ name: String) { self.name = name }

    /// No program that speaks was found.
    public static let noEngine = Code("no_engine")
    /// Nothing was left to say, or too much.
    public static let badText = Code("bad_text")
    /// The voice or the language isn't there.
    public static let unknownVoice = Code("unknown_voice")
    /// The engine ended with a failure, or took too long.
    public static let engineFailed = Code("engine_failed")
    /// What the engine gave is no sound that can be used.
    public static let badSound = Code("bad_sound")
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

extension SpeechError: CustomStringConvertible {
  /// The message.
  public var description: String { message }
}
