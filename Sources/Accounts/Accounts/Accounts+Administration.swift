import Foundation
public import Records
import Wire

extension Accounts {
  /// The account of an id or an e-mail address.
  /// - Throws: `ServiceError` with code 404 where there is none.
  public func account(named name: String) async throws -> Account {
    try await store.read { try Self.account(named: name, in: $0) }
  }

  /// Gives credits to an account, found by its id or e-mail address.
  /// - Returns: what it has now.
  public func grant(_ amount: Int, to name: String, note: String) async throws -> Credits {
    let time = now()
    return try await store.write { transaction in
      let account = try Self.account(named: name, in: transaction)
      try Ledger.grant(amount, to: account.id, note: note, at: time, in: transaction)
      return try transaction.credits(of: account.id)
    }
  }

  /// Puts an account, found by its id or e-mail address, on a plan and tops it up to that plan's
  /// credits; nothing is taken away.
  /// - Throws: `ServiceError` with code 404 where there is none, 409 where a registered account
  ///   would become anonymous.
  public func setPlan(_ plan: PlanName, of name: String) async throws -> Account {
    let time = now()
    let changed = try await store.write { [self] transaction in
      var account = try Self.account(named: name, in: transaction)
      guard plan != account.plan else { return account }
      guard plan != .anonymous || !account.isRegistered else {
        throw ServiceError(
          .conflict, "\(name) is registered and can't be anonymous again; choose free or pro.")
      }
      account.plan = plan
      try transaction.update(account)
      try Ledger.topUp(
        to: policy(of: plan).credits, for: account.id, note: "plan \(plan.rawValue)", at: time,
        in: transaction)
      return account
    }
    forgetIdentities(of: changed.id)
    return changed
  }

  /// Removes an account, found by its id or e-mail address, with everything it has.
  /// - Returns: the account as it was.
  @discardableResult
  public func removeAccount(_ name: String) async throws -> Account {
    try await removeAccount(name) { _, _ in }.account
  }

  /// Removes an account, found by its id or e-mail address, with everything it has; contents in the
  /// blob store are for the caller to sweep, who can look at what there is before it goes.
  /// - Returns: the account as it was, and what `look` found.
  public func removeAccount<Found: Sendable>(
    _ name: String, after look: @escaping @Sendable (Account, any MetadataView) throws -> Found
  ) async throws -> (account: Account, found: Found) {
    let removed = try await store.write { transaction in
      let account = try Self.account(named: name, in: transaction)
      let found = try look(account, transaction)
      try transaction.removeAccount(account.id)
      return (account: account, found: found)
    }
    forgetIdentities(of: removed.account.id)
    return removed
  }

  private static func account(named name: String, in view: any MetadataView) throws -> Account {
    let account =
      try view.account(name)
      ?? view.account(email: name.lowercased().trimmingCharacters(in: .whitespaces))
    guard let account else {
      throw ServiceError(
        .notFound,
        "There is no account \"\(name.prefix(64))\"; list the accounts to find its id.")
    }
    return account
  }
}
