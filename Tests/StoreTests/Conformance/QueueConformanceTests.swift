import Foundation
import Records
import Testing

@Suite struct QueueConformanceTests {
  private func make(_ form: StoreForm, _ works: [Work]) async throws -> StoreFixture {
    let store = try form.make()
    try await store.write { [queue = store.queue] transaction in
      for work in works { try queue.enqueue(work, in: transaction) }
    }
    return store
  }

  private func finish(_ lease: Lease, _ store: StoreFixture) async throws {
    try await store.write { [queue = store.queue] in try queue.finish(lease, in: $0) }
  }

  @Test(
    "Work is given out in the order in which it came, a kind at a time", arguments: StoreForm.all)
  func order(_ form: StoreForm) async throws {
    let works = ["c", "a", "b"].map { Sample.work($0, group: $0) }
    let store = try await make(form, works + [Sample.work("x", group: "x", kind: .export)])
    defer { store.end() }
    #expect(try await store.queue.count(.turn) == 3)
    #expect(try await store.queue.count(.export) == 1)
    for work in works {
      let lease = try await store.queue.lease(.turn, for: .seconds(60))
      #expect(lease == Lease(work: work, attempt: 1))
    }
    #expect(try await store.queue.lease(.turn, for: .seconds(60)) == nil)
    #expect(try await store.queue.lease(.export, for: .seconds(60))?.work.id == "x")
    #expect(try await store.queue.count(.turn) == 3)
  }

  @Test("One of a group at a time, in order, whatever its kind", arguments: StoreForm.all)
  func groups(_ form: StoreForm) async throws {
    let store = try await make(
      form,
      [
        Sample.work("1", group: "a"), Sample.work("2", group: "a"), Sample.work("3", group: "b"),
        Sample.work("4", group: "a", kind: .export),
      ])
    defer { store.end() }
    let first = try #require(try await store.queue.lease(.turn, for: .seconds(60)))
    #expect(first.work.id == "1")
    #expect(try await store.queue.lease(.export, for: .seconds(60)) == nil)
    #expect(try await store.queue.lease(.turn, for: .seconds(60))?.work.id == "3")
    #expect(try await store.queue.lease(.turn, for: .seconds(60)) == nil)
    try await finish(first, store)
    let second = try #require(try await store.queue.lease(.turn, for: .seconds(60)))
    #expect(second.work.id == "2")
    #expect(try await store.queue.lease(.export, for: .seconds(60)) == nil)
    try await finish(second, store)
    #expect(try await store.queue.lease(.export, for: .seconds(60))?.work.id == "4")
    #expect(try await store.queue.count(.turn) == 1)
  }

