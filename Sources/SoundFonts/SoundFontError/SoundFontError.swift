/// Why a score can't be played with a sound font: one sentence for whoever asked for it.
public struct SoundFontError: Error, Hashable, Sendable {
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

    /// FluidSynth isn't installed, or it can't be opened.
    public static let missingLibrary = Code(rawValue: "missing_library")
    /// There is no sound font where it was looked for.
    public static let missingFont = Code(rawValue: "missing_font")
    /// The file is no sound font, or a damaged one.
    public static let badFont = Code(rawValue: "bad_font")
    /// FluidSynth doesn't play.
    public static let unplayable = Code(rawValue: "unplayable")
  }
}

extension SoundFontError: CustomStringConvertible {
  /// The message.
  public var description: String { message }
}
