import Accounts
import FakeWorkshop
import Foundation
import MediaTime
import Records
import Studio
import Testing
import Timeline
import Wire

@Suite struct EditTests {
  @Test("Edits are one version and one step to undo; they cost nothing")
  func isOneStep() async throws {
    try await Bench.with { bench in
      let (user, session) = try await bench.filmed()
      let spent = try await bench.accounts.credits(of: user).spent
      let before = try await bench.history(of: session, user)
      let clip = try #require(try await bench.draft(of: session, user).mainTrack?.segments.first)
      let reply = try await bench.edit(
        [.setSpeed(segment: clip.id, speed: 2), .setVolume(segment: clip.id, volume: 0.5)],
        label: "twice as fast", base: before.current, in: session, of: user)
      #expect(reply.versions.count == before.versions.count + 1)
      let made = try #require(reply.versions.last)
      #expect(made.number == reply.current && made.parent == before.current)
      #expect(made.label == "twice as fast")
      #expect(!made.differences.isEmpty && made.moment != nil)
      #expect(reply.canUndo && reply.redo == nil)
      let draft = try await bench.draft(of: session, user)
      #expect(reply.draft == draft.json)
      #expect(draft.segment(clip.id)?.speed == 2 && draft.segment(clip.id)?.volume == 0.5)
      let undone = try await bench.studio.edit(EditRequest(.undo), in: session, for: user)
      #expect(undone.current == before.current && undone.redo == made.number)
      #expect(try await bench.draft(of: session, user).segment(clip.id) == clip)
      let redone = try await bench.studio.edit(EditRequest(.redo), in: session, for: user)
      #expect(redone.draft == draft.json)
      #expect(try await bench.accounts.credits(of: user).spent == spent)
      #expect(try await bench.audit(user) == [])
    }
  }

  @Test("The chat goes on from what was edited")
  func chatGoesOn() async throws {
    try await Bench.with { bench in
      let (user, session) = try await bench.filmed()
      let clip = try #require(try await bench.draft(of: session, user).mainTrack?.segments.first)
      _ = try await bench.edit(
        [.setTiming(segment: clip.id, start: 0, inPoint: 0, duration: 6000, at: nil)],
        in: session, of: user)
      _ = try await bench.say("make it one second longer", in: session, of: user)
      #expect(try await bench.draft(of: session, user).lastEnd == 7000)
      _ = try await bench.say("undo both", in: session, of: user)
      #expect(try await bench.draft(of: session, user).lastEnd == 4000)
    }
  }

  @Test("What changes nothing makes no version; what makes no film changes nothing")
  func refuses() async throws {
    try await Bench.with { bench in
      let (user, session) = try await bench.filmed()
      let before = try await bench.history(of: session, user)
      let clip = try #require(try await bench.draft(of: session, user).mainTrack?.segments.first)
      let same = try await bench.edit(
        [.setSpeed(segment: clip.id, speed: 2), .setSpeed(segment: clip.id, speed: clip.speed)],
        in: session, of: user)
      #expect(same.current == before.current && same.versions == before.versions)
      for edit: Edit in [
        .setSpeed(segment: clip.id, speed: -1), .setSource(segment: clip.id, source: "m_other"),
        .setSize(width: 33, height: 33), .removeSegment(segment: "none"),
        .setTiming(segment: clip.id, start: -5, inPoint: 0, duration: 1, at: nil),
        .insertTrack(track: Track(id: "v2", kind: .video, segments: [clip]), at: nil),
      ] {
        let code = await code {
          _ = try await bench.edit(
            [.setTitle(title: "x"), edit], in: session, of: user)
        }
        #expect(code == .badDraft, "\(edit)")
      }
      #expect(try await bench.history(of: session, user) == before)
      #expect(try await bench.draft(of: session, user).canvas.title == nil)
      let empty = try await bench.edit(
        [.removeSegment(segment: clip.id)], in: session, of: user)
      #expect(empty.current != before.current)
    }
  }

  @Test("Drafts and histories that grow without end are refused")
  func isBounded() async throws {
    try await Bench.with {
      $0.largestDraft = 20_000
      $0.versionsPerSession = 4
    } _: { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      let long = String(repeating: "a", count: 20_000)
      let large = await code {
        _ = try await bench.edit([.setTitle(title: long)], in: session, of: user)
      }
      #expect(large == .bodyTooLarge)
      for number in 1...3 {
        _ = try await bench.edit([.setTitle(title: "\(number)")], in: session, of: user)
      }
      let more = await code {
        _ = try await bench.edit([.setTitle(title: "more")], in: session, of: user)
      }
      #expect(more == .badRequest)
      _ = try await bench.studio.edit(EditRequest(.undo), in: session, for: user)
    }
  }

