import Director
import Engines
import Foundation
import MediaTime
import Speech
import Timeline

/// Speaks voice-overs: by the server that the environment names, else by what is installed here.
struct VoiceDesk {
  /// Speaks into a WAV file at `path`.
  /// - Throws: `SpeechError` where nothing can speak, or the file can't be written.
  static func speak(
    _ voice: VoiceOver, to path: String
  ) async throws(SpeechError) -> Spoken {
    let audio = try await engine().speak(request(voice))
    do {
      try audio.waveFile.write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw SpeechError(
        .engineFailed, "The voice-over can't be kept in \(path); free some space.")
    }
    return Spoken(duration: audio.duration.milliseconds, words: words(of: audio, in: voice.text))
  }

  /// `KINORA_SPEECH_URL` names a server that speaks as OpenAI's interface has it.
  private static func engine() throws(SpeechError) -> any SpeechEngine {
    let environment = ProcessInfo.processInfo.environment
    guard let base = environment["KINORA_SPEECH_URL"], !base.isEmpty else {
      return try LocalSpeech()
    }
    return HTTPSpeechEngine(
      base: base, model: environment["KINORA_SPEECH_MODEL"] ?? "tts-1",
      voice: environment["KINORA_SPEECH_VOICE"] ?? "alloy",
      key: environment["KINORA_SPEECH_KEY"], timedBy: try? LocalSpeech())
  }

  private static func request(_ voice: VoiceOver) -> SpeechRequest {
    var request = SpeechRequest(voice.text, rate: voice.rate)
    request.language = voice.language.map { $0 == .chinese ? "zh" : "en" }
    request.gender = voice.gender.map { $0 == .female ? .female : .male }
    return request
  }

  /// Each word with the marks that stand behind it in the text.
  private static func words(of audio: SpokenAudio, in text: String) -> [TimedWord] {
    audio.words.enumerated().map { index, word in
      let isLast = index + 1 == audio.words.count
      let next = isLast ? text.endIndex : audio.words[index + 1].range.lowerBound
      let isPlace = word.range.lowerBound <= next && next <= text.endIndex
      let written = isPlace ? String(text[word.range.lowerBound..<next]) : word.text
      return TimedWord(
        written.trimmingCharacters(in: .whitespacesAndNewlines),
        start: word.start.milliseconds, end: word.end.milliseconds)
    }
  }
}
