import Foundation
import Records
public import Wire

extension Accounts {
  /// Registers an e-mail address and gives a token.
  ///
  /// With `bind` the anonymous account of that id becomes the registered one: it keeps its id, its
  /// work and its tokens, goes to plan `free`, and is topped up to that plan's credits. Otherwise
  /// an account is made.
  /// - Parameters:
  ///   - email: an e-mail address; its case doesn't matter.
  ///   - password: at least 10 characters and at most 200 bytes.
  ///   - bind: `anon_…`, from the link that brought the visitor here.
  ///   - address: the network address that asks; nil where it is not to be limited.
  /// - Throws: `ServiceError` with code 400 for an address or password that can't be taken, 404
  ///   where there is no account to bind, 409 where the e-mail address or the account to bind is
  ///   registered, 429 where too many register from one address.
  public func register(
    email: String, password: String, bind: String?, from address: String? = nil
  ) async throws -> TokenReply {
    let email = try EmailAddress(email).text
    try Password.check(password)
    let bind = bind.flatMap { $0.isEmpty ? nil : $0 }
    try await store.read { view in try Self.refuseRegistration(email, bind: bind, in: view) }
    if let address {
      try refuseOverLimit(
        registrations, [quota(address: address, settings.registrationsPerAddress)],
        "Too many accounts were registered from this network address")
    }
    let digest = try await passwords.digest(password)
    let time = now()
    let reply = try await store.write { [self] transaction in
      try Self.refuseRegistration(email, bind: bind, in: transaction)
      var account: Account
      if let bind, let anonymous = try transaction.account(bind) {
        account = anonymous
        account.email = email
        account.passwordDigest = digest
        if account.plan == .anonymous { account.plan = .free }
        try transaction.update(account)
        try Ledger.topUp(
          to: policy(of: account.plan).credits, for: account.id, note: "registration", at: time,
          in: transaction)
      } else {
        account = Account(
          id: Secret.id("user_"), plan: .free, email: email, passwordDigest: digest,
          createdAt: time, lastSeenAt: time)
        try open(account, note: "registration", at: time, in: transaction)
      }
      return try giveToken(to: account, label: "registration", at: time, in: transaction)
    }
    forgetIdentities(of: reply.userID)
    return reply
  }

  private static func refuseRegistration(
    _ email: String, bind: String?, in view: any MetadataView
  ) throws {
    guard try view.account(email: email) == nil else {
      throw ServiceError(.conflict, "\(email) is registered already; sign in instead.")
    }
    if let bind { _ = try accountToBind(bind, in: view) }
  }

  /// The anonymous account of that id. Its id is 128 random bits, and that is what lets who knows
  /// it take it over; so only an account that has no owner yet can be bound, and only once.
  static func accountToBind(_ id: String, in view: any MetadataView) throws -> Account {
    guard let account = try view.account(id), id != localAccount else {
      throw ServiceError(
        .notFound, "There is no account of that id to bind; go on without it, or check the link.")
    }
    guard !account.isRegistered else {
      throw ServiceError(
        .conflict, "The account to bind is registered already; sign in with its e-mail address.")
    }
    guard try view.value(mergeName(id)) == nil else {
      throw ServiceError(
        .conflict,
        "The work of the account to bind was given to a registered account; sign in to that one.")
    }
    return account
  }

  /// The name under which it is kept where an anonymous account's work went.
  static func mergeName(_ account: String) -> String { "merged \(account)" }

  func quota(address: String, _ limit: Int) -> AttemptLimiter.Quota {
    AttemptLimiter.Quota(name: "from \(AddressGroup.name(of: address))", limit: limit)
  }

  func refuseOverLimit(
    _ limiter: AttemptLimiter, _ quotas: [AttemptLimiter.Quota], _ reason: String
  ) throws(ServiceError) {
    guard let wait = limiter.attempt(quotas, at: now()) else { return }
    throw ServiceError(
      .rateLimited, "\(reason); try again in \(Wait.words(wait)).", retryAfter: wait)
  }
}
