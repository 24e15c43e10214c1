import Foundation
import Records
import Timeline
import Wire

/// One transaction of a turn: what it finds and what it will leave.
struct TurnStage {
  let transaction: any MetadataTransaction
  let log: EventLog
  var turn: Turn
  var session: Session
  /// What is planned; nil before the turn has begun, and where nobody asked for it.
  var plan: TurnPlan?
  /// What will be told, in order.
  var events: [Event] = []

  /// Ends the turn.
  mutating func end(as status: Turn.Status) {
    turn.status = status
    turn.completedAt = log.time
  }
}

/// The turn was cancelled or went with its session: there is nothing left to do.
struct TurnEnded: Error {}

extension TurnPerformer {
  /// Takes the turn forward by one transaction: all that `body` does, or nothing, and nothing
  /// where another worker has the turn now.
  /// - Parameters:
  ///   - isStateChanged: whether what `latest` shows may be different afterwards.
  ///   - isPlanNeeded: whether `body` looks at the plan, which must be readable then.
  /// - Throws: `TurnEnded`, `LeaseLost`, `ServiceError`.
  @discardableResult
  func advance(
    changingState isStateChanged: Bool = false, readingPlan isPlanNeeded: Bool = true,
    _ body: @escaping @Sendable (inout TurnStage) throws -> Void
  ) async throws -> (turn: Turn, plan: TurnPlan?) {
    let (queue, lease, time) = (studio.queue, lease, studio.now())
    let done = try await studio.write(
      changing: session, andItsState: isStateChanged
    ) { transaction in
      try queue.confirm(lease, in: transaction)
      guard let turn = try transaction.turn(lease.work.subject), !turn.status.isFinal,
        let session = try transaction.session(turn.session)
      else { throw TurnEnded() }
      var stage = TurnStage(
        transaction: transaction, log: EventLog(turn: turn.id, time: time), turn: turn,
        session: session,
        plan: isPlanNeeded ? try turn.script.map { try TurnPlan(stored: $0) } : nil)
      try body(&stage)
      try stage.log.append(stage.events, to: &stage.session, in: transaction)
      if isStateChanged { stage.session.revision += 1 }
      try transaction.update(stage.session)
      if let plan = stage.plan { stage.turn.script = try plan.text }
      try transaction.update(stage.turn)
      if stage.turn.status.isFinal { try queue.finish(lease, in: transaction) }
      return (stage.turn, stage.plan)
    }
    if let end = done.0.completedAt {
      studio.metrics.turnEnded(done.0.status, after: end.timeIntervalSince(done.0.createdAt))
    }
    return done
  }
}
