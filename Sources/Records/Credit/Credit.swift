public import Foundation

/// What an account has: `available + frozen + spent = granted`, always.
public struct Credits: Hashable, Sendable, Codable {
  /// Whose.
  public var account: String
  /// Ever granted.
  public var granted: Int
  /// Can be spent.
  public var available: Int
  /// Held by work that has not ended.
  public var frozen: Int
  /// Spent.
  public var spent: Int

  /// Credits, none where nothing else is said.
  public init(
    account: String, granted: Int = 0, available: Int = 0, frozen: Int = 0, spent: Int = 0
  ) {
    self.account = account
    self.granted = granted
    self.available = available
    self.frozen = frozen
    self.spent = spent
  }
}

/// Credits set aside for one turn. It ends once: settled, at most its amount, or released.
public struct CreditHold: Hashable, Sendable, Codable, Identifiable {
  /// Its id.
  public var id: String
  /// Whose credits.
  public var account: String
  /// The turn that they are for.
  public var turn: String
  /// How many are set aside.
  public var amount: Int
  /// How it stands.
  public var state: State
  /// How many were spent; 0 until it is settled.
  public var settled: Int
  /// When it was made.
  public var createdAt: Date

  /// How a hold stands.
  public enum State: String, Hashable, Sendable, Codable {
    case open, settled, released
  }

  /// An open hold.
  public init(
    id: String, account: String, turn: String, amount: Int, state: State = .open,
    settled: Int = 0, createdAt: Date
  ) {
    self.id = id
    self.account = account
    self.turn = turn
    self.amount = amount
    self.state = state
    self.settled = settled
    self.createdAt = createdAt
  }
}

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
