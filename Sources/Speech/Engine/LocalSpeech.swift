import Foundation

/// The voices of the programs that are installed here: Flite for English, eSpeak NG for the rest.
///
/// They are looked for on the `PATH`; the environment's `KINORA_FLITE` and `KINORA_ESPEAK` name
/// others.
///
/// ```swift
/// let speech = try LocalSpeech()
/// let spoken = try await speech.speak(SpeechRequest("Welcome to the lake."))
/// ```
public struct LocalSpeech: SpeechEngine {
  private let voices: [any PhraseVoice]

  /// The programs' names, joined by `+`.
  public var name: String { voices.map(\.name).joined(separator: "+") }

  /// Finds the programs by this process's environment.
  /// - Throws: `SpeechError` where there is none.
  public init() throws(SpeechError) {
    try self.init(environment: ProcessInfo.processInfo.environment)
  }

  /// Finds the programs.
  /// - Parameter environment: where `PATH` and the programs' own variables are looked up.
  /// - Throws: `SpeechError` where there is none.
  public init(environment: [String: String]) throws(SpeechError) {
    var voices: [any PhraseVoice] = []
    if let flite = SpeechProgram.find("flite", override: "KINORA_FLITE", in: environment) {
      voices.append(FliteVoice(program: flite))
    }
    if let espeak = SpeechProgram.find("espeak-ng", override: "KINORA_ESPEAK", in: environment) {
      voices.append(EspeakVoice(program: espeak))
    }
    guard !voices.isEmpty else {
      throw SpeechError(
        .noEngine,
        "No program that speaks was found; install the packages flite and espeak-ng.")
    }
    self.init(voices: voices)
  }

  init(voices: [any PhraseVoice]) { self.voices = voices }

  /// The voice whose words are compared with those of others: the quickest that has the language.
  func voice(for language: String) -> (any PhraseVoice)? {
    voices.last { $0.speaks(language) }
  }

  /// Speaks a text, sentence by sentence, in the voice of each one's language.
  /// - Throws: `SpeechError` where there is nothing to say, too much, or no voice for it.
  public func speak(_ request: SpeechRequest) async throws(SpeechError) -> SpokenAudio {
    try await Narrator(voices: voices).speak(request)
  }
}
