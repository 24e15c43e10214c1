public import Foundation

/// Someone who uses the studio, named or not.
public struct Account: Hashable, Sendable, Codable, Identifiable {
  /// `anon_…`; it stays the same when the account gets a name.
  public var id: String
  /// The plan, by its name in the settings.
  public var plan: PlanName
  /// The e-mail address, in lower case; nil while anonymous.
  public var email: String?
  /// The password's scrypt digest with its salt and costs; nil while anonymous.
  public var passwordDigest: String?
  /// When it was made.
  public var createdAt: Date
  /// When it was last used, to the hour.
  public var lastSeenAt: Date

  /// An account.
  public init(
    id: String, plan: PlanName, email: String? = nil, passwordDigest: String? = nil,
    createdAt: Date, lastSeenAt: Date
  ) {
    self.id = id
    self.plan = plan
    self.email = email
    self.passwordDigest = passwordDigest
    self.createdAt = createdAt
    self.lastSeenAt = lastSeenAt
  }

  /// Whether it has a name and a password.
  public var isRegistered: Bool { email != nil }
}

/// The plans that a policy is set for.
public enum PlanName: String, Hashable, Sendable, Codable, CaseIterable {
  case anonymous, free, pro
}

/// A token, kept only as its digest.
public struct AccessToken: Hashable, Sendable, Codable, Identifiable {
  /// A short id to list and revoke it by: `tok_…`.
  public var id: String
  /// SHA-256 of the token, in hexadecimal digits.
  public var digest: String
  /// Whose it is.
  public var account: String
  /// What its owner calls it.
  public var label: String
  /// When it was given.
  public var createdAt: Date
  /// When it ends.
  public var expiresAt: Date
  /// When it was taken back; nil while it holds.
  public var revokedAt: Date?

  /// A token.
  public init(
    id: String, digest: String, account: String, label: String, createdAt: Date, expiresAt: Date,
    revokedAt: Date? = nil
  ) {
    self.id = id
    self.digest = digest
    self.account = account
    self.label = label
    self.createdAt = createdAt
    self.expiresAt = expiresAt
    self.revokedAt = revokedAt
  }
}

/// That an anonymous token was given, for the limits on how many are.
public struct TokenIssue: Hashable, Sendable, Codable {
  /// SHA-256 of the client's id.
  public var client: String
  /// The address that asked.
  public var address: String
  /// When.
  public var issuedAt: Date

  /// An issue.
  public init(client: String, address: String, issuedAt: Date) {
    self.client = client
    self.address = address
    self.issuedAt = issuedAt
  }
}
