import Foundation
import Records
import Testing

@Suite struct PeopleConformanceTests {
  @Test("Accounts are kept and found by id and by address", arguments: StoreForm.all)
  func accounts(_ form: StoreForm) async throws {
    let store = try form.make()
    defer { store.end() }
    try await store.write { store throws in
      try store.insert(Sample.account())
      try store.insert(Sample.account("user_1", email: "a@b.example"))
    }
    try await store.read { store throws in
      #expect(try store.account("anon_1") == Sample.account())
      #expect(
        try store.account(email: "a@b.example") == Sample.account("user_1", email: "a@b.example"))
      #expect(try store.account("nobody") == nil)
      #expect(try store.account(email: "nobody@b.example") == nil)
    }
    var changed = Sample.account()
    changed.plan = .free
    changed.email = "c@d.example"
    changed.passwordDigest = "x"
    changed.lastSeenAt = Sample.moment(99)
    try await store.write { [changed] store throws in
      try store.update(changed)
      try store.update(Sample.account("nobody"))
    }
    try await store.read { [changed] store throws in
      #expect(try store.account("anon_1") == changed)
      #expect(try store.account("nobody") == nil)
    }
    await store.expect(.duplicate) { try $0.insert(Sample.account()) }
    await store.expect(.duplicate) {
      try $0.insert(Sample.account("user_2", email: "a@b.example"))
    }
  }

  @Test("Accounts are listed page by page", arguments: StoreForm.all)
  func pages(_ form: StoreForm) async throws {
    let store = try form.make()
    defer { store.end() }
    try await store.write { store throws in
      for id in ["c", "a", "d", "b"] { try store.insert(Sample.account(id)) }
    }
    try await store.read { store throws in
      #expect(try store.accounts(after: nil, limit: 3).map(\.id) == ["a", "b", "c"])
      #expect(try store.accounts(after: "c", limit: 3).map(\.id) == ["d"])
      #expect(try store.accounts(after: "d", limit: 3).isEmpty)
      #expect(try store.accounts(after: nil, limit: 0).isEmpty)
      #expect(try store.accounts(after: nil, limit: -1).isEmpty)
    }
  }

  @Test("Tokens are found by their digest and listed, newest first", arguments: StoreForm.all)
  func tokens(_ form: StoreForm) async throws {
    let store = try form.make()
    defer { store.end() }
    try await store.write { store throws in
      try store.insert(Sample.account())
      try store.insert(Sample.token())
      try store.insert(Sample.token("tok_3", at: 20))
      try store.insert(Sample.token("tok_2", at: 10))
      var revoked = Sample.token()
      revoked.revokedAt = Sample.moment(3)
      try store.update(revoked)
    }
    try await store.read { store throws in
      #expect(try store.token(digest: "digest of tok_2") == Sample.token("tok_2", at: 10))
      #expect(try store.token(digest: "digest of tok_1")?.revokedAt == Sample.moment(3))
      #expect(try store.token(digest: "none") == nil)
      #expect(try store.tokens(of: "anon_1").map(\.id) == ["tok_3", "tok_2", "tok_1"])
      #expect(try store.tokens(of: "nobody").isEmpty)
    }
    await store.expect(.duplicate) { try $0.insert(Sample.token()) }
    await store.expect(.missing) { try $0.insert(Sample.token("tok_9", of: "nobody")) }
    try await store.write { store throws in
      try store.insert(Sample.account("other"))
      try store.update(Sample.token("tok_3", of: "other", at: 20))
    }
    try await store.read { store throws in
      #expect(try store.token(digest: "digest of tok_3")?.account == "other")
      #expect(try store.tokens(of: "anon_1").map(\.id) == ["tok_2", "tok_1"])
    }
  }

  @Test("Issues are counted within their time, by client and by address", arguments: StoreForm.all)
  func issues(_ form: StoreForm) async throws {
    let store = try form.make()
    defer { store.end() }
    try await store.write { store throws in
      for (client, address, second) in [("a", "1", 0.0), ("a", "2", 10), ("b", "2", 20)] {
        try store.insert(
          TokenIssue(client: client, address: address, issuedAt: Sample.moment(second)))
      }
    }
    try await store.read { store throws in
      #expect(try store.countIssues(client: "a", since: Sample.moment()) == 2)
      #expect(try store.countIssues(client: "a", since: Sample.moment(0.001)) == 1)
      #expect(try store.countIssues(address: "2", since: Sample.moment()) == 2)
      #expect(try store.countIssues(address: "2", since: Sample.moment(21)) == 0)
      #expect(try store.firstIssue(client: "a", since: Sample.moment(1)) == Sample.moment(10))
      #expect(try store.firstIssue(address: "2", since: Sample.moment(11)) == Sample.moment(20))
      #expect(try store.firstIssue(address: "3", since: Sample.moment()) == nil)
    }
    try await store.write { try $0.removeIssues(before: Sample.moment(10)) }
    try await store.read { store throws in
      #expect(try store.countIssues(client: "a", since: .distantPast) == 1)
      #expect(try store.countIssues(client: "b", since: .distantPast) == 1)
    }
  }

  @Test("Credits, holds and the ledger are kept", arguments: StoreForm.all)
  func credits(_ form: StoreForm) async throws {
    let store = try form.make()
    defer { store.end() }
    let credits = Credits(account: "anon_1", granted: 100, available: 70, frozen: 20, spent: 10)
    let entries = [LedgerEntry.Kind.grant, .hold, .settle, .release].map {
      LedgerEntry(
        account: "anon_1", kind: $0, amount: 5, hold: $0 == .grant ? nil : "hold_1", note: "why",
        at: Sample.moment())
    }
    try await store.write { store throws in
      try store.insert(Sample.account())
      #expect(try store.credits(of: "anon_1") == Credits(account: "anon_1"))
      try store.save(Credits(account: "anon_1", granted: 1, available: 1))
      try store.save(credits)
      try store.insert(Sample.hold())
      try store.insert(Sample.hold("hold_2"))
      for entry in entries { try store.append(entry) }
    }
    var settled = Sample.hold()
    settled.state = .settled
    settled.settled = 15
    try await store.write { [settled] store throws in
      #expect(try store.openHolds() == [Sample.hold(), Sample.hold("hold_2")])
      try store.update(settled)
    }
    try await store.read { [settled] store throws in
      #expect(try store.credits(of: "anon_1") == credits)
      #expect(try store.credits(of: "nobody") == Credits(account: "nobody"))
      #expect(try store.hold("hold_1") == settled)
      #expect(try store.hold("none") == nil)
      #expect(try store.openHolds() == [Sample.hold("hold_2")])
      #expect(try store.ledger(of: "anon_1") == entries)
      #expect(try store.ledger(of: "nobody").isEmpty)
    }
    await store.expect(.duplicate) { try $0.insert(Sample.hold()) }
    await store.expect(.missing) { try $0.save(Credits(account: "nobody")) }
  }

  @Test("Values are kept under their names", arguments: StoreForm.all)
  func values(_ form: StoreForm) async throws {
    let store = try form.make()
    defer { store.end() }
    try await store.write { store throws in
      #expect(try store.value("key") == nil)
      try store.setValue("1", named: "key")
      try store.setValue("2", named: "key")
    }
    #expect(try await store.read { try $0.value("key") } == "2")
  }
}
