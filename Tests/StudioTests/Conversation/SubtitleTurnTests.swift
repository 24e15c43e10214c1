import Director
import FakeWorkshop
import MediaTime
import Records
import Studio
import Testing
import Timeline
import Wire

/// Subtitles that are uploaded become captions of the film.
@Suite struct SubtitleTurnTests {
  private static let words = "subtitles one two three four five six"

  private func subtitles(_ draft: Draft?) -> [Segment] {
    (draft?.tracks ?? []).flatMap(\.segments).filter { $0.style.text?.preset == .subtitle }
  }

  @Test(
    "The next message lays them over the film, as one step that undo takes back",
    arguments: [
      ("add the subtitles", "4 subtitles"), ("Add these subtitles, please!", "4 subtitles"),
      ("use talk.srt", "4 subtitles"), ("put the captions i uploaded on the video", "4 subtitles"),
      ("加上字幕", "4条字幕"), ("加字幕", "4条字幕"), ("把这个字幕文件加进去", "4条字幕"),
    ])
  func lays(_ message: String, _ told: String) async throws {
    try await Bench.with { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user, language: nil)
      _ = try await bench.say("a city at night, 6 seconds", in: session, of: user)
      let before = try await bench.state(of: session, for: user).draft()
      _ = try await bench.upload(Self.words, named: "talk.srt", to: session, of: user)
      let events = try await bench.say(message, in: session, of: user)
      let text = events.compactMap(\.text).joined(separator: "\n")
      #expect(text.contains(told))
      let laid = subtitles(try await bench.state(of: session, for: user).draft())
      #expect(laid.map(\.text) == ["one", "two", "three", "four"])
      #expect(laid.map(\.start) == [0, 1000, 2000, 3000])
      _ = try await bench.say("undo", in: session, of: user)
      #expect(try await bench.state(of: session, for: user).draft() == before)
      #expect(try await bench.audit(user) == [])
    }
  }

  @Test("Those behind the film's end are left out and told; asked for again nothing changes")
  func again() async throws {
    try await Bench.with { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      _ = try await bench.say("a city at night, 6 seconds", in: session, of: user)
      _ = try await bench.upload(Self.words, named: "talk.srt", to: session, of: user)
      var text = try await bench.say("add the subtitles", in: session, of: user)
        .compactMap(\.text).joined()
      #expect(text.contains("2 subtitles begin after the film has ended"))
      let draft = try await bench.state(of: session, for: user).draft()
      text = try await bench.say("add talk", in: session, of: user).compactMap(\.text).joined()
      #expect(text.contains("are in the film already"))
      #expect(try await bench.state(of: session, for: user).draft() == draft)
      _ = try await bench.say("make the film 2.5 seconds long", in: session, of: user)
      _ = try await bench.say("add talk", in: session, of: user)
      let laid = subtitles(try await bench.state(of: session, for: user).draft())
      #expect(laid.map(\.text) == ["one", "two", "three"] && laid.last?.duration == 500)
    }
  }

  @Test("The first film of a session takes them along; without a picture there is none")
  func first() async throws {
    try await Bench.with { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      let item = try await bench.upload(Self.words, named: "talk.srt", to: session, of: user)
      #expect(item.facts.kind == .subtitles && item.contentType == "application/x-subrip")
      let text = try await bench.say("add the subtitles", in: session, of: user)
        .compactMap(\.text).joined()
      #expect(text.contains("There is no film yet to lay subtitles over"))
    }
    try await Bench.with { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      _ = try await bench.upload(Self.words, named: "talk.srt", to: session, of: user)
      _ = try await bench.upload("video one", to: session, of: user)
      _ = try await bench.say("make a film", in: session, of: user)
      let draft = try await bench.state(of: session, for: user).draft()
      #expect(subtitles(draft).count == 4)
      #expect(draft?.tracks.first?.segments.count == 1)
      let state = try await bench.state(of: session, for: user)
      guard case .array(let files)? = state.state["video_infos"] else {
        Issue.record("no video_infos")
        return
      }
      #expect(try files.map { try UploadedFile(json: $0).fileType } == ["subtitle", "video"])
    }
  }

  @Test(
    "Words that speak of other captions are left to those",
    arguments: [
      "add the subtitle “Hello there”", "remove the subtitles", "make the subtitles bigger",
    ])
  func leaves(_ message: String) async throws {
    try await Bench.with { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      _ = try await bench.say("a city at night, 6 seconds", in: session, of: user)
      _ = try await bench.upload(Self.words, named: "talk.srt", to: session, of: user)
      _ = try await bench.say(message, in: session, of: user)
      let laid = subtitles(try await bench.state(of: session, for: user).draft())
      #expect(!laid.contains { $0.text == "one" })
    }
  }

  @Test(
    "The film's captions are given as a file by a link",
    arguments: [
      ("export the subtitles", "SRT"), ("give me an SRT", "SRT"), ("导出字幕", "SRT"),
      ("download the captions as vtt", "VTT"),
    ])
  func gives(_ message: String, _ name: String) async throws {
    try await Bench.with { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user, language: nil)
      _ = try await bench.say("a city at night, 6 seconds", in: session, of: user)
      var text = try await bench.say(message, in: session, of: user).compactMap(\.text).joined()
      #expect(text.contains("subtitle") || text.contains("字幕"))
      #expect(!text.contains("/media/c_"))
      _ = try await bench.upload(Self.words, named: "talk.srt", to: session, of: user)
      _ = try await bench.say("add the subtitles", in: session, of: user)
      text = try await bench.say(message, in: session, of: user).compactMap(\.text).joined()
      #expect(text.contains("/media/c_\(session)."))
      #expect(text.contains(".\(name.lowercased())?expires="))
      #expect(bench.workshop.orders.isEmpty)
      let format = try #require(CaptionFormat(rawValue: name.lowercased()))
      let file = try await bench.studio.captions(as: format, version: nil, of: session, for: user)
      #expect(file.text.contains("two") && !file.text.contains("five"))
      #expect(file.text.hasPrefix("WEBVTT") == (format == .vtt))
      let other = try await bench.user()
      #expect(
        await code {
          _ = try await bench.studio.captions(as: .srt, version: nil, of: session, for: other)
        } != nil)
    }
  }
}
