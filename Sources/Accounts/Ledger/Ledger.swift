public import Foundation
public import Records
import Wire

/// What accounts have, inside a transaction of the store.
///
/// After each step `available + frozen + spent = granted`, none of them negative, and the ledger's
/// lines add up to the same. A step that would break this throws and leaves nothing behind, as the
/// transaction is rolled back.
public enum Ledger {
  /// The most credits that one account can ever be granted: what JSON's numbers hold exactly.
  public static let maximum = 1 << 53

  /// Gives credits to an account.
  /// - Throws: `ServiceError` with code 400 for fewer than one credit or more than the account can
  ///   hold, 404 where there is no such account.
  public static func grant(
    _ amount: Int, to account: String, note: String, at time: Date,
    in transaction: any MetadataTransaction
  ) throws {
    var credits = try credits(of: account, in: transaction)
    guard amount > 0 else {
      throw ServiceError(.badRequest, "\(amount) credits can't be granted; grant one or more.")
    }
    guard amount <= maximum - credits.granted else {
      throw ServiceError(
        .badRequest,
        "\(amount) credits are more than account \(account) can hold; grant at most "
          + "\(maximum - credits.granted).")
    }
    credits.granted += amount
    credits.available += amount
    try save(
      credits,
      [LedgerEntry(account: account, kind: .grant, amount: amount, note: note, at: time)],
      in: transaction)
  }

  /// Grants what an account lacks to have `amount` to spend or in use; takes nothing away.
  /// - Returns: how many credits were granted.
  @discardableResult
  public static func topUp(
    to amount: Int, for account: String, note: String, at time: Date,
    in transaction: any MetadataTransaction
  ) throws -> Int {
    let credits = try credits(of: account, in: transaction)
    let missing = amount - credits.available - credits.frozen
    guard missing > 0 else { return 0 }
    try grant(missing, to: account, note: note, at: time, in: transaction)
    return missing
  }

  /// Sets credits aside for a turn.
  /// - Throws: `ServiceError` with code 2001 where the account has too few.
  public static func hold(
    _ amount: Int, for account: String, turn: String, at time: Date,
    in transaction: any MetadataTransaction
  ) throws -> CreditHold {
    var credits = try credits(of: account, in: transaction)
    guard amount >= 0 else {
      throw ServiceError(.internalError, "\(amount) credits can't be held; hold none or more.")
    }
    guard amount <= credits.available else {
      throw ServiceError(
        .noCredits,
        "This costs \(amount) \(amount == 1 ? "credit" : "credits") and "
          + "\(credits.available) \(credits.available == 1 ? "is" : "are") left. "
          + "Register or top up to go on.")
    }
    credits.available -= amount
    credits.frozen += amount
    let hold = CreditHold(
      id: Secret.id("hold_"), account: account, turn: turn, amount: amount, createdAt: time)
    try transaction.insert(hold)
    try save(
      credits,
      [
        LedgerEntry(
          account: account, kind: .hold, amount: amount, hold: hold.id, note: "turn \(turn)",
          at: time)
      ], in: transaction)
    return hold
  }

  /// Spends `amount` of a hold and gives the rest back; the hold has ended.
  /// - Returns: false where the hold had ended before or went with its account; nothing changes.
  /// - Throws: `ServiceError` with code 500 for an amount below 0 or above the hold's.
  @discardableResult
  public static func settle(
    _ hold: String, amount: Int, note: String, at time: Date,
    in transaction: any MetadataTransaction
  ) throws -> Bool {
    try end(hold, spending: amount, note: note, at: time, in: transaction)
  }

  /// Gives a hold back; the hold has ended.
  /// - Returns: false where the hold had ended before or went with its account; nothing changes.
  @discardableResult
  public static func release(
    _ hold: String, note: String, at time: Date, in transaction: any MetadataTransaction
  ) throws -> Bool {
    try end(hold, spending: nil, note: note, at: time, in: transaction)
  }

  private static func end(
    _ id: String, spending amount: Int?, note: String, at time: Date,
    in transaction: any MetadataTransaction
  ) throws -> Bool {
    guard var hold = try transaction.hold(id), hold.state == .open else { return false }
    let spent = amount ?? 0
    guard spent >= 0, spent <= hold.amount else {
      throw ServiceError(
        .internalError,
        "\(spent) credits can't be spent of a hold of \(hold.amount); spend at most what is held.")
    }
    let rest = hold.amount - spent
    var credits = try credits(of: hold.account, in: transaction)
    credits.frozen -= hold.amount
    credits.available += rest
    credits.spent += spent
    hold.state = amount == nil ? .released : .settled
    hold.settled = spent
    try transaction.update(hold)
    var entries: [LedgerEntry] = []
    if amount != nil {
      entries.append(
        LedgerEntry(
          account: hold.account, kind: .settle, amount: spent, hold: id, note: note, at: time))
    }
    if amount == nil || rest > 0 {
      entries.append(
        LedgerEntry(
          account: hold.account, kind: .release, amount: rest, hold: id, note: note, at: time))
    }
    try save(credits, entries, in: transaction)
    return true
  }

  private static func credits(of account: String, in view: any MetadataView) throws -> Credits {
    guard try view.account(account) != nil else {
      throw ServiceError(
        .notFound, "There is no account \(account); list accounts to find its id.")
    }
    return try view.credits(of: account)
  }

  private static func save(
    _ credits: Credits, _ entries: [LedgerEntry], in transaction: any MetadataTransaction
  ) throws {
    guard credits.isBalanced else {
      throw ServiceError(
        .internalError,
        "The credits of account \(credits.account) don't add up, so nothing was changed; "
          + "audit the account's ledger.")
    }
    try transaction.save(credits)
    for entry in entries { try transaction.append(entry) }
  }
}
