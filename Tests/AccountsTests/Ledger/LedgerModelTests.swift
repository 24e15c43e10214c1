import Accounts
import Foundation
import Records
import Testing

/// Numbers from a seed (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}

/// The ledger beside a model that only counts, in random steps, some of which are cut off by a
/// crash between any two changes of the store.
@Suite struct LedgerModelTests {
  @Test("100,000 random steps keep available + frozen + spent = granted")
  func randomSteps() throws {
    let wanted = ProcessInfo.processInfo.environment["LEDGER_SEED"].flatMap { UInt64($0) }
    let seed = wanted ?? UInt64.random(in: 0...UInt64.max)
    print("LedgerModelTests: seed \(seed)")
    let store = MemoryStore()
    var walk = LedgerWalk(seed: seed, accounts: 6)
    try store.change { try walk.begin(in: $0) }
    var (crashes, rounds) = (0, 0)
    while walk.calls < 100_000 {
      let plan = walk.plan()
      let crash = walk.crash()
      var next = walk
      do {
        try store.change(crashBefore: crash) { try next.run(plan, in: $0) }
        walk = next
      } catch is Crash {
        crashes += 1
      }
      rounds += 1
      let place: () -> Comment = { "seed \(seed), round \(rounds): \(plan)" }
      try store.change { try walk.check(plan.map(\.account), in: $0, place) }
      if rounds % 10_000 == 0 { try store.change { try walk.audit(in: $0, place) } }
    }
    try store.change { try walk.audit(in: $0) { "seed \(seed), the end" } }
    #expect(crashes > 2_000 && walk.refusals > 2_000 && walk.ends > 10_000)
  }
}
