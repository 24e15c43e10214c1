import Foundation
import GRDB
import Records

/// The tables of records.
enum Tables {
  static let accounts = Table<Account>(
    "account",
    columns: ["id", "plan", "email", "passwordDigest", "createdAt", "lastSeenAt"]
  ) { record in
    [
      record.id.kept, record.plan.rawValue.kept, record.email.kept, record.passwordDigest.kept,
      record.createdAt.kept, record.lastSeenAt.kept,
    ]
  } read: { row in
    Account(
      id: row[0], plan: try row.choice(1), email: row[2], passwordDigest: row[3],
      createdAt: row.date(4), lastSeenAt: row.date(5))
  }

  static let tokens = Table<AccessToken>(
    "token",
    columns: ["id", "digest", "account", "label", "createdAt", "expiresAt", "revokedAt"]
  ) { record in
    [
      record.id.kept, record.digest.kept, record.account.kept, record.label.kept,
      record.createdAt.kept, record.expiresAt.kept, record.revokedAt.kept,
    ]
  } read: { row in
    AccessToken(
      id: row[0], digest: row[1], account: row[2], label: row[3], createdAt: row.date(4),
      expiresAt: row.date(5), revokedAt: row.optionalDate(6))
  }

  static let issues = Table<TokenIssue>("issue", columns: ["client", "address", "issuedAt"]) {
    [$0.client.kept, $0.address.kept, $0.issuedAt.kept]
  } read: { row in
    TokenIssue(client: row[0], address: row[1], issuedAt: row.date(2))
  }

  static let credits = Table<Credits>(
    "credits", columns: ["account", "granted", "available", "frozen", "spent"], key: ["account"]
  ) { record in
    [
      record.account.kept, record.granted.kept, record.available.kept, record.frozen.kept,
      record.spent.kept,
    ]
  } read: { row in
    Credits(account: row[0], granted: row[1], available: row[2], frozen: row[3], spent: row[4])
  }

  static let holds = Table<CreditHold>(
    "hold",
    columns: ["id", "account", "turn", "amount", "state", "settled", "createdAt"],
    fixed: ["account"]
  ) { record in
    [
      record.id.kept, record.account.kept, record.turn.kept, record.amount.kept,
      record.state.rawValue.kept, record.settled.kept, record.createdAt.kept,
    ]
  } read: { row in
    CreditHold(
      id: row[0], account: row[1], turn: row[2], amount: row[3], state: try row.choice(4),
      settled: row[5], createdAt: row.date(6))
  }

  static let ledger = Table<LedgerEntry>(
    "ledger", columns: ["account", "kind", "amount", "hold", "note", "at"], key: []
  ) { record in
    [
      record.account.kept, record.kind.rawValue.kept, record.amount.kept, record.hold.kept,
      record.note.kept, record.at.kept,
    ]
  } read: { row in
    LedgerEntry(
      account: row[0], kind: try row.choice(1), amount: row[2], hold: row[3], note: row[4],
      at: row.date(5))
  }
}
