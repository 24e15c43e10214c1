/// A program's voice, asked for a phrase at a time.
protocol PhraseVoice: Sendable {
  /// What it is called in reports.
  var name: String { get }

  /// Whether it has the language, a primary subtag of BCP 47.
  func speaks(_ language: String) -> Bool

  /// Whether it has a voice of this name.
  func has(voice: String) -> Bool

  /// The phrase as sound.
  func sound(of phrase: String, _ manner: Manner) async throws(SpeechError) -> Waveform
}

/// How a phrase is spoken.
struct Manner: Hashable, Sendable {
  var language: String
  var voice: String?
  var gender: SpeechRequest.Gender?
  var rate = 1.0
  var pitch = 1.0
}
