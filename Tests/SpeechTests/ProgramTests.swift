import Foundation
import MediaTime
import Sound
import Testing

@testable import Speech

/// Programs that speak, made up of some lines of shell. They are started one after another, since
/// a file that another thread is writing can't be run.
@Suite(.serialized) final class ProgramTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "speech-tests-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(Sounds.file(Sounds.word(7, seconds: 0.4))).write(to: file("speech.wav"))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func file(_ name: String) -> URL { folder.appending(path: name) }

  private func program(_ name: String, _ lines: String) throws -> String {
    try Data("#!/bin/sh\n\(lines)\n".utf8).write(to: file(name))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: file(name).path)
    return file(name).path
  }

  private func espeak(_ lines: String) throws -> LocalSpeech {
    try LocalSpeech(environment: ["PATH": "/none", "KINORA_ESPEAK": try program("e", lines)])
  }

  private var speaking: String { "cat >/dev/null; cat '\(file("speech.wav").path)'" }

  private func expectFailure(
    _ speech: LocalSpeech, _ code: SpeechError.Code, text: String = "One two."
  ) async {
    await #expect {
      try await speech.speak(SpeechRequest(text))
    } throws: {
      let error = $0 as? SpeechError
      return error?.code == code && error?.message.hasSuffix(".") == true
    }
  }

  @Test("Text goes to the standard input, and arguments hold none of it")
  func keepsTextFromArguments() async throws {
    let log = file("log").path
    let speech = try espeak(
      "echo \"$@\" >>'\(log)'; cat >>'\(log)'; cat '\(file("speech.wav").path)'")
    let spoken = try await speech.speak(
      SpeechRequest("--version $(id) `id`; -w /x", voice: "+f3", rate: 9))
    #expect(spoken.engine == "espeak-ng")
    #expect(spoken.words.map(\.text).first == "version")
    let lines = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
    let options = lines.filter { $0.hasPrefix("-v ") }
    #expect(!options.isEmpty)
    #expect(options.allSatisfy { $0 == "-v en-us+f3 -s 330 -p 50 -b 1 -z --stdin --stdout" })
  }

  @Test("Sound is stereo at 48 kHz and −18 LUFS, and words lie within it in order")
  func speaks() async throws {
    let text = "One, two. 三四\n\nFive!"
    let spoken = try await espeak(speaking).speak(SpeechRequest(text))
    let loudness = try Loudness.of(spoken.samples)
    #expect(abs((loudness.integrated ?? 0) + 18) < 0.5 && (loudness.truePeak ?? 0) < -0.9)
    #expect(spoken.words.map(\.text) == ["One", "two", "三", "四", "Five"])
    for word in spoken.words { #expect(text[word.range] == word.text) }
    for (first, second) in zip(spoken.words, spoken.words.dropFirst()) {
      #expect(first.start <= first.end && first.end <= second.start)
    }
    #expect(spoken.words.allSatisfy { $0.end <= spoken.duration })
    for index in stride(from: 0, to: spoken.samples.count, by: 1001 * 2) {
      #expect(spoken.samples[index] == spoken.samples[index + 1])
    }
    let again = try await espeak(speaking).speak(SpeechRequest(text))
    #expect(again.samples == spoken.samples && again.words == spoken.words)
  }

  @Test("Flite speaks English into a file that is gone afterwards; others are left to eSpeak NG")
  func asksFlite() async throws {
    let wave = file("speech.wav").path
    let flite = try program(
      "f",
      "cat >/dev/null; for last; do :; done; echo \"$last\" >'\(wave).log'; cp '\(wave)' \"$last\"")
    let environment = ["KINORA_FLITE": flite, "KINORA_ESPEAK": try program("e", speaking)]
    let speech = try LocalSpeech(environment: environment)
    #expect(try await speech.speak(SpeechRequest("Hello there.")).engine == "flite")
    let path = try String(contentsOfFile: wave + ".log", encoding: .utf8)
      .trimmingCharacters(in: .newlines)
    #expect(path.hasSuffix(".wav") && !FileManager.default.fileExists(atPath: path))
    #expect(try await speech.speak(SpeechRequest("你好。")).engine == "espeak-ng")
    #expect(try await speech.speak(SpeechRequest("Hello. 你好。")).engine == "espeak-ng")
    let only = try LocalSpeech(environment: ["PATH": "", "KINORA_FLITE": flite])
    await expectFailure(only, .unknownVoice, text: "你好。")
  }

  @Test(
    "A program that fails is told of in a sentence",
    arguments: [
      ("exit 3", SpeechError.Code.engineFailed), ("kill -9 $$", .engineFailed),
      ("cat >/dev/null", .badSound), ("cat >/dev/null; echo junk", .badSound),
      ("cat >/dev/null; head -c 100000 /dev/zero", .badSound),
      ("exec </dev/null; exit 1", .engineFailed),
    ])
  func tellsFailures(_ lines: String, _ code: SpeechError.Code) async throws {
    await expectFailure(try espeak(lines), code)
  }

  @Test("A program that hangs is ended, with what it started")
  func endsHangs() async throws {
    let mark = file("late").path
    var program = SpeechProgram(path: try program("e", "(sleep 2; touch '\(mark)') & sleep 60"))
    program.timeLimit = .milliseconds(300)
    await expectFailure(LocalSpeech(voices: [EspeakVoice(program: program)]), .engineFailed)
    try await Task.sleep(for: .seconds(2.2))
    #expect(!FileManager.default.fileExists(atPath: mark))
  }

  @Test("A program that never stops talking is stopped")
  func endsFloods() async throws {
    var program = SpeechProgram(path: try program("e", "cat >/dev/null; cat /dev/zero"))
    program.mostBytes = 1 << 20
    await expectFailure(LocalSpeech(voices: [EspeakVoice(program: program)]), .engineFailed)
  }

  @Test(
    "Names that can't be a voice's are refused", arguments: ["-x", "a b", "../x", "", "+", "é"])
  func refusesVoices(_ voice: String) async throws {
    let speech = try espeak(speaking)
    await #expect {
      try await speech.speak(SpeechRequest("Hello.", voice: voice))
    } throws: {
      ($0 as? SpeechError)?.code == .unknownVoice
    }
  }

  @Test("A text of nothing and one of too much are refused before anything is run")
  func refusesTexts() async throws {
    let speech = try espeak("exit 1")
    for text in ["", " \n", "🎉 ...", String(repeating: "a ", count: 10_001)] {
      await expectFailure(speech, .badText, text: text)
    }
  }

  @Test("Where no program is found, it is said which packages to install")
  func tellsWhatIsMissing() throws {
    for environment in [
      ["PATH": folder.path], ["PATH": "", "KINORA_FLITE": "/none"], ["KINORA_FLITE": "flite"],
      ["PATH": "/none", "KINORA_ESPEAK": folder.path],
    ] {
      let bare = environment.merging(["PATH": "/none"]) { first, _ in first }
      #expect {
        try LocalSpeech(environment: bare)
      } throws: {
        let error = $0 as? SpeechError
        return error?.code == .noEngine
          && error?.message.contains("flite and espeak-ng") == true
      }
    }
  }
}
