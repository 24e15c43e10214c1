/// Why text could not be drawn.
public struct TypeError: Error, Hashable, Sendable {
  /// What kind of failure it is.
  public struct Code: Hashable, Sendable {
    /// The code's name in logs.
    public let name: String

    /// A code of this name.
    public init(_ name: String) { self.name = name }

    /// The machine has no fonts at all.
    public static let noFonts = Code("no_fonts")
    /// The picture would be larger than can be drawn.
    public static let tooLarge = Code("too_large")
    /// Memory ran out while drawing.
    public static let outOfMemory = Code("out_of_memory")
    /// A font file can't be used.
    public static let fontFile = Code("font_file")
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

  static let noFonts = TypeError(
    .noFonts,
    "There are no fonts on this machine; install some, such as the packages fonts-noto-core, "
      + "fonts-noto-cjk and fonts-noto-color-emoji, and try again.")

  static let outOfMemory = TypeError(
    .outOfMemory, "Memory ran out while text was drawn; free some and try again.")

  static func fontFile(_ message: String) -> TypeError { TypeError(.fontFile, message) }

  static func tooLarge(width: Int, height: Int) -> TypeError {
    TypeError(
      .tooLarge,
      "The text would make a picture of \(width)×\(height) pixels, which is more than can be "
        + "drawn; choose smaller letters or a narrower width.")
  }
}

extension TypeError: CustomStringConvertible {
  /// The message.
  public var description: String { message }
}
