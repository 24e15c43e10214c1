import GRDB
import Records

extension EmbeddedTransaction {
  func moveWork(from account: String, to other: String) throws {
    if account == other { return }
    let (from, to) = (account.kept, other.kept)
    // Both may have used the same name; the one who is there already keeps it.
    try connection.change(
      """
      UPDATE turn SET key = NULL
      WHERE account = ? AND key IN (SELECT key FROM turn WHERE account = ?)
      """, [from, to])
    let exports = try connection.rows(
      "SELECT id, session FROM export WHERE account = ?", [from]
    ) { (id: $0[0] as String, session: $0[1] as String) }
    for (id, session) in exports {
      let isTaken = try export(id, of: other) != nil
      let name = isTaken ? "\(id)~\(session)" : id
      try connection.change(
        "UPDATE export SET account = ?, id = ? WHERE account = ? AND id = ?",
        [to, name.kept, from, id.kept])
      if isTaken { try renameWork(on: "\(session)/\(id)", to: "\(session)/\(name)") }
    }
    for table in ["session", "media", "turn", "upload"] {
      try connection.change(
        "UPDATE \(table) SET account = ? WHERE account = ?", [to, from])
    }
  }

  /// Gives work that waits or goes on another subject. Whoever is at it knows the old one only, so
  /// it is taken away and given out anew.
  private func renameWork(on subject: String, to name: String) throws {
    try connection.change(
      """
      UPDATE work SET subject = ?, attempt = attempt + 1, tries = tries - isTaken, isTaken = 0,
      freeAt = 0 WHERE kind = 'export' AND subject = ?
      """, [name.kept, subject.kept])
    changedKinds.insert(.export)
  }
}
