import Foundation
import Records
public import Wire

extension Accounts {
  /// Gives a token to who knows an account's password.
  ///
  /// With `bind` the work of the anonymous account of that id moves to the registered account, and
  /// its tokens speak for the registered account from now on. Its credits stay where they are.
  /// - Parameters:
  ///   - email: the e-mail address.
  ///   - password: the password.
  ///   - bind: `anon_…`, from the link that brought the visitor here.
  ///   - label: what the owner calls the token in a list.
  ///   - address: the network address that asks; nil where it is not to be limited.
  /// - Throws: `ServiceError` with code 1001 where address and password don't go together, whatever
  ///   of them is wrong; 404 and 409 where the account can't be bound; 429 after too many
  ///   failures.
  public func signIn(
    email: String, password: String, bind: String?, label: String, from address: String? = nil
  ) async throws -> TokenReply {
    let email = try EmailAddress(email).text
    var quotas = [AttemptLimiter.Quota(name: "for \(email)", limit: settings.failuresPerEmail)]
    if let address { quotas.append(quota(address: address, settings.failuresPerAddress)) }
    // Counted before the password is looked at, so that many guesses at once are many.
    try refuseOverLimit(failures, quotas, "Too many sign-ins failed")
    let account: Account
    do {
      account = try await checkPassword(password, email: email)
    } catch {
      // What failed for another reason was no guess.
      if (error as? ServiceError)?.code != .badToken { failures.forgive(quotas) }
      throw error
    }
    failures.forgive(quotas)
    let bind = bind.flatMap { $0.isEmpty ? nil : $0 }
    let reply = try await completeSignIn(account, password: password, bind: bind, label: label)
    if let bind { forgetIdentities(of: bind) }
    // The oldest token may have been taken back for the new one.
    forgetIdentities(of: reply.userID)
    return reply
  }

  private static var wrongPassword: ServiceError {
    ServiceError(
      .badToken, "E-mail address and password don't go together; check both and try again.")
  }

  private func checkPassword(_ password: String, email: String) async throws -> Account {
    let account = try await store.read { try $0.account(email: email) }
    let isRight = try await passwords.matches(password, digest: account?.passwordDigest)
    guard let account, isRight else { throw Self.wrongPassword }
    return account
  }

  private func completeSignIn(
    _ checked: Account, password: String, bind: String?, label: String
  ) async throws -> TokenReply {
    let outdated = passwords.isOutdated(checked.passwordDigest ?? "")
    let renewed = outdated ? try await passwords.digest(password) : nil
    let time = now()
    return try await store.write { [self] transaction in
      guard var account = try transaction.account(checked.id),
        account.passwordDigest == checked.passwordDigest
      else { throw Self.wrongPassword }
      account.passwordDigest = renewed ?? account.passwordDigest
      account.lastSeenAt = max(account.lastSeenAt, time)
      try transaction.update(account)
      if let bind { try Self.merge(bind, into: account.id, in: transaction) }
      return try giveToken(
        to: account, label: label.isEmpty ? "sign-in" : label, at: time, in: transaction)
    }
  }

  /// Gives an anonymous account's work and tokens to another; nothing where it has them already.
  private static func merge(
    _ anonymous: String, into account: String, in transaction: any MetadataTransaction
  ) throws {
    guard anonymous != account, try transaction.value(mergeName(anonymous)) != account
    else { return }
    _ = try accountToBind(anonymous, in: transaction)
    try transaction.moveWork(from: anonymous, to: account)
    for var token in try transaction.tokens(of: anonymous) {
      token.account = account
      try transaction.update(token)
    }
    try transaction.setValue(account, named: mergeName(anonymous))
  }
}
