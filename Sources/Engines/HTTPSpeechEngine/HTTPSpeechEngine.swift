public import AsyncHTTPClient
import NIOCore
public import Speech

/// A voice over HTTP, as OpenAI's speech interface has it and many servers speak it: text in JSON
/// to `/v1/audio/speech`, a WAV file back.
///
/// ```swift
/// let engine = HTTPSpeechEngine(
///   base: "http://127.0.0.1:8880/v1", model: "kokoro", timedBy: try? LocalSpeech())
/// let spoken = try await engine.speak(SpeechRequest("Welcome to the lake."))
/// ```
public struct HTTPSpeechEngine: SpeechEngine {
  private let speech: RemoteSpeech

  /// An engine at `base`.
  /// - Parameters:
  ///   - base: where it answers, such as `http://127.0.0.1:8880/v1`.
  ///   - model: the model's name.
  ///   - voice: the voice that is asked for where a request names none.
  ///   - key: sent as a bearer token, and to that address only.
  ///   - timeLimit: seconds for each passage of the text.
  ///   - local: the programs that words are timed by; nil where none is installed.
  ///   - client: sends the requests.
  public init(
    base: String, model: String, voice: String = "alloy", key: String? = nil, timeLimit: Int = 60,
    timedBy local: LocalSpeech? = nil, client: HTTPClient = .engines
  ) {
    let voice = HTTPPassageVoice(
      address: HTTPPassageVoice.address(base), model: model, voice: voice, key: key,
      timeLimit: .seconds(Int64(timeLimit)), client: client)
    speech = RemoteSpeech(voice, timedBy: local)
  }

  /// The model's name.
  public var name: String { speech.name }

  /// Speaks a text, a few sentences at a time.
  /// - Throws: `SpeechError` where the engine can't be reached, refuses, or gives no sound.
  public func speak(_ request: SpeechRequest) async throws(SpeechError) -> SpokenAudio {
    try await speech.speak(request)
  }
}
