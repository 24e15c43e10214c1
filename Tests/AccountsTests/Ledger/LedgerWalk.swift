import Accounts
import Foundation
import Records
import Testing
import Wire

/// What a random walk over the ledger believes, and its next steps.
struct LedgerWalk {
  /// A hold, as it was made.
  struct Hold {
    var id: String
    var account: Int
    var amount: Int
  }

  /// One call of the ledger.
  enum Step {
    case grant(Int, account: Int)
    case hold(Int, account: Int)
    case settle(Int, Hold)
    case release(Hold)

    var account: Int {
      switch self {
      case .grant(_, let account), .hold(_, let account): account
      case .settle(_, let hold), .release(let hold): hold.account
      }
    }
  }

  private var numbers: SeededNumbers
  private var granted: [Int]
  private var spent: [Int]
  private var frozen: [Int]
  private var open: [Hold] = []
  private var ended: [Hold] = []
  private var lines: [Int]
  private let time = Date(timeIntervalSince1970: 1_800_000_000)
  private(set) var (calls, refusals, ends) = (0, 0, 0)

  init(seed: UInt64, accounts: Int) {
    numbers = SeededNumbers(state: seed)
    granted = Array(repeating: 0, count: accounts)
    (spent, frozen, lines) = (granted, granted, granted)
  }

  func name(_ account: Int) -> String { "anon_\(account)" }

  func begin(in transaction: any MetadataTransaction) throws {
    for account in granted.indices {
      try transaction.insert(
        Account(id: name(account), plan: .anonymous, createdAt: time, lastSeenAt: time))
    }
  }

  /// One to three steps that are one change of the store.
  mutating func plan() -> [Step] {
    (0..<Int.random(in: 1...3, using: &numbers)).map { _ in step() }
  }

  /// After how many changes of the store it stops; nil for not at all.
  mutating func crash() -> Int? {
    Int.random(in: 0..<5, using: &numbers) == 0 ? Int.random(in: 0..<8, using: &numbers) : nil
  }

  private mutating func step() -> Step {
    let account = Int.random(in: granted.indices, using: &numbers)
    // Mostly one that goes on, sometimes one that ended.
    let isLate = Int.random(in: 0..<8, using: &numbers) == 0
    let hold = (isLate ? ended : open).randomElement(using: &numbers)
    let choice = Int.random(in: 0..<10, using: &numbers)
    switch (choice, hold) {
    case (2...5, _) where open.count < 30:
      let most = granted[account] - spent[account] - frozen[account]
      let amount = Int.random(in: -1...(min(most, 40) + 2), using: &numbers)
      return .hold(amount, account: account)
    case (4...6, let hold?):
      return .settle(Int.random(in: -1...(hold.amount + 1), using: &numbers), hold)
    case (7..., let hold?): return .release(hold)
    default:
      let amount = [-5, 0, 1, 5, 20, 60, Int.max].randomElement(using: &numbers)
      return .grant(amount ?? 1, account: account)
    }
  }

  mutating func run(_ plan: [Step], in transaction: any MetadataTransaction) throws {
    for step in plan {
      calls += 1
      do {
        try run(step, in: transaction)
      } catch let error as ServiceError {
        refusals += 1
        if !isRefusal(step, error) { Issue.record("\(step): \(error)") }
      }
    }
  }

  private mutating func run(_ step: Step, in transaction: any MetadataTransaction) throws {
    switch step {
    case .grant(let amount, let account):
      try Ledger.grant(amount, to: name(account), note: "walk", at: time, in: transaction)
      granted[account] += amount
      lines[account] += 1
    case .hold(let amount, let account):
      let hold = try Ledger.hold(
        amount, for: name(account), turn: "turn", at: time, in: transaction)
      open.append(Hold(id: hold.id, account: account, amount: amount))
      frozen[account] += amount
      lines[account] += 1
    case .settle(let amount, let hold):
      let isFirst = try Ledger.settle(
        hold.id, amount: amount, note: "walk", at: time, in: transaction)
      spent[hold.account] += isFirst ? amount : 0
      lines[hold.account] += isFirst && amount < hold.amount ? 1 : 0
      end(hold, isFirst)
    case .release(let hold):
      end(hold, try Ledger.release(hold.id, note: "walk", at: time, in: transaction))
    }
  }

  private mutating func end(_ hold: Hold, _ isFirst: Bool) {
    let place = open.firstIndex { $0.id == hold.id }
    if isFirst != (place != nil) { Issue.record("\(hold) ended at first: \(isFirst)") }
    guard let place else { return }
    open.remove(at: place)
    ended.append(hold)
    if ended.count > 20 { ended.removeFirst(10) }
    frozen[hold.account] -= hold.amount
    lines[hold.account] += 1
    ends += 1
  }

  /// Whether the model refuses the step too, and by the same code.
  private func isRefusal(_ step: Step, _ error: ServiceError) -> Bool {
    switch step {
    case .grant(let amount, let account):
      error.code == .badRequest && (amount <= 0 || amount > Ledger.maximum - granted[account])
    case .hold(let amount, let account):
      amount < 0
        ? error.code == .internalError
        : error.code == .noCredits
          && amount > granted[account] - spent[account] - frozen[account]
    case .settle(let amount, let hold):
      error.code == .internalError && open.contains { $0.id == hold.id }
        && !(0...hold.amount).contains(amount)
    case .release: false
    }
  }

  /// Whether the store says what the model says.
  func check(
    _ accounts: [Int], in view: any MetadataView, _ place: () -> Comment
  ) throws {
    for account in accounts {
      let credits = try view.credits(of: name(account))
      let expected = Credits(
        account: name(account), granted: granted[account],
        available: granted[account] - spent[account] - frozen[account],
        frozen: frozen[account], spent: spent[account])
      // Asked first, since the macro takes longer than the ledger.
      if credits != expected || !credits.isBalanced { #expect(credits == expected, place()) }
    }
  }

  /// Whether lines, holds and credits of every account tell the same.
  func audit(in view: any MetadataView, _ place: () -> Comment) throws {
    try check(Array(granted.indices), in: view, place)
    for account in granted.indices {
      #expect(try Ledger.audit(name(account), in: view) == [], place())
      #expect(try view.ledger(of: name(account)).count == lines[account], place())
    }
    let kept = try view.openHolds().map(\.id).sorted()
    #expect(kept == open.map(\.id).sorted(), place())
  }
}
