import Accounts
import FakeWorkshop
import Foundation
import Records
import Studio
import Testing
import Timeline
import Wire

@Suite struct HandEditTests {
  private func faster(
    _ bench: Bench, _ session: String, _ user: Identity
  ) async throws -> EditRequest {
    let clip = try #require(try await bench.draft(of: session, user).mainTrack?.segments.first)
    let edit = Edit.setSpeed(segment: clip.id, speed: clip.speed * 2)
    let json = try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(edit))
    return EditRequest(.edits([json], label: nil))
  }

  @Test("A request that comes again with its key changes the draft once")
  func isDoneOnce() async throws {
    try await Bench.with { bench in
      let (user, session) = try await bench.filmed()
      let request = try await faster(bench, session, user)
      func send(_ request: EditRequest, _ key: String?) async throws -> HistoryReply {
        try await bench.studio.edit(request, in: session, key: key, for: user)
      }
      let first = try await send(request, "a")
      #expect(try await send(request, "a") == first)
      #expect(await code { _ = try await send(EditRequest(.undo), "a") } == .conflict)
      let undone = try await send(EditRequest(.undo), "b")
      #expect(try await send(EditRequest(.undo), "b") == undone)
      let again = try await send(request, "a")
      #expect(again.current == undone.current && again.draft == undone.draft)
      // What was refused may be tried again, and a message's key is no edit's.
      #expect(await code { _ = try await send(EditRequest(.go(to: 99)), "c") } == .notFound)
      #expect(try await send(request, "c").current == first.current + 1)
      #expect(await code { _ = try await send(request, "") } == .badRequest)
      _ = try await bench.studio.submit(
        Content(role: "user", text: "undo"), to: session, key: "d", for: user)
      #expect(await code { _ = try await send(request, "d") } == .conflict)
      let other = try await bench.user()
      #expect(
        await code {
          _ = try await bench.studio.edit(request, in: session, key: "a", for: other)
        } == .sessionNotFound)
    }
  }

  @Test("What was dropped is told again")
  func tellsAgain() async throws {
    try await Bench.with { bench in
      let (user, session) = try await bench.filmed()
      let first = try await bench.studio.edit(
        try await faster(bench, session, user), in: session, for: user)
      let request = EditRequest(.undoOnly(first.current))
      let reply = try await bench.studio.edit(request, in: session, key: "x", for: user)
      #expect(reply.dropped == [])
      #expect(try await bench.studio.edit(request, in: session, key: "x", for: user) == reply)
    }
  }

  @Test("Who follows the session hears of an edit; of a run of edits the last is kept")
  func isHeard() async throws {
    try await Bench.with { bench in
      let (user, session) = try await bench.filmed()
      let known = try await bench.studio.session(session, for: user).lastEvent
      var replies: [HistoryReply] = []
      for _ in 0..<3 {
        replies.append(
          try await bench.studio.edit(
            try await faster(bench, session, user), in: session, for: user))
      }
      var heard: [StoredEvent] = []
      let feed = try await bench.studio.follow(session, after: known, turn: nil, for: user)
      for try await event in feed { heard.append(event) }
      #expect(heard.map(\.sequence) == [known + 3])
      let event = try Event(json: JSONValue.parse(body: try #require(heard.first).body))
      #expect(event.stateDelta["draft"] == replies.last?.draft && event.content == nil)
      #expect(event.metadata["version"] == .integer(try #require(replies.last).current))
      _ = try await bench.say("make the title \"Dusk\"", in: session, of: user)
      _ = try await bench.studio.edit(EditRequest(.undo), in: session, for: user)
      let all = try await bench.studio.storedEvents(of: session, for: user)
      #expect(all.count { $0.turn.hasPrefix("h-") } == 2)
      #expect(all.last?.turn.hasPrefix("h-") == true)
    }
  }

  @Test("An edit that changes nothing is not told")
  func isSilent() async throws {
    try await Bench.with { bench in
      let (user, session) = try await bench.filmed()
      let before = try await bench.studio.session(session, for: user)
      _ = try await bench.edit([.setTitle(title: nil)], in: session, of: user)
      #expect(try await bench.studio.session(session, for: user).lastEvent == before.lastEvent)
    }
  }
}
