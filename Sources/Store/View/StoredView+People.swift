import Foundation
import GRDB
import Records

extension StoredView {
  func account(_ id: String) throws -> Account? {
    try Tables.accounts.first(connection, "WHERE id = ?", id.kept)
  }

  func account(email: String) throws -> Account? {
    try Tables.accounts.first(connection, "WHERE email = ?", email.kept)
  }

  func accounts(after id: String?, limit: Int) throws -> [Account] {
    try Tables.accounts.all(
      connection, "WHERE id > ? ORDER BY id LIMIT ?", (id ?? "").kept, max(0, limit).kept)
  }

  func token(digest: String) throws -> AccessToken? {
    try Tables.tokens.first(connection, "WHERE digest = ?", digest.kept)
  }

  func tokens(of account: String) throws -> [AccessToken] {
    try Tables.tokens.all(
      connection, "WHERE account = ? ORDER BY createdAt DESC, number DESC", account.kept)
  }

  func countIssues(client: String, since: Date) throws -> Int {
    try connection.number(
      "SELECT count(*) FROM issue WHERE client = ? AND issuedAt >= ?", [client.kept, since.kept])
  }

  func countIssues(address: String, since: Date) throws -> Int {
    try connection.number(
      "SELECT count(*) FROM issue WHERE address = ? AND issuedAt >= ?",
      [address.kept, since.kept])
  }

  func firstIssue(client: String, since: Date) throws -> Date? {
    try Tables.issues.first(
      connection, "WHERE client = ? AND issuedAt >= ? ORDER BY issuedAt LIMIT 1", client.kept,
      since.kept
    )?.issuedAt
  }

  func firstIssue(address: String, since: Date) throws -> Date? {
    try Tables.issues.first(
      connection, "WHERE address = ? AND issuedAt >= ? ORDER BY issuedAt LIMIT 1", address.kept,
      since.kept
    )?.issuedAt
  }

  func credits(of account: String) throws -> Credits {
    try Tables.credits.first(connection, "WHERE account = ?", account.kept)
      ?? Credits(account: account)
  }

  func hold(_ id: String) throws -> CreditHold? {
    try Tables.holds.first(connection, "WHERE id = ?", id.kept)
  }

  func openHolds() throws -> [CreditHold] {
    try Tables.holds.all(connection, "WHERE state = 'open' ORDER BY createdAt, number")
  }

  func ledger(of account: String) throws -> [LedgerEntry] {
    try Tables.ledger.all(connection, "WHERE account = ? ORDER BY number", account.kept)
  }

  func value(_ name: String) throws -> String? {
    try connection.row("SELECT value FROM setting WHERE name = ?", [name.kept]) { $0[0] }
  }

  func counts() throws -> [String: Int] {
    let tables = [
      "accounts": "account", "sessions": "session", "media": "media", "turns": "turn",
      "exports": "export",
    ]
    return try tables.mapValues { try connection.number("SELECT count(*) FROM \($0)") }
  }
}
