public import Foundation
public import Records

/// Who may do what: tokens, registration, plans, and what accounts have.
///
/// Failures are `ServiceError`s with the contract's codes; what the store can't do is a
/// `StorageError`.
public final class Accounts: Sendable {
  /// What the operator chose.
  public let settings: AccountSettings
  let store: any MetadataStore
  let now: @Sendable () -> Date
  let identities: IdentityCache
  let passwords: PasswordHasher
  let failures: AttemptLimiter
  let registrations: AttemptLimiter

  /// The account of this machine's own user, for a server that nobody else reaches.
  public static let localAccount = "user_local"

  /// Accounts in a store. Wrong settings are told by ``AccountSettings/problems()``, not here.
  public init(
    store: any MetadataStore, settings: AccountSettings,
    now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.store = store
    self.settings = settings
    self.now = now
    identities = IdentityCache(capacity: settings.cachedIdentities)
    passwords = PasswordHasher(costs: settings.passwordCosts)
    failures = AttemptLimiter(length: settings.signInWindow.timeInterval)
    registrations = AttemptLimiter(length: 86_400)
  }

  /// What a plan gives and allows.
  public func policy(of plan: PlanName) -> Policy { settings.policy(of: plan) }

  /// The page where a visitor registers and keeps an anonymous account's work.
  public func registrationURL(bind account: String) -> String {
    "\(settings.webURL)/register?bind=\(account)"
  }

  /// What an account has.
  public func credits(of identity: Identity) async throws -> Credits {
    let account = identity.account
    return try await store.read { try $0.credits(of: account) }
  }
}

extension Duration {
  /// Seconds with their fraction.
  var timeInterval: TimeInterval {
    TimeInterval(components.seconds) + TimeInterval(components.attoseconds) / 1e18
  }
}
