import Foundation
import MediaTime
import Sound
import Testing

@testable import Speech

/// What the programs do that are installed here; without them these are skipped.
@Suite struct InstalledTests {
  private static let environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""]
  private static var speech: LocalSpeech? { try? LocalSpeech(environment: environment) }
  static let hasFlite =
    SpeechProgram.find("flite", override: "KINORA_FLITE", in: environment) != nil
  static let hasEspeak =
    SpeechProgram.find("espeak-ng", override: "KINORA_ESPEAK", in: environment) != nil

  @Test("Flite speaks English, faster where asked", .enabled(if: hasFlite))
  func speaksEnglish() async throws {
    let speech = try #require(Self.speech)
    let text = "In 2026, Dr. Smith walked 3.5 miles, 10% more."
    let spoken = try await speech.speak(SpeechRequest(text))
    #expect(spoken.engine == "flite")
    #expect((3.0...7.0).contains(spoken.duration.seconds))
    #expect(
      spoken.words.map(\.text)
        == text.split(separator: " ").map {
          $0.trimmingCharacters(in: CharacterSet(charactersIn: ",."))
        })
    let longest = spoken.words.max { $0.end - $0.start < $1.end - $1.start }
    #expect(longest?.text == "2026" || longest?.text == "10%" || longest?.text == "3.5")
    let fast = try await speech.speak(SpeechRequest(text, rate: 1.6))
    let ratio = spoken.duration.seconds / fast.duration.seconds
    #expect((1.3...1.8).contains(ratio))
  }

  @Test("eSpeak NG speaks Chinese with English in it, a voice throughout", .enabled(if: hasEspeak))
  func speaksChinese() async throws {
    let speech = try #require(Self.speech)
    let text = "你好，我们今天去看海。这个TikTok视频很好看！"
    let spoken = try await speech.speak(SpeechRequest(text))
    #expect(spoken.engine == "espeak-ng")
    #expect(spoken.words.count == 17 && spoken.words.map(\.text).contains("TikTok"))
    #expect((3.5...8.0).contains(spoken.duration.seconds))
    for word in spoken.words {
      let seconds = (word.end - word.start).seconds
      #expect((0.05...0.9).contains(seconds), "\(word)")
    }
    // Something is heard while a word is said.
    for word in spoken.words {
      let (start, end) = (SampleClock.frame(at: word.start), SampleClock.frame(at: word.end))
      let peak = spoken.samples[start * 2..<end * 2].reduce(0) { max($0, abs($1)) }
      #expect(peak > 0.01, "\(word)")
    }
  }
}