  @Test("Of many at once none is lost; those made for one version are one")
  func isSafeAtOnce() async throws {
    try await Bench.with { bench in
      let (user, session) = try await bench.filmed()
      let base = try await bench.history(of: session, user).current
      let won = await withTaskGroup(of: Bool.self) { group in
        for number in 1...20 {
          group.addTask {
            let edit: Edit = .setDraftDetail(key: "one", value: .integer(number))
            return await code {
              _ = try await bench.edit([edit], base: base, in: session, of: user)
            } == nil
          }
        }
        return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
      }
      #expect(won == 1)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 1...20 {
          group.addTask {
            let edit: Edit = .setDraftDetail(key: "k\(number)", value: .integer(number))
            _ = try await bench.edit([edit], in: session, of: user)
          }
        }
        try await group.waitForAll()
      }
      let draft = try await bench.draft(of: session, user)
      #expect((1...20).allSatisfy { draft.unknown["k\($0)"] == .integer($0) })
      #expect(try await bench.history(of: session, user).current == base + 21)
    }
  }

  @Test("An edit beside a running turn stays, and so does what the turn does afterwards")
  func besideATurn() async throws {
    try await Bench.with { bench in
      let (user, session) = try await bench.filmed()
      bench.workshop.hold()
      let turn = try await bench.studio.submit(
        Content(role: "user", text: "add a shot of the sea at the end"), to: session, key: nil,
        for: user)
      try await bench.until { bench.workshop.drawings == 1 }
      let clip = try #require(try await bench.draft(of: session, user).mainTrack?.segments.first)
      _ = try await bench.edit([.setVolume(segment: clip.id, volume: 0.25)], in: session, of: user)
      bench.workshop.letGo()
      let events = try await bench.hear(turn.id, in: session, of: user)
      #expect(events.allSatisfy { $0.failure == nil })
      let draft = try await bench.draft(of: session, user)
      #expect(draft.segment(clip.id)?.volume == 0.25)
      #expect(draft.mainTrack?.segments.count == 2)
      #expect(try await bench.audit(user) == [])
    }
  }

  @Test("A turn whose edit no longer fits says so, changes nothing and costs nothing")
  func turnGivesWay() async throws {
    try await Bench.with { bench in
      let (user, session) = try await bench.filmed()
      let spent = try await bench.accounts.credits(of: user).spent
      bench.workshop.hold()
      let turn = try await bench.studio.submit(
        Content(role: "user", text: "add a shot of the sea at the start"), to: session, key: nil,
        for: user)
      try await bench.until { bench.workshop.drawings == 1 }
      let film = try await bench.draft(of: session, user)
      let (track, clip) = (
        try #require(film.mainTrack), try #require(film.mainTrack?.segments.first)
      )
      var second = clip
      (second.id, second.start) = ("mine", clip.end)
      _ = try await bench.edit(
        [.insertSegment(segment: second, track: track.id, at: nil)], in: session, of: user)
      let edited = try await bench.draft(of: session, user)
      bench.workshop.letGo()
      let events = try await bench.hear(turn.id, in: session, of: user)
      #expect(events.last?.text.contains("by hand") == true, "\(events.map(\.text))")
      #expect(try await bench.draft(of: session, user) == edited)
      #expect(try await bench.accounts.credits(of: user).spent == spent)
      #expect(try await bench.audit(user) == [])
    }
  }

  @Test("It is the owner's alone")
  func isTheOwners() async throws {
    try await Bench.with { bench in
      let (_, session) = try await bench.filmed()
      let other = try await bench.user()
      for request in [EditRequest(.undo), EditRequest(.go(to: 1))] {
        let code = await code {
          _ = try await bench.studio.edit(request, in: session, for: other)
        }
        #expect(code == .sessionNotFound)
      }
    }
  }
}

extension Bench {
  /// A user with a session whose film shows one picture for four seconds.
  func filmed(language: String? = "en") async throws -> (Identity, String) {
    let user = try await user()
    let session = try await session(of: user, language: language)
    try await upload("image one", to: session, of: user)
    _ = try await say("make a 4 second clip of this", in: session, of: user)
    return (user, session)
  }

  /// The session's draft.
  func draft(of session: String, _ user: Identity) async throws -> Draft {
    try await state(of: session, for: user).draft() ?? Draft()
  }

  /// The session's versions.
  func history(of session: String, _ user: Identity) async throws -> HistoryReply {
    try await studio.history(of: session, for: user)
  }

  /// Edits the session's draft, the edits sent as a client sends them.
  func edit(
    _ edits: [Edit], label: String? = nil, base: Int? = nil, in session: String, of user: Identity
  ) async throws -> HistoryReply {
    let items = try edits.map { edit in
      try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(edit))
    }
    return try await studio.edit(
      EditRequest(.edits(items, label: label), base: base), in: session, for: user)
  }
}
