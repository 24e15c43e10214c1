/// A text to be spoken, and how.
public struct SpeechRequest: Hashable, Sendable {
  /// The words, plain; a line feed ends a sentence, an empty line a paragraph.
  public var text: String
  /// The language as a BCP 47 tag, such as `en` or `zh-CN`; nil where its script tells.
  public var language: String?
  /// The engine's name of a voice; nil for its best.
  public var voice: String?
  /// Whose voice, where no name says; nil for the engine's best.
  public var gender: Gender?
  /// How fast: 1 as the voice speaks by itself, 2 twice as fast; from 0.5 to 2.
  public var rate: Double
  /// How high: 1 as the voice is by itself, 2 an octave above; from 0.5 to 2.
  public var pitch: Double

  /// Voices, as listeners tell them apart.
  public enum Gender: String, Hashable, Sendable, CaseIterable {
    case female, male
  }

  /// Longer texts are refused, in characters.
  public static let longestText = 5000

  /// A text to be spoken.
  /// - Parameters:
  ///   - text: the words.
  ///   - language: a BCP 47 tag; nil where the script tells.
  ///   - voice: the engine's name of a voice; nil for its best.
  ///   - rate: how fast, from 0.5 to 2; what lies outside is brought inside.
  ///   - pitch: how high, from 0.5 to 2; what lies outside is brought inside.
  public init(
    _ text: String, language: String? = nil, voice: String? = nil, rate: Double = 1,
    pitch: Double = 1
  ) {
    self.text = text
    self.language = language
    self.voice = voice
    self.rate = Self.bounded(rate)
    self.pitch = Self.bounded(pitch)
  }

  private static func bounded(_ factor: Double) -> Double {
    factor.isFinite ? min(max(factor, 0.5), 2) : 1
  }
}
