import Accounts
import FakeWorkshop
import Foundation
import Records
@testable import Studio
import Testing
import Timeline
import Wire

@Suite struct FeedTests {
  @Test("A stream cut at any event and resumed loses nothing and repeats nothing")
  func resumesAnywhere() async throws {
    try await Bench.with { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      try await bench.upload("image one", to: session, of: user)
      let turn = try await bench.studio.submit(
        Content(role: "user", text: "make a 4 second clip of this and export it"), to: session,
        key: nil, for: user)
      let whole = try await collect(bench, session, turn.id, after: 0, user)
      #expect(whole.count > 5)
      #expect(whole.map(\.sequence) == whole.map(\.sequence).sorted())
      for cut in whole.indices {
        let rest = try await collect(bench, session, turn.id, after: whole[cut].sequence, user)
        #expect(rest == Array(whole[(cut + 1)...]))
      }
    }
  }

  @Test("A stream cut while the turn goes on and resumed gives the same events")
  func resumesLive() async throws {
    try await Bench.with { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      try await bench.upload("image one", to: session, of: user)
      bench.workshop.hold()
      let turn = try await bench.studio.submit(
        Content(role: "user", text: "make a 4 second clip of this and export it"), to: session,
        key: nil, for: user)
      var heard: [StoredEvent] = []
      let studio = bench.studio
      for try await event in try await studio.follow(
        session, after: 0, turn: turn.id, for: user)
      {
        heard.append(event)
        if event.body.contains("\"partial\":true") { break }
      }
      let last = try #require(heard.last?.sequence)
      let rest = Task {
        try await self.collect(bench, session, turn.id, after: last, user)
      }
      bench.workshop.letGo()
      heard += try await rest.value
      let whole = try await collect(bench, session, turn.id, after: 0, user)
      #expect(heard == whole)
    }
  }

  @Test("A feed of a session where nothing goes on ends at once; of a foreign turn there is none")
  func endsWhereNothingGoesOn() async throws {
    try await Bench.with { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      let other = try await bench.session(of: user)
      #expect(try await collect(bench, session, nil, after: 0, user).isEmpty)
      let events = try await bench.say("hello", in: other, of: user)
      let turn = try #require(events.first?.invocationID)
      let code = await code {
        _ = try await bench.studio.follow(session, after: 0, turn: turn, for: user)
      }
      #expect(code == .notFound)
    }
  }

  @Test("Feeds that wait end when they are cancelled, and all when the studio stops")
  func endsWithTheStudio() async throws {
    let folder = Bench.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let bench = try await Bench(folder: folder)
    bench.start()
    let user = try await bench.user()
    let session = try await bench.session(of: user)
    try await bench.upload("image one", to: session, of: user)
    bench.workshop.hold()
    let turn = try await bench.studio.submit(
      Content(role: "user", text: "make a 4 second clip of this and export it"), to: session,
      key: nil, for: user)
    let feeds = (0..<200).map { _ in
      Task { try await self.collect(bench, session, turn.id, after: 0, user).count }
    }
    let cancelled = Task { try await self.collect(bench, session, turn.id, after: 0, user) }
    try await bench.until { bench.workshop.renders + bench.workshop.analyses > 0 }
    cancelled.cancel()
    await #expect(throws: CancellationError.self) { try await cancelled.value }
    await bench.stop()
    for feed in feeds { _ = await feed.result }
    let again = try await Bench(folder: folder)
    again.start()
    let events = try await again.hear(turn.id, in: session, of: user)
    #expect(events.last?.failure == nil && events.last?.text.isEmpty == false)
    #expect(try await again.audit(user) == [])
    await again.stop()
  }

  @Test("A thousand feeds of one session that are woken together read the store a few times")
  func sharesReads() async throws {
    try await Bench.with { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      try await bench.upload("video one", to: session, of: user)
      bench.workshop.hold()
      let turn = try await bench.studio.submit(
        Content(role: "user", text: "make a 3 second clip of this and analyze it"), to: session,
        key: nil, for: user)
      try await bench.until { bench.workshop.analyses == 1 }
      let feeds = (0..<1000).map { _ in
        Task { try await self.collect(bench, session, turn.id, after: 0, user) }
      }
      try await bench.until { bench.studio.hub.count == 1000 }
      let before = bench.front.reads
      bench.workshop.letGo()
      let whole = try await bench.hear(turn.id, in: session, of: user)
      for feed in feeds { #expect(try await feed.value.count == whole.count) }
      #expect(bench.front.reads - before < 500)
    }
  }

  private func collect(
    _ bench: Bench, _ session: String, _ turn: String?, after: Int, _ user: Identity
  ) async throws -> [StoredEvent] {
    var events: [StoredEvent] = []
    for try await event in try await bench.studio.follow(
      session, after: after, turn: turn, for: user)
    {
      events.append(event)
    }
    return events
  }
}
