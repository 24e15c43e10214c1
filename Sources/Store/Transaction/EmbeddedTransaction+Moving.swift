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
      try connection.change(
        "UPDATE work SET subject = ? WHERE kind = 'export' AND subject = ?",
        ["\(other)/\(name)".kept, "\(account)/\(id)".kept])
    }
    for table in ["session", "media", "turn", "upload"] {
      try connection.change(
        "UPDATE \(table) SET account = ? WHERE account = ?", [to, from])
    }
  }
}
