import Foundation
import Records
import Testing

@testable import Accounts

@Suite struct LimitTests {
  @Test(
    "An address is counted by itself, an IPv6 one by its /64",
    arguments: [
      ("203.0.113.7", "203.0.113.7"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
      ("2001:DB8::1", "2001:db8:0:0::/64"), ("2001:0db8:0000:0000::2", "2001:db8:0:0::/64"),
      ("::1", "0:0:0:0::/64"), ("::", "0:0:0:0::/64"), ("fe80::1%eth0", "fe80:0:0:0::/64"),
      ("[2001:db8::1]", "2001:db8:0:0::/64"), ("[2001:db8::1]:443", "2001:db8:0:0::/64"),
      ("::ffff:203.0.113.7", "203.0.113.7"), ("::ffff:cb00:7107", "203.0.113.7"),
      ("64:ff9b::203.0.113.7", "64:ff9b:0:0::/64"), ("1:2:3:4:5:6:7::", "1:2:3:4::/64"),
      ("", ""), ("1.2.3", "1.2.3"), ("1.2.3.256", "1.2.3.256"), ("1:2", "1:2"),
      ("1::2::3", "1::2::3"), ("1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8:9"),
      ("1:2:3:4:5:6:7:8::", "1:2:3:4:5:6:7:8::"), ("::12345", "::12345"), ("::+1", "::+1"),
      ("1.2.3.4::", "1.2.3.4::"), ("Unix Socket", "unix socket"),
      (String(repeating: "x", count: 99), String(repeating: "x", count: 64)),
    ])
  func groupsAddresses(_ address: String, _ group: String) {
    #expect(AddressGroup.name(of: address) == group)
  }

  @Test(
    "A wait is told in words, never too short",
    arguments: [
      (0, "1 second"), (1, "1 second"), (119, "119 seconds"), (120, "2 minutes"),
      (121, "3 minutes"), (7199, "120 minutes"), (7200, "2 hours"), (172_800, "2 days"),
      (604_799, "7 days"),
    ])
  func wordsForWaits(_ seconds: Int, _ words: String) {
    #expect(Wait.words(seconds) == words)
  }

  private let start = Date(timeIntervalSince1970: 1_800_000_000)

  @Test("Attempts are counted in windows, all quotas or none")
  func countsAttempts() {
    let limiter = AttemptLimiter(length: 60)
    let (both, one) = (
      [AttemptLimiter.Quota(name: "a", limit: 2), .init(name: "b", limit: 3)],
      [AttemptLimiter.Quota(name: "b", limit: 3)]
    )
    #expect(limiter.attempt(both, at: start) == nil)
    #expect(limiter.attempt(both, at: start + 10) == nil)
    #expect(limiter.attempt(both, at: start + 20) == 40)
    #expect(limiter.attempt(one, at: start + 20) == nil)
    #expect(limiter.attempt(one, at: start + 59.5) == 1)
    #expect(limiter.attempt(one, at: start + 60) == nil)
    limiter.forgive(both)
    #expect(limiter.attempt(both, at: start - 3600) == nil, "the clock went back")
    #expect(limiter.attempt([.init(name: "c", limit: 0)], at: start) == nil)
  }

  @Test("However many names come, few are kept")
  func boundsAttempts() {
    let limiter = AttemptLimiter(length: 60, capacity: 100)
    for index in 0..<1000 {
      _ = limiter.attempt([.init(name: "\(index)", limit: 1)], at: start + Double(index) / 100)
      #expect(limiter.count <= 100)
    }
    #expect(limiter.attempt([.init(name: "999", limit: 1)], at: start + 10) == 60)
  }

  @Test("Identities in memory are bounded, and those in use stay")
  func boundsIdentities() {
    let cache = IdentityCache(capacity: 100)
    func entry(_ index: Int) -> IdentityCache.Entry {
      IdentityCache.Entry(
        identity: Identity(
          account: "anon_\(index % 10)", plan: .free, token: "t\(index)", isRegistered: false),
        expiresAt: start + 60, freshUntil: start + 60, lastSeenAt: start)
    }
    func key(_ index: Int) -> IdentityCache.Key { IdentityCache.Key(Secret.digest("\(index)")) }
    for index in 0..<1000 {
      cache.insert(entry(index), for: key(index), readIn: cache.epoch)
      #expect(cache.entry(key(0), now: start, seenBefore: start) != nil)
      #expect(cache.count <= 100)
    }
    let epoch = cache.epoch
    cache.invalidate { $0.account == "anon_0" }
    #expect(cache.entry(key(0), now: start, seenBefore: start) == nil)
    #expect(cache.entry(key(999), now: start, seenBefore: start) != nil)
    cache.insert(entry(0), for: key(0), readIn: epoch)
    #expect(cache.entry(key(0), now: start, seenBefore: start) == nil, "it was read before")
  }
}
