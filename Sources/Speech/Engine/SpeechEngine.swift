/// What turns words into a voice.
public protocol SpeechEngine: Sendable {
  /// What the engine is called in reports.
  var name: String { get }

  /// Speaks a text.
  /// - Throws: `SpeechError` where it can't be spoken.
  func speak(_ request: SpeechRequest) async throws(SpeechError) -> SpokenAudio
}
