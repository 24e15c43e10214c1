import Accounts
import FakeWorkshop
import Records
import Store
import Studio
import Testing
import Wire

@Suite struct AdministrationTests {
  @Test("Credits are granted, plans set, users listed page by page")
  func administers() async throws {
    try await Bench.with(isRunning: false) { bench in
      let users = [try await bench.user(), try await bench.user(), try await bench.user()]
      let user = users[0]
      let session = try await bench.session(of: user)
      try await bench.upload("image one", to: session, of: user)
      let granted = try await bench.studio.administer(
        .grant(user: user.account, credits: 50, note: "thanks"))
      guard case .user(let summary) = granted else {
        Issue.record("\(granted)")
        return
      }
      #expect(summary.available == 150 && summary.sessions == 1 && summary.bytes == 9)
      _ = try await bench.studio.administer(.setPlan(user: user.account, plan: .pro))
      #expect(try await bench.store.read { try $0.account(user.account)?.plan } == .pro)
      var listed: [String] = []
      var next: String?
      repeat {
        let page = try await bench.studio.administer(.users(after: next, limit: 2))
        guard case .users(let summaries, let after) = page else { break }
        listed += summaries.map(\.id)
        next = after
      } while next != nil
      #expect(listed == users.map(\.account).sorted())
      for request: AdminRequest in [
        .grant(user: "nobody", credits: 1, note: ""), .removeUser(user: "nobody"),
      ] {
        #expect(await code { _ = try await bench.studio.administer(request) } == .notFound)
      }
      for request: AdminRequest in [
        .grant(user: user.account, credits: 0, note: ""), .users(after: nil, limit: 0),
      ] {
        #expect(await code { _ = try await bench.studio.administer(request) } == .badRequest)
      }
      let counts = try await bench.studio.counts()
      #expect(counts["accounts"] == 3 && counts["media"] == 1 && counts["queued_turns"] == 0)
    }
  }

  @Test("A user goes with everything, work that goes on included")
  func removesUsers() async throws {
    try await Bench.with { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      try await bench.upload("image one", to: session, of: user)
      let other = try await bench.user()
      let kept = try await bench.upload(
        "image two", to: try await bench.session(of: other), of: other)
      bench.workshop.hold()
      let turn = try await bench.studio.submit(
        Content(role: "user", text: "make a 4 second clip of this and export it"), to: session,
        key: nil, for: user)
      try await bench.until { bench.workshop.renders + bench.workshop.analyses > 0 }
      let reply = try await bench.studio.administer(.removeUser(user: user.account))
      #expect(reply == .removed(user: user.account))
      try await bench.until {
        let turns = try await bench.store.count(.turn)
        return try await turns + bench.store.count(.export) == 0
      }
      #expect(try await bench.store.read { try $0.turn(turn.id) } == nil)
      _ = try await bench.studio.administer(.sweep(isDry: false))
      #expect(try await bench.blobs.keys() == [kept.blob])
    }
  }

  @Test("What others have reads as if it weren't there")
  func hidesWhatOthersHave() async throws {
    try await Bench.with { bench in
      let owner = try await bench.user()
      let session = try await bench.session(of: owner)
      try await bench.upload("image one", to: session, of: owner)
      let events = try await bench.say("make a 4 second clip of this", in: session, of: owner)
      let turn = try #require(events.first?.invocationID)
      let studio = bench.studio
      _ = try await studio.order(RenderRequest(id: "r", sessionID: session), for: owner)
      try await bench.until { try await studio.job("r", for: owner).status.isFinal }
      let upload = try await studio.createPartial(
        length: 3, filename: "a", metadata: "", session: session, for: owner)
      // The owner's state is kept in memory by now.
      _ = try await studio.latestState(of: session, for: owner)
      let other = try await bench.user()
      let message = Content(role: "user", text: "undo")
      let nothing = AsyncStream<[UInt8]> { $0.finish() }
      let sessionCalls: [@Sendable () async throws -> Void] = [
        { _ = try await studio.session(session, for: other) },
        { try await studio.removeSession(session, for: other) },
        { _ = try await studio.latestState(of: session, for: other) },
        { _ = try await studio.storedEvents(of: session, for: other) },
        { _ = try await studio.submit(message, to: session, key: nil, for: other) },
        { _ = try await studio.follow(session, after: 0, turn: nil, for: other) },
        { _ = try await studio.follow(session, after: 0, turn: turn, for: other) },
        { _ = try await studio.receiveUpload(named: "a", to: session, for: other) },
        { _ = try await studio.order(RenderRequest(id: "x", sessionID: session), for: other) },
        {
          _ = try await studio.createPartial(
            length: 3, filename: "a", metadata: "", session: session, for: other)
        },
      ]
      for call in sessionCalls { #expect(await code(call) == .sessionNotFound) }
      let otherCalls: [@Sendable () async throws -> Void] = [
        { try await studio.cancelTurn(turn, for: other) },
        { _ = try await studio.job("r", for: other) },
        { _ = try await studio.cancel("r", for: other) },
        { _ = try await studio.openFilm("r", for: other) },
        { _ = try await studio.partial(upload.id, for: other) },
        { try await studio.removePartial(upload.id, for: other) },
        {
          _ = try await studio.appendToPartial(
            upload.id, offset: 0, from: nothing, for: other)
        },
      ]
      for call in otherCalls { #expect(await code(call) == .notFound) }
      #expect(try await studio.sessions(for: other).isEmpty)
      #expect(try await studio.session(session, for: owner).id == session)
      #expect(await code { _ = try await bench.session(of: other, id: session) } == .conflict)
      #expect(await code { _ = try await bench.session(of: other, id: "a b") } == .badRequest)
    }
  }

  @Test("A session is removed with its films and files; its turns stop")
  func removesSessions() async throws {
    try await Bench.with { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      try await bench.upload("image one", to: session, of: user)
      bench.workshop.hold()
      let feed = try await bench.studio.submit(
        Content(role: "user", text: "make a 4 second clip of this and export it"), to: session,
        key: nil, for: user)
      try await bench.until { bench.workshop.renders + bench.workshop.analyses > 0 }
      let listening = Task { try await bench.hear(feed.id, in: session, of: user) }
      try await bench.studio.removeSession(session, for: user)
      _ = await listening.result
      try await bench.until { try await bench.store.count(.turn) == 0 }
      #expect(
        await code { _ = try await bench.studio.session(session, for: user) } == .sessionNotFound)
      #expect(try await bench.audit(user) == [])
      let credits = try await bench.accounts.credits(of: user)
      #expect(credits.frozen == 0 && credits.spent == 0)
      try await bench.until { try await bench.blobs.keys() == [] }
    }
  }
}
