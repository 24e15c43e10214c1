public import Foundation

/// One line of the ledger; lines are only ever added.
public struct LedgerEntry: Hashable, Sendable, Codable {
  /// Whose.
  public var account: String
  /// What happened.
  public var kind: Kind
  /// How many credits, never negative.
  public var amount: Int
  /// The hold that it is about.
  public var hold: String?
  /// Why, for people.
  public var note: String
  /// When.
  public var at: Date

  /// What can happen to credits.
  public enum Kind: String, Hashable, Sendable, Codable {
    case grant, hold, settle, release
  }

  /// A line.
  public init(
    account: String, kind: Kind, amount: Int, hold: String? = nil, note: String, at: Date
  ) {
    self.account = account
    self.kind = kind
    self.amount = amount
    self.hold = hold
    self.note = note
    self.at = at
  }
}
