import Foundation
import Records
import Testing

/// What holds for all records together.
@Suite struct RuleConformanceTests {
  /// One account with one of everything, and another with nothing.
  private func make(_ form: StoreForm) async throws -> StoreFixture {
    let store = try form.make()
    try await store.write { [queue = store.queue] store throws in
      try store.insert(Sample.account())
      try store.insert(Sample.account("other"))
      try store.insert(Sample.token())
      try store.save(Credits(account: "anon_1", granted: 5, available: 5))
      try store.insert(Sample.hold())
      try store.append(
        LedgerEntry(account: "anon_1", kind: .grant, amount: 5, note: "", at: Sample.moment()))
      try store.insert(Sample.session(history: try Sample.history(edits: 2)))
      try store.insert(Sample.media())
      try store.insert(Sample.upload())
      try store.insert(Sample.turn(key: "k"))
      try store.insert(Sample.event(1))
      try store.insert(Sample.export())
      let work = Work(
        id: "w", kind: .export, subject: "100/render_1", group: "100",
        createdAt: Sample.moment())
      try queue.enqueue(work, in: store)
    }
    return store
  }

  @Test("What hangs on a session goes with it", arguments: StoreForm.all)
  func removeSession(_ form: StoreForm) async throws {
    let store = try await make(form)
    defer { store.end() }
    try await store.write { try $0.removeSession("100") }
    try await store.read { store throws in
      #expect(try store.session("100") == nil)
      #expect(try store.media("m_1") == nil)
      #expect(try store.partialUpload("up_1") == nil)
      #expect(try store.turn("e-1") == nil)
      #expect(try store.events(in: "100", after: 0, limit: 9).isEmpty)
      #expect(try store.export("render_1", of: "anon_1") == nil)
      #expect(try store.account("anon_1") != nil)
      #expect(try store.hold("hold_1") != nil)
      #expect(try store.ledger(of: "anon_1").count == 1)
    }
    try await store.write { store throws in
      try store.removeSession("100")
      try store.insert(Sample.session())
      #expect(try store.session("100") == Sample.session())
    }
  }

