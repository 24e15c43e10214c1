import GRDB
import Records
import Timeline

extension Connection {
  /// The history of a session, of which this state of the store has `stamp`.
  func history(of session: String, stamp: Int) throws -> History {
    if let history = shelf.history(stamp) { return history }
    let text: String? = try row(
      "SELECT body FROM history WHERE session = ?", [session.kept]
    ) { $0[0] }
    guard let text else {
      throw StorageError(
        .damaged, "The history of session \(session) is gone; bring a copy of the store back.")
    }
    let history = try StoredJSON.value(History.self, text: text)
    shelf.put(history, stamp: stamp, size: text.utf8.count)
    return history
  }

  /// Writes a session's history where it differs from the one that is kept.
  /// - Parameter stamp: that of the one that is kept; nil where there is none.
  /// - Returns: the stamp from now on.
  func keep(_ history: History?, of session: String, stamp: Int?) throws -> Int? {
    guard let history else {
      if stamp != nil { try change("DELETE FROM history WHERE session = ?", [session.kept]) }
      return nil
    }
    if let stamp, try self.history(of: session, stamp: stamp) == history { return stamp }
    let text = try StoredJSON.text(history)
    try change(
      "INSERT OR REPLACE INTO history (session, body) VALUES (?, ?)",
      [session.kept, text.kept])
    let stamp = shelf.nextStamp()
    shelf.put(history, stamp: stamp, size: text.utf8.count)
    return stamp
  }
}
