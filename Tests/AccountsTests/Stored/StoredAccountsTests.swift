import Accounts
import Foundation
import Records
import Store
import Testing
import Wire

/// Accounts over the store that a server has.
@Suite struct StoredAccountsTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "kinora-accounts-\(UUID().uuidString)").path
  private let clock = TestClock()

  private func withStore(_ body: (EmbeddedStore) async throws -> Void) async throws {
    let store = try EmbeddedStore(folder: folder)
    defer {
      store.close()
      try? FileManager.default.removeItem(atPath: folder)
    }
    try await body(store)
  }

  private func accounts(_ store: any MetadataStore) -> Accounts {
    var settings = AccountSettings()
    settings.passwordCosts = PasswordCosts(logarithm: 4, blockSize: 8, lanes: 1)
    return Accounts(store: store, settings: settings) { [clock] in clock.now }
  }

  @Test("A visitor becomes a registered user, signs in elsewhere, and leaves")
  func lifeOfAnAccount() async throws {
    try await withStore { store in
      let accounts = accounts(store)
      let first = try await accounts.issueAnonymousToken(client: "c", address: "2001:db8::1")
      let limited = await failure {
        _ = try await accounts.issueAnonymousToken(client: "c", address: "2001:db8:1::1")
      }
      #expect(limited?.retryAfter == 7 * 86_400)
      let registered = try await accounts.register(
        email: "ada@example.org", password: Fixture.password, bind: first.userID)
      #expect(registered.userID == first.userID && registered.credits == 500)
      #expect(try await accounts.identity(bearer: first.token).isRegistered)

      let second = try await accounts.issueAnonymousToken(client: "d", address: "2001:db8::2")
      let time = clock.now
      try await store.write {
        try $0.insert(
          Session(
            id: "1", task: "task_1", account: second.userID, name: "project", createdAt: time,
            updatedAt: time))
      }
      let signedIn = try await accounts.signIn(
        email: "ada@example.org", password: Fixture.password, bind: second.userID, label: "b")
      #expect(signedIn.userID == first.userID)
      let identity = try await accounts.identity(bearer: second.token)
      #expect(identity.account == first.userID)
      #expect(try await store.read { try $0.session("1") }?.account == first.userID)
      #expect(try await accounts.tokens(of: identity).count == 4)
      try await accounts.revoke(identity.token, of: identity)
      #expect(await failure { _ = try await accounts.identity(bearer: second.token) } != nil)
      #expect(try await accounts.audit() == [])

      clock.advance(7 * Fixture.day)
      _ = try await accounts.issueAnonymousToken(client: "c", address: "2001:db8::1")
      try await accounts.removeAccount("ada@example.org")
      #expect(await failure { _ = try await accounts.identity(bearer: signedIn.token) } != nil)
      #expect(try await accounts.audit() == [])
    }
  }

  @Test("Of 50 requests at once with one client id exactly one has a token")
  func issuesOnce() async throws {
    try await withStore { store in
      let accounts = accounts(store)
      let results = await withTaskGroup(of: Int.self) { group in
        for _ in 0..<50 {
          group.addTask {
            do {
              _ = try await accounts.issueAnonymousToken(client: "c", address: "203.0.113.7")
              return 0
            } catch {
              return (error as? ServiceError)?.code.rawValue ?? -1
            }
          }
        }
        return await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
      }
      #expect(results == [0: 1, 429: 49])
    }
  }

  @Test("500 random changes, some of them rolled back, keep the ledger whole; so does a restart")
  func randomChanges() async throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("StoredAccountsTests: seed \(seed)")
    var walk = LedgerWalk(seed: seed, accounts: 4)
    try await withStore { store in
      walk = try await store.write { [walk] in
        try walk.begin(in: $0)
        return walk
      }
      for round in 0..<500 {
        let plan = walk.plan()
        let isCut = walk.crash() != nil
        do {
          walk = try await store.write { [walk] in
            var next = walk
            try next.run(plan, in: $0)
            if isCut { throw Crash() }
            return next
          }
        } catch is Crash {}
        if round % 50 == 0 {
          try await store.read { [walk] in
            try walk.audit(in: $0) { "seed \(seed), round \(round)" }
          }
        }
      }
      store.close()
      let again = try EmbeddedStore(folder: folder)
      try await again.read { [walk] in try walk.audit(in: $0) { "seed \(seed), the end" } }
      again.close()
    }
    #expect(walk.ends > 50)
  }
}
