import Foundation
import Records
import Testing
import Timeline

@Suite struct SessionConformanceTests {
  @Test("Sessions are kept with all their versions", arguments: StoreForm.all)
  func sessions(_ form: StoreForm) async throws {
    let store = try form.make()
    defer { store.end() }
    var history = try Sample.history(edits: 12)
    history.undo()
    try history.go(to: 5)
    let session = Sample.session(history: history)
    try await store.write { [history] store throws in
      try store.insert(Sample.account())
      try store.insert(Sample.session(history: history))
      try store.insert(Sample.session("101"))
    }
    try await store.read { store throws in
      #expect(try store.session("100") == session)
      #expect(try store.session("101") == Sample.session("101"))
      #expect(try store.session("102") == nil)
    }
    var changed = session
    changed.history?.redo()
    changed.name = ""
    changed.language = nil
    changed.state = [:]
    changed.lastEvent += 1
    try await store.write { [changed] in try $0.update(changed) }
    #expect(try await store.read { try $0.session("100") } == changed)
    changed.history = nil
    try await store.write { [changed] in try $0.update(changed) }
    #expect(try await store.read { try $0.session("100") } == changed)
    changed.history = history
    try await store.write { [changed] in try $0.update(changed) }
    #expect(try await store.read { try $0.session("100") } == changed)
    await store.expect(.duplicate) { try $0.insert(Sample.session()) }
    await store.expect(.missing) { try $0.insert(Sample.session("9", of: "nobody")) }
  }

  @Test("Another draft in the place of one of the same shape is kept", arguments: StoreForm.all)
  func replacedHistory(_ form: StoreForm) async throws {
    let store = try form.make()
    defer { store.end() }
    try await store.write { store throws in
      try store.insert(Sample.account())
      try store.insert(Sample.session(history: History(Draft(canvas: Canvas(title: "one")))))
    }
    let other = Sample.session(history: History(Draft(canvas: Canvas(title: "two"))))
    try await store.write { try $0.update(other) }
    #expect(try await store.read { try $0.session("100") } == other)
  }

  @Test("A history that was taken back is not seen", arguments: StoreForm.all)
  func historyTakenBack(_ form: StoreForm) async throws {
    let store = try form.make()
    defer { store.end() }
    let session = Sample.session(history: try Sample.history(edits: 2))
    var changed = session
    changed.history = try Sample.history(edits: 3)
    try await store.write { store throws in
      try store.insert(Sample.account())
      try store.insert(session)
    }
    await #expect(throws: Refusal.self) {
      try await store.write { [changed] store throws in
        try store.update(changed)
        #expect(try store.session("100") == changed)
        throw Refusal()
      }
    }
    #expect(try await store.read { try $0.session("100") } == session)
  }

  @Test("Sessions are listed, the latest change first", arguments: StoreForm.all)
  func order(_ form: StoreForm) async throws {
    let store = try form.make()
    defer { store.end() }
    try await store.write { store throws in
      try store.insert(Sample.account())
      try store.insert(Sample.account("other"))
      for (id, second) in [("1", 5.0), ("2", 9), ("3", 7)] {
        try store.insert(Sample.session(id, at: second))
      }
      try store.insert(Sample.session("4", of: "other"))
    }
    #expect(
      try await store.read { try $0.sessions(of: "anon_1").map(\.id) } == ["2", "3", "1"])
  }

  @Test("A session is idle where nothing goes on in it", arguments: StoreForm.all)
  func idle(_ form: StoreForm) async throws {
    let store = try form.make()
    defer { store.end() }
    try await store.write { store throws in
      try store.insert(Sample.account())
      for (number, id) in ["1", "2", "3", "4", "5"].enumerated() {
        try store.insert(Sample.session(id, at: Double(10 - number)))
      }
      try store.insert(Sample.turn("queued", in: "1"))
      var turn = Sample.turn("done", in: "2")
      turn.status = .completed
      try store.insert(turn)
      var export = Sample.export("r1", in: "3")
      export.status = .processing
      try store.insert(export)
      export = Sample.export("r2", in: "4")
      export.status = .failed
      try store.insert(export)
      try store.insert(Sample.session("6", at: 100))
    }
    try await store.read { store throws in
      let before = Sample.moment(50)
      #expect(try store.sessions(idleSince: before, limit: 9).map(\.id) == ["5", "4", "2"])
      #expect(try store.sessions(idleSince: before, limit: 1).map(\.id) == ["5"])
      #expect(try store.sessions(idleSince: Sample.moment(6), limit: 9).isEmpty)
    }
  }

  @Test("Turns are kept, found by key and listed, oldest first", arguments: StoreForm.all)
  func turns(_ form: StoreForm) async throws {
    let store = try form.make()
    defer { store.end() }
    try await store.write { store throws in
      try store.insert(Sample.account())
      try store.insert(Sample.account("other"))
      try store.insert(Sample.session())
      for (id, key, second) in [("b", "k1", 2.0), ("a", nil, 1), ("c", nil, 3), ("d", "k2", 3)] {
        try store.insert(Sample.turn(id, key: key, at: second))
      }
    }
    var changed = Sample.turn("a", at: 1)
    changed.status = .completed
    changed.script = "[]"
    changed.step = 2
    changed.hold = "hold_1"
    changed.completedAt = Sample.moment(8)
    try await store.write { [changed] in try $0.update(changed) }
    try await store.read { [changed] store throws in
      #expect(try store.turn("a") == changed)
      #expect(try store.turn("none") == nil)
      #expect(try store.turn(account: "anon_1", key: "k1")?.id == "b")
      #expect(try store.turn(account: "other", key: "k1") == nil)
      #expect(try store.turns(in: "100").map(\.id) == ["a", "b", "c", "d"])
      #expect(try store.activeTurns(in: "100").map(\.id) == ["b", "c", "d"])
      #expect(try store.turn(before: Sample.turn("d"))?.id == "a")
      #expect(try store.turn(before: Sample.turn("a")) == nil)
      #expect(try store.turn(before: Sample.turn("unknown"))?.id == "a")
    }
    await store.expect(.duplicate) { try $0.insert(Sample.turn("a")) }
    await store.expect(.duplicate) { try $0.insert(Sample.turn("e", key: "k1")) }
    await store.expect(.missing) { try $0.insert(Sample.turn("f", in: "999")) }
  }

  @Test("Events are replayed in order, from any place", arguments: StoreForm.all)
  func events(_ form: StoreForm) async throws {
    let store = try form.make()
    defer { store.end() }
    try await store.write { store throws in
      try store.insert(Sample.account())
      try store.insert(Sample.session())
      try store.insert(Sample.session("200"))
      for sequence in [1, 2, 3, 4] { try store.insert(Sample.event(sequence)) }
      try store.insert(Sample.event(1, in: "200"))
    }
    try await store.read { store throws in
      let all = [1, 2, 3, 4].map { Sample.event($0) }
      #expect(try store.events(in: "100", after: 0, limit: 99) == all)
      #expect(try store.events(in: "100", after: 1, limit: 2).map(\.sequence) == [2, 3])
      #expect(try store.events(in: "100", after: 4, limit: 9).isEmpty)
      #expect(try store.events(in: "999", after: 0, limit: 9).isEmpty)
    }
    await store.expect(.duplicate) { try $0.insert(Sample.event(4)) }
    await store.expect(.missing) { try $0.insert(Sample.event(1, in: "999")) }
  }
}

/// What a change throws that thinks better of it.
struct Refusal: Error {}
