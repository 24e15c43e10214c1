public import Records

/// Who asks: what a token stands for.
public struct Identity: Hashable, Sendable {
  /// The account's id.
  public var account: String
  /// The plan that it is on.
  public var plan: PlanName
  /// The token's id, `tok_…`; not the token.
  public var token: String
  /// Whether the account has an e-mail address and a password.
  public var isRegistered: Bool
  /// Whether it is the account of this machine's own user.
  public var isLocal: Bool

  /// An identity.
  public init(
    account: String, plan: PlanName, token: String, isRegistered: Bool, isLocal: Bool = false
  ) {
    self.account = account
    self.plan = plan
    self.token = token
    self.isRegistered = isRegistered
    self.isLocal = isLocal
  }
}
