import Records
import Synchronization

/// A store that stops like a machine without power: after so many changes nothing is read or
/// written any more.
final class HaltingStore: MetadataStore, WorkQueue {
  struct Halted: Error {}

  /// Whether the change at which it stops is still made.
  enum Manner: CaseIterable { case beforeTheChange, afterTheChange }

  private let inner: any MetadataStore & WorkQueue
  private let manner: Manner
  private let start: Int
  private let left: Mutex<Int>
  private let isFrozen = Mutex(false)

  /// A store that makes `changes` of them; nil never stops.
  init(_ inner: any MetadataStore & WorkQueue, after changes: Int?, manner: Manner) {
    self.inner = inner
    self.manner = manner
    start = changes ?? 1 << 40
    left = Mutex(start)
  }

  /// Changes so far.
  var made: Int { start - left.withLock { $0 } }

  /// Whether it has stopped.
  var isHalted: Bool { left.withLock { $0 <= 0 } }

  func read<Result: Sendable>(
    _ body: @escaping @Sendable (any MetadataView) throws -> Result
  ) async throws -> Result {
    try demandPower()
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
    return try await inner.lease(kind, for: time)
  }

  /// Lets leases run out although their holders believe that they keep them.
  func freezeLeases() { isFrozen.withLock { $0 = true } }

  func extend(_ lease: Lease, for time: Duration) async throws -> Bool {
    try demandPower()
    if isFrozen.withLock({ $0 }) { return true }
    return try await inner.extend(lease, for: time)
  }

  func confirm(_ lease: Lease, in transaction: any MetadataTransaction) throws {
    try inner.confirm(lease, in: transaction)
  }

  func finish(_ lease: Lease, in transaction: any MetadataTransaction) throws {
    try inner.finish(lease, in: transaction)
  }

  func giveBack(_ lease: Lease, after delay: Duration) async throws {
    try demandPower()
    try await inner.giveBack(lease, after: delay)
  }

  func count(_ kind: Work.Kind) async throws -> Int {
    try demandPower()
    return try await inner.count(kind)
  }

  func waitForWork(_ kind: Work.Kind, atMost time: Duration) async {
    await inner.waitForWork(kind, atMost: time)
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
