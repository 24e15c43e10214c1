import GRDB
import Records
import Timeline

extension EmbeddedTransaction {
  func insert(_ session: Session) throws {
    try connection.change(
      """
      INSERT INTO session (id, task, account, name, language, state, revision, lastEvent,
      createdAt, updatedAt, historyStamp) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        session.id.kept, session.task.kept, session.account.kept, session.name.kept,
        (session.language?.rawValue).kept, session.keptState, session.revision.kept,
        session.lastEvent.kept, session.createdAt.kept, session.updatedAt.kept, .null,
      ])
    if session.history != nil { try update(session) }
  }

  func update(_ session: Session) throws {
    let former = try connection.row(
      "SELECT historyStamp FROM session WHERE id = ?", [session.id.kept]
    ) { $0[0] as Int? }
    guard let former else { return }
    let stamp = try connection.keep(session.history, of: session.id, stamp: former)
    try connection.change(
      """
      UPDATE session SET task = ?, name = ?, language = ?, state = ?, revision = ?,
      lastEvent = ?, createdAt = ?, updatedAt = ?, historyStamp = ? WHERE id = ?
      """,
      [
        session.task.kept, session.name.kept, (session.language?.rawValue).kept,
        session.keptState, session.revision.kept, session.lastEvent.kept, session.createdAt.kept,
        session.updatedAt.kept, stamp.kept, session.id.kept,
      ])
  }

  func removeSession(_ id: String) throws {
    try connection.change("DELETE FROM session WHERE id = ?", [id.kept])
  }

  func insert(_ turn: Turn) throws { try Tables.turns.insert(turn, connection) }

  func update(_ turn: Turn) throws { try Tables.turns.update(turn, connection) }

  func insert(_ event: StoredEvent) throws { try Tables.events.insert(event, connection) }

  func removeEvent(_ sequence: Int, of session: String) throws {
    try connection.change(
      "DELETE FROM event WHERE session = ? AND sequence = ?", [session.kept, sequence.kept])
  }

  func insert(_ item: MediaItem) throws { try Tables.media.insert(item, connection) }

  func update(_ item: MediaItem) throws { try Tables.media.update(item, connection) }

  func insert(_ upload: PartialUpload) throws { try Tables.uploads.insert(upload, connection) }

  func update(_ upload: PartialUpload) throws { try Tables.uploads.update(upload, connection) }

  func removePartialUpload(_ id: String) throws {
    try connection.change("DELETE FROM upload WHERE id = ?", [id.kept])
  }

  func insert(_ export: Export) throws { try Tables.exports.insert(export, connection) }

  func update(_ export: Export) throws { try Tables.exports.update(export, connection) }
}

extension Session {
  fileprivate var keptState: DatabaseValue {
    state.isEmpty ? .null : JSONValue.object(state).text().kept
  }
}
