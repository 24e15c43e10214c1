import Foundation
import MediaTime
import NIOHTTP1
import Speech
import Testing

@testable import Engines

@Suite struct HTTPSpeechEngineTests {
  /// A WAV file of half a second: a tone of 220 Hz in 16 bits at 24 kHz, its sizes unknown.
  private static let wave: [UInt8] = {
    let samples = (0..<12_000).map { Int16(8000 * sin(2 * .pi * 220 * Double($0) / 24_000)) }
    func little(_ value: UInt32, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) }
    }
    return Array("RIFF".utf8) + little(.max, 4) + Array("WAVEfmt ".utf8) + little(16, 4)
      + little(1, 2) + little(1, 2) + little(24_000, 4) + little(48_000, 4) + little(2, 2)
      + little(16, 2) + Array("data".utf8) + little(.max, 4)
      + samples.flatMap { little(UInt32(UInt16(bitPattern: $0)), 2) }
  }()

  @Test("Passages are asked for as the interface has it, and their words are timed")
  func speaks() async throws {
    try await SpeechServer.with(SpeechServer.Answer(body: Self.wave)) { server in
      let engine = HTTPSpeechEngine(
        base: server.base + "/v1/", model: "kokoro", voice: "af_sky", key: "secret")
      let text = "Say \"hello\", world.\n\n你好！"
      let spoken = try await engine.speak(SpeechRequest(text, rate: 1.25))
      #expect(spoken.engine == "kokoro" && engine.name == "kokoro")
      #expect(spoken.words.map(\.text) == ["Say", "hello", "world", "你", "好"])
      for word in spoken.words { #expect(text[word.range] == word.text) }
      for (first, second) in zip(spoken.words, spoken.words.dropFirst()) {
        #expect(first.start < first.end && first.end <= second.start)
      }
      #expect((1.0...2.5).contains(spoken.duration.seconds))
      #expect(server.requests.map(\.path) == ["/v1/audio/speech", "/v1/audio/speech"])
      #expect(server.requests.allSatisfy { $0.key == "Bearer secret" })
      let body = try #require(server.requests.first?.body.data(using: .utf8))
      let json = try #require(try JSONSerialization.jsonObject(with: body) as? [String: Any])
      #expect(json["model"] as? String == "kokoro" && json["voice"] as? String == "af_sky")
      #expect(json["input"] as? String == "Say \"hello\", world.")
      #expect(json["response_format"] as? String == "wav" && json["speed"] as? Double == 1.25)
      #expect(json.count == 5)
    }
  }

  @Test("A request's own voice is asked for, and no key is sent where there is none")
  func asksForVoice() async throws {
    try await SpeechServer.with(SpeechServer.Answer(body: Self.wave)) { server in
      let engine = HTTPSpeechEngine(base: server.base, model: "m")
      _ = try await engine.speak(SpeechRequest("Hello.", voice: "nova"))
      let asked = try #require(server.requests.first)
      #expect(asked.path == "/v1/audio/speech" && asked.key == nil)
      #expect(asked.body.contains("\"voice\":\"nova\""))
    }
  }

  @Test(
    "The address may have its version and path or not",
    arguments: ["http://a", "http://a/", "http://a/v1", "http://a/v1/", "http://a/v1/audio/speech"])
  func completesAddresses(_ base: String) {
    #expect(HTTPPassageVoice.address(base) == "http://a/v1/audio/speech")
  }

  @Test(
    "What goes wrong is told in a sentence, without the key",
    arguments: [
      (SpeechServer.Answer(status: .unauthorized), SpeechError.Code.engineFailed, "401"),
      (SpeechServer.Answer(status: .notFound), .engineFailed, "model"),
      (SpeechServer.Answer(status: .tooManyRequests), .engineFailed, "wait"),
      (SpeechServer.Answer(status: .internalServerError), .engineFailed, "500"),
      (SpeechServer.Answer(body: Array("{\"error\":1}".utf8)), .badSound, "WAV"),
      (SpeechServer.Answer(body: Array(wave.prefix(44))), .badSound, "no sound"),
      (SpeechServer.Answer(isMute: true), .engineFailed, "did not answer"),
    ])
  func tellsFailures(
    _ answer: SpeechServer.Answer, _ code: SpeechError.Code, _ words: String
  ) async throws {
    try await SpeechServer.with(answer) { server in
      let engine = HTTPSpeechEngine(base: server.base, model: "m", key: "secret", timeLimit: 1)
      await #expect {
        try await engine.speak(SpeechRequest("Hello there."))
      } throws: {
        let message = ($0 as? SpeechError)?.message ?? ""
        return ($0 as? SpeechError)?.code == code && message.contains(words)
          && ".?".contains(message.suffix(1)) && !message.contains("secret")
      }
    }
  }

  @Test("What is said to one address is not told to another that it names")
  func staysThere() async throws {
    try await SpeechServer.with(SpeechServer.Answer(body: Self.wave)) { other in
      let moved = SpeechServer.Answer(status: .temporaryRedirect, location: other.base)
      try await SpeechServer.with(moved) { server in
        let engine = HTTPSpeechEngine(base: server.base, model: "m", key: "secret")
        await #expect(throws: SpeechError.self) { try await engine.speak(SpeechRequest("Hello.")) }
        let planner = HTTPChatTransport(base: server.base, key: "secret")
        await #expect(throws: EnginesError.self) { try await planner.send("{}") }
        #expect(server.requests.count == 2 && other.requests.isEmpty)
      }
    }
  }

  @Test("Sound without an end is given up")
  func givesUpFloods() async throws {
    let flood = [UInt8](repeating: 0, count: HTTPPassageVoice.largestReply + 1)
    try await SpeechServer.with(SpeechServer.Answer(body: flood)) { server in
      let engine = HTTPSpeechEngine(base: server.base, model: "m")
      await #expect(throws: SpeechError.self) { try await engine.speak(SpeechRequest("Hello.")) }
    }
  }

  @Test("Nobody there, and no address at all, are told of", arguments: ["http://127.0.0.1:1", "x"])
  func tellsAbsence(_ base: String) async {
    let engine = HTTPSpeechEngine(base: base, model: "m", timeLimit: 1)
    await #expect(throws: SpeechError.self) { try await engine.speak(SpeechRequest("Hello.")) }
  }
}
