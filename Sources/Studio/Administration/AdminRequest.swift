public import Foundation
public import Records

/// What an operator asks of the studio.
public enum AdminRequest: Hashable, Sendable, Codable {
  /// Gives credits to an account, found by its id or its e-mail address.
  case grant(user: String, credits: Int, note: String)
  /// Puts an account on a plan.
  case setPlan(user: String, plan: PlanName)
  /// Lists accounts in the order of their ids, after `after`, at most `limit`.
  case users(after: String?, limit: Int)
  /// Removes an account with everything it has.
  case removeUser(user: String)
  /// Removes what was idle for too long and what nobody refers to; a dry run only tells.
  case sweep(isDry: Bool)
}

/// What the studio answers to an operator.
public enum AdminReply: Hashable, Sendable, Codable {
  /// The account as it is now.
  case user(UserSummary)
  /// Accounts; `next` asks for more, nil at the end.
  case users([UserSummary], next: String?)
  /// The account of that id is gone.
  case removed(user: String)
  /// What was removed or, in a dry run, would be.
  case swept(SweepReport)
}

/// An account in a list.
public struct UserSummary: Hashable, Sendable, Codable {
  /// `anon_…`.
  public var id: String
  /// The e-mail address; nil while anonymous.
  public var email: String?
  /// The plan.
  public var plan: PlanName
  /// Credits ever granted.
  public var granted: Int
  /// Credits that can be spent.
  public var available: Int
  /// Credits held by work that has not ended.
  public var frozen: Int
  /// Credits spent.
  public var spent: Int
  /// Sessions that it has.
  public var sessions: Int
  /// Media in them.
  public var media: Int
  /// Bytes of its media, each file counted.
  public var bytes: Int
  /// When it was made.
  public var createdAt: Date
  /// When it was last used, to the hour.
  public var lastSeenAt: Date
}
