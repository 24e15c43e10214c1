import Accounts
import Foundation
import Records

/// What is left to clear away once a session or an account is gone from the store.
struct Remains: Sendable {
  /// Contents that may be nobody's now.
  var blobs: Set<String> = []
  /// Turns and exports that may be going on.
  var subjects: Set<String> = []
  /// Sessions that are gone.
  var sessions: Set<String> = []
  /// Turns that went with them.
  var turns: [Turn] = []

  mutating func add(_ other: Remains) {
    blobs.formUnion(other.blobs)
    subjects.formUnion(other.subjects)
    sessions.formUnion(other.sessions)
    turns += other.turns
  }
}

extension Studio {
  /// Removes a session from the store; credits held for its turns are given back.
  static func remove(
    session id: String, at time: Date, in transaction: any MetadataTransaction
  ) throws -> Remains {
    var remains = try remains(of: id, in: transaction)
    for turn in try transaction.activeTurns(in: id) {
      if let hold = turn.hold {
        try Ledger.release(hold, note: "The session was removed.", at: time, in: transaction)
      }
      remains.subjects.insert(turn.id)
    }
    try transaction.removeSession(id)
    return remains
  }

  /// What hangs on a session outside the store.
  static func remains(of session: String, in view: any MetadataView) throws -> Remains {
    var remains = Remains(sessions: [session])
    remains.blobs.formUnion(try view.media(in: session).flatMap(\.blobs))
    for export in try view.exports(in: session) {
      if let blob = export.blob { remains.blobs.insert(blob) }
      if !export.status.isFinal { remains.subjects.insert(export.subject) }
    }
    remains.turns = try view.activeTurns(in: session)
    remains.subjects.formUnion(remains.turns.map(\.id))
    return remains
  }

  /// Stops work on what is gone and removes contents that nobody has now. What can't be removed
  /// now is left to the sweep.
  func clearAway(_ remains: Remains) async {
    endClipsOfNobody(remains.turns)
    for subject in remains.subjects {
      running.cancel(subject)
      board.ring(subject)
    }
    for session in remains.sessions {
      stateCache.remove(session)
      pieces?.remove(session)
      hub.ring(session)
    }
    let previews = remains.sessions.flatMap(self.previews.remove)
    for blob in remains.blobs.union(previews) { _ = try? await removeIfUnused(blob) }
  }

  /// Removes a content unless someone has it or may be about to.
  /// - Returns: whether it is gone.
  func removeIfUnused(_ blob: String) async throws -> Bool {
    guard intake.beginRemoval() else { return false }
    defer { intake.endRemoval() }
    guard try await !isUsed(blob) else { return false }
    try await blobs.remove(blob)
    return true
  }
}
