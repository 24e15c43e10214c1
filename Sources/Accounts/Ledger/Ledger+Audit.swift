public import Records

extension Ledger {
  /// What an account's lines add up to.
  public static func sum(_ entries: some Sequence<LedgerEntry>, of account: String) -> Credits {
    var credits = Credits(account: account)
    for entry in entries { credits.apply(entry) }
    return credits
  }

  /// What is wrong with an account's credits, one sentence each; empty where they add up.
  public static func audit(_ account: String, in view: any MetadataView) throws -> [String] {
    let credits = try view.credits(of: account)
    var problems: [String] = []
    if !credits.isBalanced {
      problems.append(
        "Account \(account) was granted \(credits.granted) credits, but has "
          + "\(credits.available) available, \(credits.frozen) frozen and \(credits.spent) spent.")
    }
    let sum = sum(try view.ledger(of: account), of: account)
    if sum != credits {
      problems.append(
        "The ledger of account \(account) adds up to \(sum.available) available, "
          + "\(sum.frozen) frozen and \(sum.spent) spent of \(sum.granted), which isn't what the "
          + "account has.")
    }
    let held = try view.openHolds().filter { $0.account == account }.map(\.amount).reduce(0, +)
    if held != credits.frozen {
      problems.append(
        "Account \(account) has \(credits.frozen) credits frozen, but its open holds are of "
          + "\(held).")
    }
    return problems
  }
}

extension Credits {
  /// Whether none is negative and they add up to what was granted.
  public var isBalanced: Bool {
    guard available >= 0, frozen >= 0, spent >= 0, granted <= Ledger.maximum else { return false }
    let (part, isOver) = available.addingReportingOverflow(frozen)
    let (whole, isFar) = part.addingReportingOverflow(spent)
    return !isOver && !isFar && whole == granted
  }

  /// Changes them by one line of the ledger.
  mutating func apply(_ entry: LedgerEntry) {
    switch entry.kind {
    case .grant:
      granted += entry.amount
      available += entry.amount
    case .hold:
      available -= entry.amount
      frozen += entry.amount
    case .settle:
      frozen -= entry.amount
      spent += entry.amount
    case .release:
      frozen -= entry.amount
      available += entry.amount
    }
  }
}
