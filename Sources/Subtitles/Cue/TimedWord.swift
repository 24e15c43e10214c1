public import MediaTime

/// A word of a cue, or a few that the file times together, and when it is said.
public struct TimedWord: Hashable, Sendable {
  /// The word as it stands in the cue's text, with no space at either end.
  public var text: String
  /// When it begins.
  public var start: MediaTime
  /// When it is over.
  public var end: MediaTime

  /// A word and its time.
  public init(_ text: String, start: MediaTime, end: MediaTime) {
    self.text = text
    self.start = start
    self.end = end
  }
}
