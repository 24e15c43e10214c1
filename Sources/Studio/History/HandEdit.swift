import Crypto
import Foundation
import Records
import Timeline
import Wire

/// A change of the draft without words, as a session keeps it.
struct HandEdit: Sendable {
  let id: String
  /// The client's `Idempotency-Key`; nil where it sent none.
  let key: String?
  private let digest: String
  private let time: Date

  private static let prefix = "h-"

  /// - Parameters:
  ///   - request: what is to be done.
  ///   - session: where.
  ///   - key: the client's `Idempotency-Key`.
  ///   - time: when.
  init(_ request: EditRequest, in session: String, key: String?, at time: Date) {
    id = Self.prefix + UUID().uuidString.lowercased()
    self.key = key
    self.time = time
    digest = SHA256.digest([session, "edit", request.json.text()])
  }

  /// What the same request did when it came before.
  /// - Throws: `ServiceError` with code 409 where its key came with something else.
  func earlier(of account: String, in view: any MetadataView) throws -> Outcome? {
    guard let key, let earlier = try view.turn(account: account, key: key) else { return nil }
    guard earlier.digest == digest else {
      throw ServiceError(
        .conflict, "This Idempotency-Key came with something else before; use a new key.")
    }
    return try? JSONDecoder().decode(Outcome.self, from: Data(earlier.message.utf8))
  }

  /// What it did, beside the draft.
  struct Outcome: Codable, Sendable {
    /// Versions whose edits no longer apply; nil where it was no undoing of one alone.
    var dropped: [Int]?
  }

  /// Keeps what it did, for whoever asks again with its key.
  func keep(_ outcome: Outcome, of session: Session, in transaction: any MetadataTransaction) throws
  {
    guard let key else { return }
    // A turn that is over; what was done stands where others have what was said.
    let told = String(decoding: try JSONEncoder().encode(outcome), as: UTF8.self)
    try transaction.insert(
      Turn(
        id: id, session: session.id, account: session.account, message: told, key: key,
        digest: digest, status: .completed, createdAt: time, completedAt: time))
  }

  /// Tells those who follow the session what the draft is now. Of changes that follow one another
  /// only the last is kept: it tells all.
  func tell(
    _ delta: [String: JSONValue], in session: inout Session,
    _ transaction: any MetadataTransaction
  ) throws {
    let last = try transaction.events(in: session.id, after: session.lastEvent - 1, limit: 1).last
    if let last, last.turn.hasPrefix(Self.prefix) {
      try transaction.removeEvent(last.sequence, of: session.id)
    }
    let log = EventLog(turn: id, time: time)
    let version = session.history.map { JSONValue.integer($0.currentNumber) }
    try log.append(
      [log.change(delta, metadata: ["version": version].compactMapValues { $0 })], to: &session,
      in: transaction)
  }
}
