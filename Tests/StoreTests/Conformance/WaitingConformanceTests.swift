import Foundation
import Records
import Testing

/// Who waits for work hears of it, and sleeps otherwise.
@Suite struct WaitingConformanceTests {
  private static let long = Duration.seconds(300)

  /// Waits for work while `change` is made, and expects to hear of it long before `long`.
  private func hears(
    _ store: StoreFixture, of change: @escaping @Sendable () async throws -> Void
  ) async throws {
    let start = ContinuousClock.now
    async let waiting: Void = store.queue.waitForWork(.turn, atMost: Self.long)
    try await Task.sleep(for: .milliseconds(20))
    try await change()
    await waiting
    #expect(ContinuousClock.now - start < .seconds(120))
  }

  private func enqueue(_ store: StoreFixture, _ works: Work...) async throws {
    try await store.write { [queue = store.queue] transaction in
      for work in works { try queue.enqueue(work, in: transaction) }
    }
  }

  @Test("New work, freed groups and work given back end the waiting", arguments: StoreForm.all)
  func wakes(_ form: StoreForm) async throws {
    let store = try form.make()
    defer { store.end() }
    let queue = store.queue
    try await hears(store) {
      try await enqueue(store, Sample.work("1"), Sample.work("2"))
    }
    let first = try #require(try await queue.lease(.turn, for: .seconds(600)))
    try await hears(store) { try await store.write { try queue.finish(first, in: $0) } }
    let second = try #require(try await queue.lease(.turn, for: .seconds(600)))
    try await hears(store) { try await queue.giveBack(second, after: .zero) }
  }

  @Test("Work that is there already ends the waiting at once", arguments: StoreForm.all)
  func thereAlready(_ form: StoreForm) async throws {
    let store = try form.make()
    defer { store.end() }
    try await enqueue(store, Sample.work("1"))
    let start = ContinuousClock.now
    await store.queue.waitForWork(.turn, atMost: Self.long)
    #expect(ContinuousClock.now - start < .seconds(120))
  }

  @Test("Without work the waiting lasts its time", arguments: StoreForm.all)
  func lasts(_ form: StoreForm) async throws {
    let store = try form.make()
    defer { store.end() }
    try await enqueue(store, Sample.work("1", kind: .export))
    let start = ContinuousClock.now
    await store.queue.waitForWork(.turn, atMost: .milliseconds(60))
    #expect(ContinuousClock.now - start >= .milliseconds(60))
    await store.queue.waitForWork(.turn, atMost: .zero)
  }

  @Test("A cancelled task waits no longer", arguments: StoreForm.all)
  func cancelled(_ form: StoreForm) async throws {
    let store = try form.make()
    defer { store.end() }
    let start = ContinuousClock.now
    let task = Task { await store.queue.waitForWork(.turn, atMost: Self.long) }
    try await Task.sleep(for: .milliseconds(10))
    task.cancel()
    await task.value
    #expect(ContinuousClock.now - start < .seconds(120))
  }
}
