public import MediaTime
import Sound

/// A text as sound, and when each of its words is heard.
public struct SpokenAudio: Sendable {
  /// Interleaved stereo at 48 kHz, as everywhere in `Sound`; both channels are alike.
  public let samples: [Float]
  /// The words in their order, without overlap.
  public let words: [SpokenWord]
  /// What spoke: the engine's name, or several joined by `+`.
  public let engine: String

  /// Sound with timed words.
  public init(samples: [Float], words: [SpokenWord], engine: String) {
    self.samples = samples
    self.words = words
    self.engine = engine
  }

  /// How long it lasts.
  public var duration: MediaTime {
    SampleClock.time(ofFrame: samples.count / SampleClock.channels)
  }
}

/// A word and when it is heard; in Chinese and Japanese, a character.
public struct SpokenWord: Hashable, Sendable {
  /// The word as it stands in the text, without punctuation.
  public let text: String
  /// Where it stands in the request's text.
  public let range: Range<String.Index>
  /// When it begins.
  public let start: MediaTime
  /// When it is over.
  public let end: MediaTime

  /// A word and its time.
  public init(_ text: String, range: Range<String.Index>, start: MediaTime, end: MediaTime) {
    self.text = text
    self.range = range
    self.start = start
    self.end = end
  }
}
