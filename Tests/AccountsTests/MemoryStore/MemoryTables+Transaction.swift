import Foundation
import Records

extension MemoryTables: MetadataTransaction {
  func insert(_ account: Account) throws {
    if let email = account.email, try self.account(email: email) != nil {
      throw StorageError(.duplicate, "There is an account of \(email) already.")
    }
    try insert(new: \.accounts, account.id, account)
  }
  func update(_ account: Account) throws { try set(\.accounts, account.id, account) }
  func removeAccount(_ id: String) throws {
    for token in tokens.values where token.account == id { try set(\.tokens, token.id, nil) }
    for hold in holds.values where hold.account == id { try set(\.holds, hold.id, nil) }
    for session in sessions.values where session.account == id {
      try set(\.sessions, session.id, nil)
    }
    try set(\.ledger, id, nil)
    try set(\.credits, id, nil)
    try set(\.accounts, id, nil)
  }
  func insert(_ token: AccessToken) throws { try insert(new: \.tokens, token.id, token) }
  func update(_ token: AccessToken) throws { try set(\.tokens, token.id, token) }
  func insert(_ issue: TokenIssue) throws { try setIssues(issues + [issue]) }
  func removeIssues(before: Date) throws {
    try setIssues(issues.filter { $0.issuedAt >= before })
  }

  func save(_ credits: Credits) throws { try set(\.credits, credits.account, credits) }
  func insert(_ hold: CreditHold) throws { try insert(new: \.holds, hold.id, hold) }
  func update(_ hold: CreditHold) throws { try set(\.holds, hold.id, hold) }
  func append(_ entry: LedgerEntry) throws { try addLine(entry) }

  func insert(_ session: Session) throws { try insert(new: \.sessions, session.id, session) }
  func update(_ session: Session) throws { try set(\.sessions, session.id, session) }
  func removeSession(_ id: String) throws { try set(\.sessions, id, nil) }
  func moveWork(from account: String, to other: String) throws {
    for var session in sessions.values where session.account == account {
      session.account = other
      try set(\.sessions, session.id, session)
    }
  }

  func insert(_ item: MediaItem) throws { throw notKept }
  func update(_ item: MediaItem) throws { throw notKept }
  func insert(_ upload: PartialUpload) throws { throw notKept }
  func update(_ upload: PartialUpload) throws { throw notKept }
  func removePartialUpload(_ id: String) throws { throw notKept }
  func insert(_ turn: Turn) throws { throw notKept }
  func update(_ turn: Turn) throws { throw notKept }
  func insert(_ event: StoredEvent) throws { throw notKept }
  func removeEvent(_ sequence: Int, of session: String) throws { throw notKept }
  func insert(_ export: Export) throws { throw notKept }
  func update(_ export: Export) throws { throw notKept }

  func setValue(_ value: String, named name: String) throws { try set(\.values, name, value) }

  private var notKept: StorageError {
    StorageError(.unavailable, "Records in memory keep accounts and sessions only.")
  }
}
