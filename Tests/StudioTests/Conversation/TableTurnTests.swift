import Accounts
import FakeWorkshop
import MediaTime
import Records
import Studio
import Testing
import Timeline
import Wire

/// Colour tables that are uploaded become looks of clips.
@Suite struct TableTurnTests {
  private func tables(_ draft: Draft?) -> [[String?]] {
    (draft?.mainTrack?.segments ?? []).map { clip in
      clip.style.looks.filter { $0.name == "lut" }.map(\.source)
    }
  }

  private func film(_ bench: Bench) async throws -> (Identity, String) {
    let user = try await bench.user()
    let session = try await bench.session(of: user, language: nil)
    _ = try await bench.upload("video one", named: "a.mp4", to: session, of: user)
    _ = try await bench.upload("video two", named: "b.mp4", to: session, of: user)
    _ = try await bench.say("make a film", in: session, of: user)
    return (user, session)
  }

  @Test(
    "Words lay the table over every clip, or the one they name; undo takes it back",
    arguments: [
      ("use this look", [0, 1]), ("apply the LUT", [0, 1]), ("grade it with teal.cube", [0, 1]),
      ("apply the LUT to the second clip", [1]), ("grade the first clip with teal", [0]),
      ("用这个LUT", [0, 1]), ("套用这个调色", [0, 1]), ("给第二段套用这个LUT", [1]),
    ])
  func lays(_ message: String, _ clips: [Int]) async throws {
    try await Bench.with { bench in
      let (user, session) = try await film(bench)
      let before = try await bench.state(of: session, for: user).draft()
      let item = try await bench.upload("table", named: "teal.cube", to: session, of: user)
      #expect(item.facts.kind == .table)
      _ = try await bench.say(message, in: session, of: user)
      let draft = try await bench.state(of: session, for: user).draft()
      #expect(tables(draft) == (0..<2).map { clips.contains($0) ? [item.id] : [] })
      _ = try await bench.say("undo", in: session, of: user)
      #expect(try await bench.state(of: session, for: user).draft() == before)
      #expect(try await bench.audit(user) == [])
    }
  }

  @Test("The film's worker may read the table, and no other")
  func reads() async throws {
    try await Bench.with { bench in
      let (user, session) = try await film(bench)
      let old = try await bench.upload("table old", named: "old.cube", to: session, of: user)
      let item = try await bench.upload("table new", named: "teal.cube", to: session, of: user)
      _ = try await bench.say("apply the LUT, then export it", in: session, of: user)
      let order = try #require(bench.workshop.orders.last)
      #expect(order.files[item.id] != nil && order.files[old.id] == nil)
    }
  }

  @Test("Without a table none is made up; other looks stay what they are")
  func refuses() async throws {
    try await Bench.with { bench in
      let (user, session) = try await film(bench)
      let text = try await bench.say("apply the LUT", in: session, of: user)
        .compactMap(\.text).joined()
      #expect(text.contains("Upload a colour table (.cube) first"))
      _ = try await bench.upload("table", named: "teal.cube", to: session, of: user)
      _ = try await bench.say("add a vintage look", in: session, of: user)
      let draft = try await bench.state(of: session, for: user).draft()
      #expect(tables(draft) == [[], []])
      #expect(draft?.mainTrack?.segments.first?.style.looks.map(\.name) == ["vintage"])
    }
  }
}
