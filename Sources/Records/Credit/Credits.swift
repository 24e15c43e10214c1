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
