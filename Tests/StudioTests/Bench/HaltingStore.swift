import Records
import Synchronization

/// A store that stops like a machine without power: after so many changes nothing is read or
/// written any more. Its workers can be frozen, too, like those of a suspended process.
final class HaltingStore: MetadataStore, WorkQueue {
  struct Halted: Error {}

  /// Whether the change at which it stops is still made.
  enum Manner: CaseIterable { case beforeTheChange, afterTheChange }

  private let inner: any MetadataStore & WorkQueue
  private let manner: Manner
  private let start: Int
  private let left: Mutex<Int>
  private let read = Mutex(0)
  private let waited = Mutex(0)
  private let frozen = Mutex(Frozen())

  private struct Frozen {
    var isFrozen = false
    var leases: [Lease] = []
  }

  /// A store that makes `changes` of them; nil never stops.
  init(_ inner: any MetadataStore & WorkQueue, after changes: Int?, manner: Manner) {
    self.inner = inner
    self.manner = manner
    start = changes ?? 1 << 40
    left = Mutex(start)
  }

  /// Changes so far.
  var made: Int { start - left.withLock { $0 } }

  /// Reads so far.
  var reads: Int { read.withLock { $0 } }

  /// How often it was asked to wait for work.
  var waits: Int { waited.withLock { $0 } }

  /// Whether it has stopped.
  var isHalted: Bool { left.withLock { $0 <= 0 } }

  func read<Result: Sendable>(
    _ body: @escaping @Sendable (any MetadataView) throws -> Result
  ) async throws -> Result {
    try demandPower()
    read.withLock { $0 += 1 }
    return try await inner.read(body)
  }

  func write<Result: Sendable>(
    _ body: @escaping @Sendable (any MetadataTransaction) throws -> Result
  ) async throws -> Result {
    try await change { try await $0.write(body) }
  }

  func enqueue(_ work: Work, in transaction: any MetadataTransaction) throws {
    try inner.enqueue(work, in: transaction)
  }

  func lease(_ kind: Work.Kind, for time: Duration) async throws -> Lease? {
    try demandPower()
    if frozen.withLock({ $0.isFrozen }) { return nil }
    guard let lease = try await inner.lease(kind, for: time) else { return nil }
    let isFrozen = frozen.withLock { state in
      if !state.isFrozen { state.leases.append(lease) }
      return state.isFrozen
    }
    guard isFrozen else { return lease }
    // The freeze came while the store was asked.
    try await inner.giveBack(lease, after: .zero, isUntried: true)
    return nil
  }

  /// Lets every lease run out at once, unnoticed by its holder; none is taken until ``thaw()``.
  func freeze() async throws {
    let leases = frozen.withLock { state in
      state.isFrozen = true
      return state.leases
    }
    for lease in leases { _ = try await inner.extend(lease, for: .zero) }
  }

  /// Lets work be taken again.
  func thaw() { frozen.withLock { $0 = Frozen() } }

  func extend(_ lease: Lease, for time: Duration) async throws -> Bool {
    try demandPower()
    if frozen.withLock({ $0.isFrozen }) { return true }
    return try await inner.extend(lease, for: time)
  }

  func confirm(_ lease: Lease, in transaction: any MetadataTransaction) throws {
    try inner.confirm(lease, in: transaction)
  }

  func finish(_ lease: Lease, in transaction: any MetadataTransaction) throws {
    try inner.finish(lease, in: transaction)
  }

  func giveBack(_ lease: Lease, after delay: Duration, isUntried: Bool) async throws {
    try demandPower()
    try await inner.giveBack(lease, after: delay, isUntried: isUntried)
  }

  func count(_ kind: Work.Kind) async throws -> Int {
    try demandPower()
    return try await inner.count(kind)
  }

  func waitForWork(_ kind: Work.Kind, atMost time: Duration) async {
    waited.withLock { $0 += 1 }
    if frozen.withLock({ $0.isFrozen }) {
      try? await Task.sleep(for: time)
    } else {
      await inner.waitForWork(kind, atMost: time)
    }
  }

  private func demandPower() throws { if isHalted { throw Halted() } }

  private func change<Result: Sendable>(
    _ body: (any MetadataStore & WorkQueue) async throws -> Result
  ) async throws -> Result {
    let left = left.withLock { left in
      left -= 1
      return left
    }
    guard left >= 0 else { throw Halted() }
    guard left > 0 || manner == .afterTheChange else { throw Halted() }
    let result = try await body(inner)
    guard left > 0 else { throw Halted() }
    return result
  }
}
