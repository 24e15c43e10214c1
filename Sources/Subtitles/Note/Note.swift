/// Something that was mended, or left out, while a file was read.
public struct Note: Hashable, Sendable {
  /// What was amiss.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Text in an encoding that had to be guessed.
    case guessedEncoding
    /// Bytes that are no text in the file's encoding.
    case damagedText
    /// Cues that stood out of order.
    case outOfOrder
    /// Cues that end before they start.
    case endBeforeStart
    /// Cues that run a little into the next one.
    case shortOverlap
    /// Cues that share the screen for longer.
    case longOverlap
    /// Times before the beginning.
    case negativeTime
    /// Times beyond a day.
    case absurdTime
    /// Lines that should hold times and don't.
    case badTime
    /// Cues without a number.
    case missingNumber
    /// Cues without a blank line before them.
    case missingBlankLine
    /// Cues without words.
    case noText
    /// Cues that say the same at the same time as another.
    case duplicate
    /// Lines that roll up from one cue into the next.
    case rollingText
    /// Drawings, which are no words.
    case drawing
    /// Texts longer than a screen ever holds.
    case longText
  }

  /// What was amiss.
  public let kind: Kind
  /// How often.
  public let count: Int
  /// The line of the file where it was first seen, counted from 1; nil where it has none.
  public let line: Int?
  /// One sentence that says what was found and what was done.
  public let message: String
}

extension Note: CustomStringConvertible {
  /// The message.
  public var description: String { message }
}
