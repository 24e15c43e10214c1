import MediaTime
import Synchronization
import Testing

@testable import Speech

@Suite struct RemoteSpeechTests {
  /// A voice that says a made-up word for each word of a passage.
  final class Passages: PassageVoice {
    let name = "elsewhere"
    private let heard = Mutex<[String]>([])
    private let answer: [UInt8]?
    var passages: [String] { heard.withLock { $0 } }

    init(answer: [UInt8]? = nil) { self.answer = answer }

    func wave(
      of passage: String, for request: SpeechRequest
    ) async throws(SpeechError) -> [UInt8] {
      heard.withLock { $0.append(passage) }
      return answer ?? Sounds.file(Sounds.word(3, seconds: 0.2 + Double(passage.count) / 50))
    }
  }

  @Test("Passages keep the text as it is written, and paragraphs part them")
  func asksForPassages() async throws {
    let voice = Passages()
    let text = "Hello, “world”!  How are\nyou?\n\nNext 你好。"
    let spoken = try await RemoteSpeech(voice, timedBy: nil).speak(SpeechRequest(text))
    #expect(voice.passages == ["Hello, “world”! How are you?", "Next 你好。"])
    #expect(spoken.words.map(\.text) == ["Hello", "world", "How", "are", "you", "Next", "你", "好"])
    #expect(spoken.engine == "elsewhere")
    for (first, second) in zip(spoken.words, spoken.words.dropFirst()) {
      #expect(first.start < first.end && first.end <= second.start)
    }
  }

  @Test("Long texts are asked for in parts")
  func partsLongTexts() {
    let text = String(repeating: "This is a sentence of words. ", count: 100)
    let passages = RemoteSpeech.passages(SpokenText(text).phrases, of: text)
    #expect(passages.count > 5)
    #expect(passages.allSatisfy { $0.text.count <= RemoteSpeech.longestPassage + 40 })
    #expect(passages.map(\.text).joined(separator: " ") + " " == text)
  }

  @Test("A text without an end of a sentence is parted all the same")
  func partsEndlessTexts() {
    let text = String(repeating: "words ", count: 800)
    let passages = RemoteSpeech.passages(SpokenText(text).phrases, of: text)
    #expect(passages.allSatisfy { $0.text.count <= 3 * RemoteSpeech.longestPassage })
    #expect(passages.flatMap(\.phrases).flatMap(\.words).count == 800)
  }

  @Test("An answer that is no sound, or silence, is told")
  func tellsBadAnswers() async {
    let silence = Sounds.file(Waveform(samples: Sounds.silence(1), rate: 16_000))
    for answer in [Array("{}".utf8), silence] {
      let speech = RemoteSpeech(Passages(answer: answer), timedBy: nil)
      await #expect(throws: SpeechError.self) { try await speech.speak(SpeechRequest("One two.")) }
    }
  }
}
