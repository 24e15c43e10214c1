public import MediaTime
public import Timeline

/// What a voice-over became: how long it is, and when each word is heard.
public struct Spoken: Hashable, Sendable, Codable {
  /// Its length.
  public var duration: Milliseconds
  /// The words, in order.
  public var words: [TimedWord]

  /// A voice-over of that length.
  public init(duration: Milliseconds, words: [TimedWord]) {
    self.duration = duration
    self.words = words
  }
}
