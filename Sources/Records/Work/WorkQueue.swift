public import Foundation

/// Something to be done by a worker.
public struct Work: Hashable, Sendable, Codable, Identifiable {
  /// Its id.
  public var id: String
  /// What kind of work it is.
  public var kind: Kind
  /// What it is about: a turn's id, or `session/export`.
  public var subject: String
  /// Works of one group are done in the order in which they came, one at a time.
  public var group: String
  /// When it came.
  public var createdAt: Date

  /// Kinds of work.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case turn, export
  }

  /// Work.
  public init(id: String, kind: Kind, subject: String, group: String, createdAt: Date) {
    self.id = id
    self.kind = kind
    self.subject = subject
    self.group = group
    self.createdAt = createdAt
  }
}

/// Work that one worker has taken, for a time.
public struct Lease: Hashable, Sendable {
  /// The work.
  public var work: Work
  /// Counts up each time the work is taken: only its latest taker may change anything.
  public var attempt: Int
  /// How often it was taken and tried, this time included: takers who only gave it back don't
  /// count.
  public var tries: Int

  /// A lease; `tries` is nil where every attempt was one.
  public init(work: Work, attempt: Int, tries: Int? = nil) {
    self.work = work
    self.attempt = attempt
    self.tries = tries ?? attempt
  }
}

/// Work that waits for a worker. Nothing is lost: work that its taker does not finish in time is
/// given out again.
public protocol WorkQueue: Sendable {
  /// Adds work; it can be taken once the transaction is committed.
  func enqueue(_ work: Work, in transaction: any MetadataTransaction) throws
  /// Takes the oldest work of that kind whose group is free, or nil where there is none.
  /// It is the taker's for `time` unless that is extended.
  func lease(_ kind: Work.Kind, for time: Duration) async throws -> Lease?
  /// Keeps a lease for `time` from now.
  /// - Returns: false where it was lost.
  func extend(_ lease: Lease, for time: Duration) async throws -> Bool
  /// Makes sure, within a transaction, that the lease still holds.
  /// - Throws: ``LeaseLost`` where it doesn't, so that the transaction changes nothing.
  func confirm(_ lease: Lease, in transaction: any MetadataTransaction) throws
  /// Ends the work.
  /// - Throws: ``LeaseLost`` where another has taken it.
  func finish(_ lease: Lease, in transaction: any MetadataTransaction) throws
  /// Gives the work back, to be taken again after `delay`; nothing where the lease was lost.
  /// - Parameters:
  ///   - lease: of the work.
  ///   - delay: how long nobody takes it.
  ///   - isUntried: whether it was only interrupted, so that this was none of its tries.
  func giveBack(_ lease: Lease, after delay: Duration, isUntried: Bool) async throws
  /// How much work of a kind waits or is being done.
  func count(_ kind: Work.Kind) async throws -> Int
  /// Ends when there may be work that can be taken, at once where there is some already; after
  /// `time`; or when the task is cancelled.
  func waitForWork(_ kind: Work.Kind, atMost time: Duration) async
}

extension WorkQueue {
  /// Gives the work back after a try, to be taken again after `delay`.
  public func giveBack(_ lease: Lease, after delay: Duration) async throws {
    try await giveBack(lease, after: delay, isUntried: false)
  }
}

/// Another worker has the work now; what this one does changes nothing any more.
public struct LeaseLost: Error, Hashable, Sendable, CustomStringConvertible {
  /// The work.
  public var work: Work

  /// The lease on `work` was lost.
  public init(_ work: Work) { self.work = work }

  /// The sentence.
  public var description: String {
    "The lease on \(work.kind.rawValue) \(work.subject) was lost; another worker goes on with it."
  }
}
