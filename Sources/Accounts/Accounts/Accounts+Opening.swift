import Foundation
import Records
import Wire

extension Accounts {
  /// Puts a new account into the store, with its plan's credits.
  func open(
    _ account: Account, note: String, at time: Date, in transaction: any MetadataTransaction
  ) throws {
    try transaction.insert(account)
    try Ledger.topUp(
      to: policy(of: account.plan).credits, for: account.id, note: note, at: time,
      in: transaction)
  }

  /// Gives an account a token; takes the oldest back where there would be too many.
  func giveToken(
    to account: Account, label: String, at time: Date, in transaction: any MetadataTransaction
  ) throws -> TokenReply {
    let secret = Secret.token()
    let token = AccessToken(
      id: Secret.id("tok_"), digest: Secret.hexadecimalDigest(secret), account: account.id,
      label: String(label.prefix(100)), createdAt: time,
      expiresAt: time.addingTimeInterval(policy(of: account.plan).tokenLifetime.timeInterval))
    let held = try transaction.tokens(of: account.id).filter { $0.holds(at: time) }
    for var old in held.dropFirst(max(settings.tokensPerAccount - 1, 0)) {
      old.revokedAt = time
      try transaction.update(old)
    }
    try transaction.insert(token)
    return TokenReply(
      token: secret, userID: account.id, expiresAt: token.expiresAt.formatted(.iso8601),
      credits: try transaction.credits(of: account.id).available)
  }
}

extension AccessToken {
  /// Whether it is neither revoked nor expired.
  func holds(at time: Date) -> Bool { revokedAt == nil && time < expiresAt }
}
