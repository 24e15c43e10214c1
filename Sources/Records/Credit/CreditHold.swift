public import Foundation

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
