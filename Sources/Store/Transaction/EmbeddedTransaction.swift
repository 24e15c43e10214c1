import Foundation
import Records

/// A state of the store that is being changed.
final class EmbeddedTransaction: StoredView, MetadataTransaction {
  let connection: Connection
  /// Which store it belongs to.
  let signal: WorkSignal
  /// Kinds of work whose queue it has changed.
  var changedKinds: Set<Work.Kind> = []

  init(connection: Connection, signal: WorkSignal) {
    self.connection = connection
    self.signal = signal
  }

  func insert(_ account: Account) throws { try Tables.accounts.insert(account, connection) }

  func update(_ account: Account) throws { try Tables.accounts.update(account, connection) }

  func removeAccount(_ id: String) throws {
    try connection.change("DELETE FROM account WHERE id = ?", [id.kept])
  }

  func insert(_ token: AccessToken) throws { try Tables.tokens.insert(token, connection) }

  func update(_ token: AccessToken) throws { try Tables.tokens.update(token, connection) }

  func insert(_ issue: TokenIssue) throws { try Tables.issues.insert(issue, connection) }

  func removeIssues(before: Date) throws {
    try connection.change("DELETE FROM issue WHERE issuedAt < ?", [before.kept])
  }

  func save(_ credits: Credits) throws {
    try connection.change(
      """
      INSERT INTO credits (account, granted, available, frozen, spent) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (account) DO UPDATE SET granted = excluded.granted,
      available = excluded.available, frozen = excluded.frozen, spent = excluded.spent
      """,
      [
        credits.account.kept, credits.granted.kept, credits.available.kept, credits.frozen.kept,
        credits.spent.kept,
      ])
  }

  func insert(_ hold: CreditHold) throws { try Tables.holds.insert(hold, connection) }

  func update(_ hold: CreditHold) throws { try Tables.holds.update(hold, connection) }

  func append(_ entry: LedgerEntry) throws { try Tables.ledger.insert(entry, connection) }

  func setValue(_ value: String, named name: String) throws {
    try connection.change(
      "INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", [name.kept, value.kept])
  }
}
