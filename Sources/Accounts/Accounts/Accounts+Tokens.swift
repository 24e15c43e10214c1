import Foundation
public import Records
public import Wire

extension Accounts {
  /// The tokens of an account that hold, newest first, with empty digests.
  public func tokens(of identity: Identity) async throws -> [AccessToken] {
    let (account, time) = (identity.account, now())
    let tokens = try await store.read { try $0.tokens(of: account) }
    return tokens.filter { $0.holds(at: time) }.map { token in
      var shown = token
      shown.digest = ""
      return shown
    }
  }

  /// Takes a token back; nothing changes where that was done before.
  /// - Throws: `ServiceError` with code 404 where the account has no token of that id, also where
  ///   another has.
  public func revoke(_ tokenID: String, of identity: Identity) async throws {
    let (account, time) = (identity.account, now())
    try await store.write { transaction in
      guard var token = try transaction.tokens(of: account).first(where: { $0.id == tokenID })
      else {
        throw ServiceError(
          .notFound, "There is no token \(tokenID.prefix(64)); list your tokens to find its id.")
      }
      guard token.revokedAt == nil else { return }
      token.revokedAt = time
      try transaction.update(token)
    }
    identities.invalidate { $0.token == tokenID }
  }

  /// Gives a token for this machine's own user, whose account is on plan `pro` and is topped up
  /// each time. The one that was given before no longer holds.
  public func issueLocalToken() async throws -> TokenReply {
    let time = now()
    let reply = try await store.write { [self] transaction in
      let account: Account
      if let known = try transaction.account(Self.localAccount) {
        account = known
        try Ledger.topUp(
          to: policy(of: account.plan).credits, for: account.id, note: "this machine", at: time,
          in: transaction)
      } else {
        account = Account(id: Self.localAccount, plan: .pro, createdAt: time, lastSeenAt: time)
        try open(account, note: "this machine", at: time, in: transaction)
      }
      for var token in try transaction.tokens(of: account.id) where token.holds(at: time) {
        token.revokedAt = time
        try transaction.update(token)
      }
      return try giveToken(to: account, label: "this machine", at: time, in: transaction)
    }
    forgetIdentities(of: Self.localAccount)
    return reply
  }
}
