import Foundation
import Records
import Wire

extension Accounts {
  /// Whose a token is. Tokens that were used lately are answered from memory.
  /// - Parameter bearer: the token, without the word "Bearer"; nil where none was sent.
  /// - Throws: `ServiceError` with code 1001 where it is missing, unknown, revoked or expired.
  public func identity(bearer: String?) async throws -> Identity {
    guard let bearer, !bearer.isEmpty else {
      throw Self.badToken("No token came with the request; send \"Authorization: Bearer <token>\".")
    }
    guard Secret.isToken(bearer) else { throw Self.unknownToken }
    let time = now()
    let key = IdentityCache.Key(Secret.digest(bearer))
    let hour = time.addingTimeInterval(-Self.seenInterval)
    if let (entry, isDue) = identities.entry(key, now: time, seenBefore: hour),
      time < entry.freshUntil
    {
      guard time < entry.expiresAt else { throw Self.expiredToken }
      if isDue { await noteSeen(entry.identity.account, at: time) }
      return entry.identity
    }
    return try await lookUp(bearer, key: key, at: time)
  }

  /// Forgets what is kept in memory of an account, so that its tokens are looked up anew. For who
  /// changes or removes accounts past these functions, after the change is committed.
  public func forgetIdentities(of account: String) {
    identities.invalidate { $0.account == account }
  }

  private func lookUp(
    _ token: String, key: IdentityCache.Key, at time: Date
  ) async throws -> Identity {
    let epoch = identities.epoch
    let digest = Secret.hexadecimalDigest(token)
    let found = try await store.read { view -> (AccessToken, Account)? in
      guard let token = try view.token(digest: digest),
        let account = try view.account(token.account)
      else { return nil }
      return (token, account)
    }
    guard let (token, account) = found else { throw Self.unknownToken }
    guard token.revokedAt == nil else {
      throw Self.badToken("The token was revoked; get a new one and try again.")
    }
    guard time < token.expiresAt else { throw Self.expiredToken }
    let identity = Identity(
      account: account.id, plan: account.plan, token: token.id,
      isRegistered: account.isRegistered, isLocal: account.id == Self.localAccount)
    let isDue = account.lastSeenAt < time.addingTimeInterval(-Self.seenInterval)
    identities.insert(
      IdentityCache.Entry(
        identity: identity, expiresAt: token.expiresAt,
        freshUntil: time.addingTimeInterval(settings.identityCacheLifetime.timeInterval),
        lastSeenAt: isDue ? time : account.lastSeenAt),
      for: key, readIn: epoch)
    if isDue { await noteSeen(account.id, at: time) }
    return identity
  }

  /// Notes that an account was used. A store that can't take it doesn't keep anyone out.
  private func noteSeen(_ id: String, at time: Date) async {
    try? await store.write { transaction in
      guard var account = try transaction.account(id),
        account.lastSeenAt < time.addingTimeInterval(-Self.seenInterval)
      else { return }
      account.lastSeenAt = time
      try transaction.update(account)
    }
  }

  private static let seenInterval: TimeInterval = 3600

  private static func badToken(_ message: String) -> ServiceError {
    ServiceError(.badToken, message)
  }

  private static var unknownToken: ServiceError {
    badToken("The token isn't known here; get a new one and try again.")
  }

  private static var expiredToken: ServiceError {
    badToken("The token has expired; get a new one and try again.")
  }
}
