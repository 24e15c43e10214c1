import Foundation
import Records

extension MemoryTables: MetadataView {
  func account(_ id: String) throws -> Account? { accounts[id] }
  func account(email: String) throws -> Account? { accounts.values.first { $0.email == email } }
  func accounts(after id: String?, limit: Int) throws -> [Account] {
    Array(
      accounts.values.filter { $0.id > id ?? "" }.sorted { $0.id < $1.id }.prefix(limit))
  }
  func token(digest: String) throws -> AccessToken? {
    tokens.values.first { $0.digest == digest }
  }
  func tokens(of account: String) throws -> [AccessToken] {
    tokens.values.filter { $0.account == account }.sorted { $0.createdAt > $1.createdAt }
  }
  func countIssues(client: String, since: Date) throws -> Int {
    issues.count { $0.client == client && $0.issuedAt >= since }
  }
  func countIssues(address: String, since: Date) throws -> Int {
    issues.count { $0.address == address && $0.issuedAt >= since }
  }
  func firstIssue(client: String, since: Date) throws -> Date? {
    issues.filter { $0.client == client && $0.issuedAt >= since }.map(\.issuedAt).min()
  }
  func firstIssue(address: String, since: Date) throws -> Date? {
    issues.filter { $0.address == address && $0.issuedAt >= since }.map(\.issuedAt).min()
  }

  func credits(of account: String) throws -> Credits {
    credits[account] ?? Credits(account: account)
  }
  func hold(_ id: String) throws -> CreditHold? { holds[id] }
  func openHolds() throws -> [CreditHold] { holds.values.filter { $0.state == .open } }
  func ledger(of account: String) throws -> [LedgerEntry] { ledger[account] ?? [] }

  func session(_ id: String) throws -> Session? { sessions[id] }
  func owner(ofSession id: String) throws -> String? { sessions[id]?.account }
  func sessions(of account: String) throws -> [Session] {
    sessions.values.filter { $0.account == account }
  }
  func sessions(idleSince: Date, limit: Int) throws -> [Session] { [] }

  func media(_ id: String) throws -> MediaItem? { nil }
  func media(in session: String) throws -> [MediaItem] { [] }
  func media(blob: String) throws -> [MediaItem] { [] }
  func isUsed(blob: String) throws -> Bool { false }
  func partialUpload(_ id: String) throws -> PartialUpload? { nil }
  func partialUploads(expiredBefore: Date) throws -> [PartialUpload] { [] }
  func turn(_ id: String) throws -> Turn? { nil }
  func turn(account: String, key: String) throws -> Turn? { nil }
  func turns(in session: String) throws -> [Turn] { [] }
  func activeTurns(in session: String) throws -> [Turn] { [] }
  func turn(before turn: Turn) throws -> Turn? { nil }
  func events(in session: String, after: Int, limit: Int) throws -> [StoredEvent] { [] }
  func export(_ id: String, of account: String) throws -> Export? { nil }
  func exports(in session: String) throws -> [Export] { [] }
  func exports(blob: String) throws -> [Export] { [] }
  func completedExport(digest: String, session: String) throws -> Export? { nil }

  func value(_ name: String) throws -> String? { values[name] }
  func counts() throws -> [String: Int] {
    ["accounts": accounts.count, "sessions": sessions.count]
  }
}
