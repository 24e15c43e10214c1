import Foundation
import GRDB
import Records
import Timeline

extension StoredView {
  func session(_ id: String) throws -> Session? {
    try connection.row("\(SessionRow.selection) WHERE id = ?", [id.kept], SessionRow.init)
      .map(session)
  }

  func owner(ofSession id: String) throws -> String? {
    try connection.row("SELECT account FROM session WHERE id = ?", [id.kept]) { $0[0] }
  }

  func sessions(of account: String) throws -> [Session] {
    try connection.rows(
      "\(SessionRow.selection) WHERE account = ? ORDER BY updatedAt DESC, number DESC",
      [account.kept], SessionRow.init
    ).map(session)
  }

  func sessions(idleSince: Date, limit: Int) throws -> [Session] {
    try connection.rows(
      """
      \(SessionRow.selection) WHERE updatedAt < ?
      AND NOT EXISTS (SELECT 1 FROM turn
        WHERE turn.session = session.id AND turn.status IN ('queued', 'running'))
      AND NOT EXISTS (SELECT 1 FROM export
        WHERE export.session = session.id AND export.status IN ('pending', 'processing'))
      ORDER BY updatedAt LIMIT ?
      """, [idleSince.kept, max(0, limit).kept], SessionRow.init
    ).map(session)
  }

  private func session(_ row: SessionRow) throws -> Session {
    var session = row.session
    if let stamp = row.stamp {
      session.history = try connection.history(of: session.id, stamp: stamp)
    }
    return session
  }

  func turn(_ id: String) throws -> Turn? {
    try Tables.turns.first(connection, "WHERE id = ?", id.kept)
  }

  func turn(account: String, key: String) throws -> Turn? {
    try Tables.turns.first(connection, "WHERE account = ? AND key = ?", account.kept, key.kept)
  }

  func turns(in session: String) throws -> [Turn] {
    try Tables.turns.all(connection, "WHERE session = ? ORDER BY createdAt, number", session.kept)
  }

  func activeTurns(in session: String) throws -> [Turn] {
    try Tables.turns.all(
      connection,
      "WHERE session = ? AND status IN ('queued', 'running') ORDER BY createdAt, number",
      session.kept)
  }

  func turn(before turn: Turn) throws -> Turn? {
    try Tables.turns.first(
      connection,
      """
      WHERE session = ? AND script IS NOT NULL
      AND (NOT EXISTS (SELECT 1 FROM turn WHERE id = ?)
        OR (createdAt, number) < (SELECT createdAt, number FROM turn WHERE id = ?))
      ORDER BY createdAt DESC, number DESC LIMIT 1
      """, turn.session.kept, turn.id.kept, turn.id.kept)
  }

  func events(in session: String, after: Int, limit: Int) throws -> [StoredEvent] {
    try Tables.events.all(
      connection, "WHERE session = ? AND sequence > ? ORDER BY sequence LIMIT ?", session.kept,
      after.kept, max(0, limit).kept)
  }
}

/// A session without its history, and the history's stamp.
struct SessionRow {
  static let selection = """
    SELECT id, task, account, name, language, revision, lastEvent, createdAt, updatedAt, \
    historyStamp, state FROM session
    """

  let session: Session
  let stamp: Int?

  init(_ row: Row) throws {
    let language: String? = row[4]
    var session = Session(
      id: row[0], task: row[1], account: row[2], name: row[3],
      language: try language.map { _ in try row.choice(4) }, revision: row[5], lastEvent: row[6],
      createdAt: row.date(7), updatedAt: row.date(8))
    if let text: String = row[10] {
      guard case .object(let state) = try StoredJSON.value(text) else {
        throw StorageError(
          .damaged, "The state of session \(session.id) can't be read; bring a copy back.")
      }
      session.state = state
    }
    self.session = session
    stamp = row[9]
  }
}
