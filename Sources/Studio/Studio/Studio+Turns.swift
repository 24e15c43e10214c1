public import Accounts
import Crypto
import Director
import Foundation
public import Records
import Timeline
public import Wire

extension Studio {
  /// Takes a message. It is stored when this returns, and its turn goes on whoever listens.
  ///
  /// The texts of the message count. `key` is the client's `Idempotency-Key`: the same key and
  /// message give the same turn.
  /// - Throws: `ServiceError`: 1002; 400 where nothing is said or too much; 409 where the key
  ///   came with another message; 429 where too many turns wait.
  public func submit(
    _ message: Content, to session: String, key: String?, for identity: Identity
  ) async throws -> Turn {
    try requireSense(of: message, key: key)
    let time = now()
    let turn = Turn(
      id: "e-" + UUID().uuidString.lowercased(), session: session, account: identity.account,
      message: message.text, key: key,
      digest: SHA256.digest([session, message.json.text()]), createdAt: time)
    let waiting = accounts.policy(of: identity.plan).queuedTurns
    let queue = queue
    let (stored, start) = try await write(changing: session) { transaction in
      var session = try Self.session(session, of: identity.account, in: transaction)
      if let key, let earlier = try transaction.turn(account: identity.account, key: key) {
        guard earlier.digest == turn.digest else {
          throw ServiceError(
            .conflict, "This Idempotency-Key came with another message before; use a new key.")
        }
        return (earlier, 0)
      }
      guard try transaction.activeTurns(in: session.id).count <= waiting else {
        throw ServiceError(
          .rateLimited,
          "\(waiting) messages of this session wait already; wait until one is done.")
      }
      try transaction.insert(turn)
      let log = EventLog(turn: turn.id, time: time)
      try log.append([log.message(message)], to: &session, in: transaction)
      try transaction.update(session)
      try queue.enqueue(Self.work(on: turn), in: transaction)
      return (turn, session.lastEvent)
    }
    if start > 0 { turnStarts.note(turn.id, start) }
    return stored
  }

  /// The events of a turn or, where `turn` is nil, of all turns, without the user's messages:
  /// first those that were missed, then those that come. It ends with the turn or, where `turn`
  /// is nil, when none of the session waits or goes on. Where the studio stops it throws.
  /// Those `after` a sequence are given; 0 for all.
  /// - Throws: `ServiceError`: 1002; 404 where the turn isn't one of the session.
  public func follow(
    _ session: String, after: Int, turn: String?, for identity: Identity
  ) async throws -> EventFeed {
    try await read { view in
      try Self.requireSession(session, of: identity.account, in: view)
      guard let turn else { return }
      guard try view.turn(turn)?.session == session else {
        throw ServiceError(
          .notFound, "Session \(session.shown) has no turn \(turn.shown); send a message first.")
      }
    }
    let start = turn.flatMap { turnStarts.start(of: $0) } ?? 0
    return EventFeed(studio: self, session: session, after: max(after, start), turn: turn)
  }

  /// Ends a turn that waits or goes on; its credits are given back. What it did to the draft
  /// stays. A turn that has ended is left as it is.
  /// - Throws: `ServiceError` with code 404.
  public func cancelTurn(_ id: String, for identity: Identity) async throws {
    let found = try await read { try $0.turn(id) }
    guard let found, found.account == identity.account else {
      throw ServiceError(.notFound, "There is no turn \(id.shown); send a message first.")
    }
    guard !found.status.isFinal else { return }
    let time = now()
    let (ended, export) = try await write(changing: found.session) { transaction in
      guard var turn = try transaction.turn(id), !turn.status.isFinal,
        var session = try transaction.session(turn.session)
      else { return (Turn?.none, String?.none) }
      // A plan that can't be read is no reason not to end the turn.
      let plan = turn.script.flatMap { try? TurnPlan(stored: $0) }
      let words = TurnWords(plan?.script.language ?? session.language ?? .english)
      let log = EventLog(turn: id, time: time)
      try log.append([log.text(words.cancelled)], to: &session, in: transaction)
      try transaction.update(session)
      if let hold = turn.hold {
        try Ledger.release(hold, note: "turn \(id) cancelled", at: time, in: transaction)
      }
      turn.status = .cancelled
      turn.completedAt = time
      try transaction.update(turn)
      let export = TurnPerformer.exportID(turn: id, step: turn.step)
      let subject = try Self.end(
        export: export, of: turn.account, as: .cancelled, at: time, in: transaction)?.subject
      return (turn, subject)
    }
    running.cancel(id)
    if let ended { endClipsOfNobody([ended]) }
    metrics.turnEnded(.cancelled, after: time.timeIntervalSince(found.createdAt))
    if let export {
      running.cancel(export)
      board.ring(export)
    }
  }

  func requireSense(of message: Content, key: String?) throws {
    let text = message.text
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw ServiceError(
        .badRequest, "The message says nothing; put words into a part with \"text\".")
    }
    guard text.count <= settings.longestMessage else {
      throw ServiceError(
        .badRequest,
        "The message has \(text.count) characters; write at most \(settings.longestMessage).")
    }
    try Self.requireSense(ofKey: key)
  }

  static func requireSense(ofKey key: String?) throws {
    if let key, key.isEmpty || key.utf8.count > 255 {
      throw ServiceError(
        .badRequest, "The Idempotency-Key must have 1 to 255 bytes; a UUID is a good one.")
    }
  }

  private static func work(on turn: Turn) -> Records.Work {
    Records.Work(
      id: "turn:\(turn.id)", kind: .turn, subject: turn.id, group: "turn:\(turn.session)",
      createdAt: turn.createdAt)
  }
}
