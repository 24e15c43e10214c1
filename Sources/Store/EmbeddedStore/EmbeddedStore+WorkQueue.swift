import Foundation
import GRDB
public import Records

extension EmbeddedStore: WorkQueue {
  /// Adds work; it can be taken once the transaction is committed.
  /// - Precondition: the transaction is one of this store's.
  public func enqueue(_ work: Work, in transaction: any MetadataTransaction) throws {
    let transaction = own(transaction)
    try transaction.connection.change(
      """
      INSERT INTO work (id, kind, subject, "group", createdAt, attempt, isHead, isTaken, freeAt)
      VALUES (?, ?, ?, ?, ?, 0, NOT EXISTS (SELECT 1 FROM work WHERE "group" = ?), 0, 0)
      """,
      [
        work.id.kept, work.kind.rawValue.kept, work.subject.kept, work.group.kept,
        work.createdAt.kept, work.group.kept,
      ])
    transaction.changedKinds.insert(work.kind)
  }

  /// Takes the oldest work of that kind whose group is free, or nil where there is none.
  public func lease(_ kind: Work.Kind, for time: Duration) async throws -> Lease? {
    try await change { [now] transaction in
      let now = now()
      let lease = try transaction.connection.row(
        """
        SELECT id, subject, "group", createdAt, attempt, tries FROM work
        WHERE kind = ? AND isHead AND freeAt <= ? ORDER BY sequence LIMIT 1
        """, [kind.rawValue.kept, now.kept]
      ) { row in
        let work = Work(
          id: row[0], kind: kind, subject: row[1], group: row[2], createdAt: row.date(3))
        return Lease(work: work, attempt: row[4] + 1, tries: row[5] + 1)
      }
      guard let lease else { return nil }
      try transaction.connection.change(
        "UPDATE work SET attempt = ?, tries = ?, isTaken = 1, freeAt = ? WHERE id = ?",
        [
          lease.attempt.kept, lease.tries.kept, (now + time.nanoseconds).kept,
          lease.work.id.kept,
        ])
      transaction.changedKinds.insert(kind)
      return lease
    }
  }

  /// Keeps a lease for `time` from now.
  /// - Returns: false where it was lost.
  public func extend(_ lease: Lease, for time: Duration) async throws -> Bool {
    try await change { [now] transaction in
      try transaction.connection.change(
        "UPDATE work SET freeAt = ? WHERE id = ? AND attempt = ? AND isTaken",
        [(now() + time.nanoseconds).kept, lease.work.id.kept, lease.attempt.kept]) > 0
    }
  }

  /// Makes sure, within a transaction, that the lease still holds.
  /// - Throws: `LeaseLost` where it doesn't.
  /// - Precondition: the transaction is one of this store's.
  public func confirm(_ lease: Lease, in transaction: any MetadataTransaction) throws {
    let holds = try own(transaction).connection.isTrue(
      "SELECT count(*) FROM work WHERE id = ? AND attempt = ? AND isTaken",
      [lease.work.id.kept, lease.attempt.kept])
    if !holds { throw LeaseLost(lease.work) }
  }

  /// Ends the work.
  /// - Throws: `LeaseLost` where another has taken it.
  /// - Precondition: the transaction is one of this store's.
  public func finish(_ lease: Lease, in transaction: any MetadataTransaction) throws {
    let transaction = own(transaction)
    let count = try transaction.connection.change(
      "DELETE FROM work WHERE id = ? AND attempt = ? AND isTaken",
      [lease.work.id.kept, lease.attempt.kept])
    guard count > 0 else { throw LeaseLost(lease.work) }
    let next: String? = try transaction.connection.row(
      """
      UPDATE work SET isHead = 1
      WHERE sequence = (SELECT min(sequence) FROM work WHERE "group" = ?) RETURNING kind
      """, [lease.work.group.kept]
    ) { $0[0] }
    transaction.changedKinds.insert(lease.work.kind)
    if let kind = next.flatMap(Work.Kind.init) { transaction.changedKinds.insert(kind) }
  }

  /// Gives the work back, to be taken again after `delay`; nothing where the lease was lost.
  public func giveBack(_ lease: Lease, after delay: Duration, isUntried: Bool) async throws {
    try await change { [now] transaction in
      try transaction.connection.change(
        """
        UPDATE work SET isTaken = 0, freeAt = ?, tries = tries - ?
        WHERE id = ? AND attempt = ? AND isTaken
        """,
        [
          (now() + delay.nanoseconds).kept, isUntried.kept, lease.work.id.kept,
          lease.attempt.kept,
        ])
      transaction.changedKinds.insert(lease.work.kind)
    }
  }

  /// How much work of a kind waits or is being done.
  public func count(_ kind: Work.Kind) async throws -> Int {
    try await read { view in
      try stored(view).connection.number(
        "SELECT count(*) FROM work WHERE kind = ?", [kind.rawValue.kept])
    }
  }

  /// Ends as soon as there is work that can be taken, at once where there is some now; after
  /// `time`; or when the task is cancelled.
  public func waitForWork(_ kind: Work.Kind, atMost time: Duration) async {
    let end = ContinuousClock.now + time
    while !Task.isCancelled {
      let changes = signal.changes(kind)
      let left = end - ContinuousClock.now
      guard left > .zero else { return }
      guard let wait = try? await timeToWork(kind) else {
        // A store that can't be read is no reason to ask it without a pause.
        try? await Task.sleep(for: left)
        return
      }
      if wait <= .zero { return }
      await signal.wait(kind, after: changes, atMost: min(wait, left))
    }
  }

  /// How long until some work can be taken as far as is known now.
  private func timeToWork(_ kind: Work.Kind) async throws -> Duration {
    let free: Int? = try await read { view in
      try stored(view).connection.row(
        "SELECT min(freeAt) FROM work WHERE kind = ? AND isHead", [kind.rawValue.kept]
      ) { $0[0] as Int? } ?? nil
    }
    return free.map { .nanoseconds($0 - now()) } ?? .seconds(1 << 30)
  }

  /// Nanoseconds since the store was opened.
  private func now() -> Int { elapsed().nanoseconds }

  private func own(_ transaction: any MetadataTransaction) -> EmbeddedTransaction {
    let transaction = transaction as? EmbeddedTransaction
    guard let transaction, transaction.signal === signal else {
      preconditionFailure("The transaction belongs to another store.")
    }
    return transaction
  }
}

/// What a view of this store reads from.
private func stored(_ view: any MetadataView) -> any StoredView {
  guard let view = view as? any StoredView else {
    preconditionFailure("The view belongs to another store.")
  }
  return view
}

extension Duration {
  fileprivate var nanoseconds: Int {
    // A century is long enough for any lease.
    let seconds = min(max(0, components.seconds), 3_155_760_000)
    return Int(seconds) * 1_000_000_000 + Int(max(0, components.attoseconds) / 1_000_000_000)
  }
}