  @Test("What hangs on an account goes with it", arguments: StoreForm.all)
  func removeAccount(_ form: StoreForm) async throws {
    let store = try await make(form)
    defer { store.end() }
    #expect(
      try await store.read { try $0.counts() }
        == ["accounts": 2, "sessions": 1, "media": 1, "turns": 1, "exports": 1])
    try await store.write { try $0.removeAccount("anon_1") }
    try await store.read { store throws in
      #expect(
        try store.counts()
          == ["accounts": 1, "sessions": 0, "media": 0, "turns": 0, "exports": 0])
      #expect(try store.tokens(of: "anon_1").isEmpty)
      #expect(try store.token(digest: "digest of tok_1") == nil)
      #expect(try store.credits(of: "anon_1") == Credits(account: "anon_1"))
      #expect(try store.openHolds().isEmpty)
      #expect(try store.ledger(of: "anon_1").isEmpty)
      #expect(try store.partialUpload("up_1") == nil)
    }
  }

  @Test("Work moves to another account as a whole", arguments: StoreForm.all)
  func moveWork(_ form: StoreForm) async throws {
    let store = try await make(form)
    defer { store.end() }
    try await store.write { try $0.moveWork(from: "anon_1", to: "other") }
    try await store.read { store throws in
      #expect(try store.session("100")?.account == "other")
      #expect(try store.session("100")?.history == Sample.history(edits: 2))
      #expect(try store.media("m_1")?.account == "other")
      #expect(try store.partialUpload("up_1")?.account == "other")
      #expect(try store.turn(account: "other", key: "k")?.account == "other")
      #expect(try store.export("render_1", of: "other")?.account == "other")
      #expect(try store.export("render_1", of: "anon_1") == nil)
      #expect(try store.sessions(of: "anon_1").isEmpty)
      #expect(try store.tokens(of: "anon_1").count == 1)
      #expect(try store.credits(of: "anon_1").granted == 5)
    }
    let lease = try await store.queue.lease(.export, for: .seconds(1))
    #expect(lease?.work.subject == "100/render_1")
    await store.expect(.missing) { try $0.moveWork(from: "other", to: "nobody") }
    try await store.write { store throws in
      try store.moveWork(from: "other", to: "other")
      try store.moveWork(from: "nobody", to: "other")
      try store.removeAccount("anon_1")
    }
    #expect(try await store.read { try $0.counts()["sessions"] } == 1)
  }

  @Test("A move keeps what both call by the same name", arguments: StoreForm.all)
  func moveOntoTheSameNames(_ form: StoreForm) async throws {
    let store = try await make(form)
    defer { store.end() }
    try await store.write { store throws in
      try store.insert(Sample.session("200", of: "other"))
      try store.insert(Sample.turn("e-2", in: "200", of: "other", key: "k"))
      try store.insert(Sample.export(in: "200", of: "other"))
    }
    let queue = store.queue
    let lease = try #require(try await queue.lease(.export, for: .seconds(60)))
    try await store.write { try $0.moveWork(from: "anon_1", to: "other") }
    try await store.read { store throws in
      #expect(try store.turn(account: "other", key: "k")?.id == "e-2")
      #expect(try store.turn("e-1")?.account == "other")
      #expect(try store.turn("e-1")?.key == nil)
      #expect(try store.export("render_1", of: "other")?.session == "200")
      let moved = try store.exports(in: "100")
      #expect(moved.count == 1)
      #expect(moved.first?.account == "other")
      #expect(try store.export(moved.first?.id ?? "", of: "other") == moved.first)
    }
    // Whoever makes it knows it by its old name: another goes on, under the new one.
    #expect(try await !queue.extend(lease, for: .seconds(60)))
    let name = try await store.read { try $0.exports(in: "100").first.map { "100/\($0.id)" } }
    let again = try #require(try await queue.lease(.export, for: .seconds(60)))
    #expect(again.work.subject == name && again.work.id == lease.work.id)
    #expect(again.tries == 1)
  }

  @Test("Who holds an older copy of a record can't undo a move", arguments: StoreForm.all)
  func updatesAfterMove(_ form: StoreForm) async throws {
    let store = try await make(form)
    defer { store.end() }
    try await store.write { store throws in
      try store.moveWork(from: "anon_1", to: "other")
      try store.update(Sample.session())
      try store.update(Sample.turn())
      try store.update(Sample.media())
      try store.update(Sample.upload())
      var film = Sample.export()
      film.progress = 0.5
      try store.update(film)
    }
    try await store.read { store throws in
      #expect(try store.session("100")?.account == "other")
      #expect(try store.turn("e-1")?.account == "other")
      #expect(try store.media("m_1")?.account == "other")
      #expect(try store.partialUpload("up_1")?.account == "other")
      #expect(try store.export("render_1", of: "other")?.progress == 0.5)
    }
  }

  @Test("A change that throws changes nothing", arguments: StoreForm.all)
  func rollback(_ form: StoreForm) async throws {
    let store = try await make(form)
    defer { store.end() }
    await #expect(throws: Refusal.self) {
      try await store.write { [queue = store.queue] store throws in
        try store.insert(Sample.account("new"))
        try store.removeSession("100")
        try store.setValue("1", named: "key")
        try queue.enqueue(Sample.work("w2"), in: store)
        #expect(try store.account("new") != nil)
        throw Refusal()
      }
    }
    try await store.read { store throws in
      #expect(try store.account("new") == nil)
      #expect(try store.session("100") != nil)
      #expect(try store.value("key") == nil)
    }
    #expect(try await store.queue.count(.turn) == 0)
  }

  @Test("A duplicate that is caught leaves the change as it was", arguments: StoreForm.all)
  func caughtDuplicate(_ form: StoreForm) async throws {
    let store = try await make(form)
    defer { store.end() }
    try await store.write { store throws in
      try store.insert(Sample.account("new"))
      #expect(throws: StorageError.self) { try store.insert(Sample.account()) }
      try store.setValue("1", named: "key")
    }
    try await store.read { store throws in
      #expect(try store.account("new") != nil)
      #expect(try store.value("key") == "1")
    }
  }

  @Test("U+0000 cuts no text off", arguments: StoreForm.all)
  func nul(_ form: StoreForm) async throws {
    let store = try await make(form)
    defer { store.end() }
    var turn = Sample.turn()
    turn.message = "a\u{0}b"
    try await store.write { [turn] in try $0.update(turn) }
    let message = try await store.read { try $0.turn("e-1")?.message }
    #expect(message == "a\u{FFFD}b")
  }
}