  @Test("Work is queued once, and not before its change is made", arguments: StoreForm.all)
  func enqueue(_ form: StoreForm) async throws {
    let store = try await make(form, [Sample.work("1")])
    defer { store.end() }
    let queue = store.queue
    await store.expect(.duplicate) { try queue.enqueue(Sample.work("1"), in: $0) }
    await #expect(throws: Refusal.self) {
      try await store.write { transaction in
        try queue.enqueue(Sample.work("2", group: "other"), in: transaction)
        throw Refusal()
      }
    }
    #expect(try await queue.count(.turn) == 1)
  }

  @Test(
    "A lease that ran out is given to another, and its holder changes nothing",
    arguments: StoreForm.all)
  func expiry(_ form: StoreForm) async throws {
    let store = try await make(form, [Sample.work("1")])
    defer { store.end() }
    let queue = store.queue
    let late = try #require(try await queue.lease(.turn, for: .milliseconds(100)))
    try await store.pass(.milliseconds(60))
    #expect(try await queue.extend(late, for: .milliseconds(100)))
    try await store.pass(.milliseconds(60))
    #expect(try await queue.lease(.turn, for: .seconds(60)) == nil)
    try await store.pass(.milliseconds(60))
    let lease = try #require(try await queue.lease(.turn, for: .seconds(60)))
    #expect(lease == Lease(work: late.work, attempt: 2))

    #expect(try await !queue.extend(late, for: .seconds(60)))
    try await queue.giveBack(late, after: .zero)
    await #expect(throws: LeaseLost(late.work)) {
      try await store.write { transaction in
        try transaction.setValue("late", named: "n")
        try queue.confirm(late, in: transaction)
      }
    }
    await #expect(throws: LeaseLost(late.work)) {
      try await store.write { transaction in
        try transaction.setValue("late", named: "n")
        try queue.finish(late, in: transaction)
      }
    }
    #expect(try await store.read { try $0.value("n") } == nil)
    #expect(try await queue.lease(.turn, for: .seconds(60)) == nil)
    try await store.write { transaction in
      try queue.confirm(lease, in: transaction)
      try transaction.setValue("right", named: "n")
      try queue.finish(lease, in: transaction)
    }
    #expect(try await store.read { try $0.value("n") } == "right")
    #expect(try await queue.count(.turn) == 0)
    await #expect(throws: LeaseLost.self) { try await finish(lease, store) }
  }

  @Test("A lease that ran out still holds while nobody else has the work", arguments: StoreForm.all)
  func lateButAlone(_ form: StoreForm) async throws {
    let store = try await make(form, [Sample.work("1")])
    defer { store.end() }
    let lease = try #require(try await store.queue.lease(.turn, for: .milliseconds(50)))
    try await store.pass(.milliseconds(80))
    #expect(try await store.queue.extend(lease, for: .milliseconds(50)))
    try await store.pass(.milliseconds(80))
    try await finish(lease, store)
    #expect(try await store.queue.lease(.turn, for: .seconds(60)) == nil)
  }

  @Test("Work that is given back waits for its delay and keeps its place", arguments: StoreForm.all)
  func giveBack(_ form: StoreForm) async throws {
    let store = try await make(
      form, [Sample.work("1", group: "a"), Sample.work("2", group: "a")])
    defer { store.end() }
    let queue = store.queue
    let lease = try #require(try await queue.lease(.turn, for: .seconds(60)))
    try await queue.giveBack(lease, after: .milliseconds(100))
    await #expect(throws: LeaseLost.self) { try await finish(lease, store) }
    #expect(try await !queue.extend(lease, for: .seconds(60)))
    #expect(try await queue.lease(.turn, for: .seconds(60)) == nil)
    try await store.pass(.milliseconds(150))
    let again = try #require(try await queue.lease(.turn, for: .seconds(60)))
    #expect(again == Lease(work: lease.work, attempt: 2))
    try await queue.giveBack(again, after: .zero)
    #expect(try await queue.lease(.turn, for: .seconds(60))?.attempt == 3)
  }

  @Test("Work that was only interrupted keeps its tries", arguments: StoreForm.all)
  func interruption(_ form: StoreForm) async throws {
    let store = try await make(form, [Sample.work("1")])
    defer { store.end() }
    let queue = store.queue
    for attempt in 1...4 {
      let lease = try #require(try await queue.lease(.turn, for: .seconds(60)))
      #expect(lease.attempt == attempt && lease.tries == 1)
      try await queue.giveBack(lease, after: .zero, isUntried: true)
      try await queue.giveBack(lease, after: .zero, isUntried: true)
    }
    let lease = try #require(try await queue.lease(.turn, for: .milliseconds(50)))
    try await store.pass(.milliseconds(80))
    let again = try #require(try await queue.lease(.turn, for: .seconds(60)))
    #expect(again.tries == 2)
    try await queue.giveBack(lease, after: .zero, isUntried: true)
    try await queue.giveBack(again, after: .zero)
    let last = try #require(try await queue.lease(.turn, for: .seconds(60)))
    #expect(last.attempt == 7 && last.tries == 3)
  }

  @Test("A finish that is taken back leaves the work with its taker", arguments: StoreForm.all)
  func finishTakenBack(_ form: StoreForm) async throws {
    let store = try await make(form, [Sample.work("1"), Sample.work("2")])
    defer { store.end() }
    let queue = store.queue
    let lease = try #require(try await queue.lease(.turn, for: .seconds(60)))
    await #expect(throws: Refusal.self) {
      try await store.write { transaction in
        try queue.finish(lease, in: transaction)
        throw Refusal()
      }
    }
    #expect(try await queue.lease(.turn, for: .seconds(60)) == nil)
    try await finish(lease, store)
    #expect(try await queue.lease(.turn, for: .seconds(60))?.work.id == "2")
  }

  @Test("Several workers do each work once, groups in order", arguments: StoreForm.all)
  func workers(_ form: StoreForm) async throws {
    let works = (0..<60).map { Sample.work("\($0)", group: "g\($0 % 7)") }
    let store = try await make(form, works)
    defer { store.end() }
    let order = Order()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask {
          while try await store.queue.count(.turn) > 0 {
            guard let lease = try await store.queue.lease(.turn, for: .seconds(60)) else {
              await store.queue.waitForWork(.turn, atMost: .seconds(5))
              continue
            }
            await order.add(lease.work.id)
            try await finish(lease, store)
          }
        }
      }
      try await group.waitForAll()
    }
    let done = await order.ids
    #expect(done.count == 60)
    for group in 0..<7 {
      let own = done.compactMap(Int.init).filter { $0 % 7 == group }
      #expect(own == own.sorted())
    }
  }
}

private actor Order {
  private(set) var ids: [String] = []

  func add(_ id: String) { ids.append(id) }
}
