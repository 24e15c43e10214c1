public import MediaTime

/// Words on screen for a while.
public struct Cue: Hashable, Sendable {
  /// Where the words stand.
  public enum Placement: String, Hashable, Sendable {
    /// At the foot of the picture, where subtitles are.
    case bottom
    /// At the head of the picture, so that they leave its foot free.
    case top
  }

  /// When the words appear.
  public var start: MediaTime
  /// When they are gone.
  public var end: MediaTime
  /// The words, plain, with a line feed between lines and none at either end.
  public var text: String
  /// Whether all of it is in italics.
  public var isItalic: Bool
  /// Where the words stand.
  public var placement: Placement
  /// Who says them, where the file tells.
  public var speaker: String?
  /// When each word is said, where the file tells; else empty. In the order of `text`.
  public var words: [TimedWord]

  /// A cue.
  /// - Parameters:
  ///   - start: when the words appear.
  ///   - end: when they are gone.
  ///   - text: the words, plain, with a line feed between lines.
  ///   - isItalic: whether all of it is in italics.
  ///   - placement: where the words stand.
  ///   - speaker: who says them.
  ///   - words: when each word is said.
  public init(
    start: MediaTime, end: MediaTime, text: String, isItalic: Bool = false,
    placement: Placement = .bottom, speaker: String? = nil, words: [TimedWord] = []
  ) {
    self.start = start
    self.end = end
    self.text = text
    self.isItalic = isItalic
    self.placement = placement
    self.speaker = speaker
    self.words = words
  }
}
