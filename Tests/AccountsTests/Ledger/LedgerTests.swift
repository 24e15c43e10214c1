import Accounts
import Foundation
import Records
import Testing
import Wire

@Suite struct LedgerTests {
  private let store = MemoryStore()
  private let time = Date(timeIntervalSince1970: 1_800_000_000)

  init() throws {
    let time = time
    try store.change { transaction in
      for id in ["anon_a", "anon_b"] {
        try transaction.insert(Account(id: id, plan: .anonymous, createdAt: time, lastSeenAt: time))
      }
      try Ledger.grant(100, to: "anon_a", note: "start", at: time, in: transaction)
    }
  }

  @Test("What isn't spent of a hold comes back, in credits and in the ledger")
  func settles() throws {
    try store.change { transaction in
      let hold = try Ledger.hold(30, for: "anon_a", turn: "e-1", at: time, in: transaction)
      #expect(try transaction.credits(of: "anon_a").frozen == 30)
      #expect(try Ledger.settle(hold.id, amount: 12, note: "2 edits", at: time, in: transaction))
      #expect(
        try transaction.credits(of: "anon_a")
          == Credits(account: "anon_a", granted: 100, available: 88, frozen: 0, spent: 12))
      #expect(try transaction.hold(hold.id)?.state == .settled)
      #expect(try transaction.hold(hold.id)?.settled == 12)
      #expect(
        try transaction.ledger(of: "anon_a").map { "\($0.kind) \($0.amount)" }
          == ["grant 100", "hold 30", "settle 12", "release 18"])
      #expect(try Ledger.audit("anon_a", in: transaction) == [])
    }
  }

  @Test("A hold ends once, however it ends")
  func endsOnce() throws {
    try store.change { transaction in
      let settled = try Ledger.hold(5, for: "anon_a", turn: "e-1", at: time, in: transaction)
      let released = try Ledger.hold(7, for: "anon_a", turn: "e-2", at: time, in: transaction)
      #expect(try Ledger.settle(settled.id, amount: 5, note: "", at: time, in: transaction))
      #expect(try Ledger.release(released.id, note: "", at: time, in: transaction))
      let credits = try transaction.credits(of: "anon_a")
      let lines = try transaction.ledger(of: "anon_a").count
      for hold in [settled.id, released.id, "hold_unknown"] {
        #expect(try !Ledger.settle(hold, amount: 1, note: "", at: time, in: transaction))
        #expect(try !Ledger.release(hold, note: "", at: time, in: transaction))
      }
      #expect(try transaction.credits(of: "anon_a") == credits)
      #expect(try transaction.ledger(of: "anon_a").count == lines)
      #expect(credits.available == 95 && credits.spent == 5)
    }
  }

  @Test(
    "Amounts that can't be are refused and change nothing",
    arguments: [
      ("grant", 0, 400), ("grant", -1, 400), ("grant", Int.min, 400), ("grant", Int.max, 400),
      ("grant", Ledger.maximum - 99, 400), ("hold", -1, 500), ("hold", 101, 2001),
      ("hold", Int.max, 2001), ("settle", -1, 500), ("settle", 11, 500), ("settle", Int.max, 500),
    ])
  func refusesAmounts(_ step: String, _ amount: Int, _ code: Int) throws {
    try store.change { transaction in
      let hold = try Ledger.hold(10, for: "anon_a", turn: "e-1", at: time, in: transaction)
      if step != "settle" { try Ledger.release(hold.id, note: "", at: time, in: transaction) }
      let before = try transaction.credits(of: "anon_a")
      do {
        switch step {
        case "grant": try Ledger.grant(amount, to: "anon_a", note: "", at: time, in: transaction)
        case "hold":
          _ = try Ledger.hold(amount, for: "anon_a", turn: "e", at: time, in: transaction)
        default: try Ledger.settle(hold.id, amount: amount, note: "", at: time, in: transaction)
        }
        Issue.record("\(step) \(amount) was taken")
      } catch let error as ServiceError {
        #expect(error.code.rawValue == code)
        #expect(error.message.hasSuffix("."))
      }
      #expect(try transaction.credits(of: "anon_a") == before)
    }
  }

  @Test("The largest grant fits, and one more credit doesn't")
  func holdsTheMaximum() throws {
    try store.change { transaction in
      try Ledger.grant(Ledger.maximum, to: "anon_b", note: "", at: time, in: transaction)
      #expect(throws: ServiceError.self) {
        try Ledger.grant(1, to: "anon_b", note: "", at: time, in: transaction)
      }
      let hold = try Ledger.hold(
        Ledger.maximum, for: "anon_b", turn: "e", at: time, in: transaction)
      try Ledger.settle(hold.id, amount: Ledger.maximum - 1, note: "", at: time, in: transaction)
      #expect(try transaction.credits(of: "anon_b").available == 1)
      #expect(try Ledger.audit("anon_b", in: transaction) == [])
    }
  }

  @Test("Too few credits are told with what is asked, what is left and what to do")
  func tellsTooFew() throws {
    try store.change { transaction in
      do {
        _ = try Ledger.hold(1, for: "anon_b", turn: "e", at: time, in: transaction)
        Issue.record("held nothing")
      } catch let error as ServiceError {
        #expect(error.code == .noCredits && error.code.httpStatus == 403)
        #expect(error.message == "This costs 1 credit and 0 are left. Register or top up to go on.")
      }
    }
  }

  @Test("Accounts that aren't there have no ledger")
  func refusesUnknownAccounts() throws {
    try store.change { transaction in
      let grant = #expect(throws: ServiceError.self) {
        try Ledger.grant(1, to: "anon_x", note: "", at: time, in: transaction)
      }
      let hold = #expect(throws: ServiceError.self) {
        _ = try Ledger.hold(0, for: "anon_x", turn: "e", at: time, in: transaction)
      }
      #expect(grant?.code == .notFound && hold?.code == .notFound)
    }
  }

  @Test("A top-up counts what is in use, and takes nothing away")
  func topsUp() throws {
    try store.change { transaction in
      let hold = try Ledger.hold(40, for: "anon_a", turn: "e", at: time, in: transaction)
      #expect(try Ledger.topUp(to: 90, for: "anon_a", note: "", at: time, in: transaction) == 0)
      #expect(try Ledger.topUp(to: 130, for: "anon_a", note: "", at: time, in: transaction) == 30)
      try Ledger.settle(hold.id, amount: 40, note: "", at: time, in: transaction)
      #expect(try Ledger.topUp(to: 130, for: "anon_a", note: "", at: time, in: transaction) == 40)
      #expect(try transaction.credits(of: "anon_a").available == 130)
    }
  }

  @Test("Credits that were tampered with are found, and nothing is booked on them")
  func findsTampering() throws {
    try store.change { transaction in
      var credits = try transaction.credits(of: "anon_a")
      credits.available += 1
      try transaction.save(credits)
      #expect(try Ledger.audit("anon_a", in: transaction).count == 2)
      let error = #expect(throws: ServiceError.self) {
        _ = try Ledger.hold(1, for: "anon_a", turn: "e", at: time, in: transaction)
      }
      #expect(error?.code == .internalError)
    }
  }
}
