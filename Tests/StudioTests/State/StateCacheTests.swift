import Foundation
import Testing

@testable import Studio

@Suite struct StateCacheTests {
  private let now = Date(timeIntervalSince1970: 1_800_000_000)

  @Test("A reply is kept for its owner until something changes or its links grow old")
  func keeps() {
    let cache = StateCache(capacity: 1 << 20, lifetime: 100)
    cache.keep("body", for: "a", at: now, cache.ticket("s"))
    #expect(cache.body(of: "s", for: "a", at: now + 99) == "body")
    #expect(cache.body(of: "s", for: "b", at: now) == nil)
    #expect(cache.body(of: "s", for: "a", at: now + 100) == nil)
    #expect(cache.body(of: "s", for: "a", at: now - 1) == nil)
    cache.remove("s")
    #expect(cache.body(of: "s", for: "a", at: now) == nil)
    #expect(cache.size == 0)
  }

  @Test("A reply that was read before a change isn't kept")
  func refusesOldReplies() {
    let cache = StateCache(capacity: 1 << 20)
    let ticket = cache.ticket("s")
    cache.remove("s")
    cache.keep("old", for: "a", at: now, ticket)
    #expect(cache.body(of: "s", for: "a", at: now) == nil)
  }

  @Test("It stays within its bounds, and those asked for lately stay")
  func isBounded() {
    let cache = StateCache(capacity: 1000)
    let body = String(repeating: "x", count: 100)
    for number in 0..<100 {
      cache.keep(body, for: "a", at: now, cache.ticket("s\(number)"))
      #expect(cache.body(of: "s0", for: "a", at: now) != nil)
      #expect(cache.size <= 1000)
    }
    cache.keep(String(repeating: "x", count: 600), for: "a", at: now, cache.ticket("big"))
    #expect(cache.body(of: "big", for: "a", at: now) == nil)
  }
}
