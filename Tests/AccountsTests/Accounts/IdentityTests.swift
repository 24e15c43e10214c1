import Accounts
import Foundation
import Records
import Testing
import Wire

@Suite struct IdentityTests {
  @Test(
    "What is no token is refused without a look at the store",
    arguments: [
      nil, "", "nmv_usr_", "nmv_usr_short", "Bearer x", "\0", "nmv_usr_" + "é",
      "nmv_usr_" + String(repeating: "a", count: 42),
      "NMV_USR_" + String(repeating: "a", count: 43),
      "nmv_usr_" + String(repeating: "a", count: 42) + "=",
      String(repeating: "a", count: 1_000_000),
    ])
  func refusesWithoutLooking(_ bearer: String?) async throws {
    let fixture = Fixture()
    let error = await failure { _ = try await fixture.accounts.identity(bearer: bearer) }
    #expect(error?.code == .badToken && error?.code.httpStatus == 401)
    #expect(fixture.store.reads == 0)
  }

  @Test("An unknown token is looked up each time and not kept in memory")
  func refusesUnknown() async throws {
    let fixture = Fixture()
    let unknown = "nmv_usr_" + String(repeating: "a", count: 43)
    for _ in 0..<3 {
      let error = await failure { _ = try await fixture.accounts.identity(bearer: unknown) }
      #expect(error?.code == .badToken)
    }
    #expect(fixture.store.reads == 3)
  }

  @Test("A token that was used lately is answered from memory, for a minute")
  func answersFromMemory() async throws {
    let fixture = Fixture()
    let reply = try await fixture.anonymous()
    let before = fixture.store.reads
    for _ in 0..<100 { _ = try await fixture.identity(reply) }
    #expect(fixture.store.reads == before + 1)
    fixture.clock.advance(61)
    _ = try await fixture.identity(reply)
    #expect(fixture.store.reads == before + 2)
  }

  @Test("A token ends to the second, from memory and from the store")
  func expires() async throws {
    let fixture = Fixture { $0.identityCacheLifetime = .seconds(30 * 86_400) }
    let reply = try await fixture.anonymous()
    _ = try await fixture.identity(reply)
    fixture.clock.advance(7 * Fixture.day - 1)
    _ = try await fixture.identity(reply)
    fixture.clock.advance(1)
    let error = await failure { _ = try await fixture.identity(reply) }
    #expect(error?.code == .badToken && error?.message.contains("expired") == true)
    let clock = fixture.clock
    let other = Accounts(store: fixture.store, settings: AccountSettings()) { clock.now }
    let again = await failure { _ = try await other.identity(bearer: reply.token) }
    #expect(again?.message == error?.message)
  }

  @Test("A plan sets how long its tokens hold")
  func lifetimeFollowsPlan() async throws {
    let fixture = Fixture { $0.policies[.anonymous]?.tokenLifetime = .seconds(90) }
    let reply = try await fixture.anonymous()
    fixture.clock.advance(89)
    _ = try await fixture.identity(reply)
    fixture.clock.advance(1)
    #expect(await failure { _ = try await fixture.identity(reply) }?.code == .badToken)
  }

  @Test("Revoked, removed, put on a plan: the next request knows")
  func invalidates() async throws {
    let fixture = Fixture()
    let (first, second) = (try await fixture.anonymous(), try await fixture.anonymous())
    let identity = try await fixture.identity(first)
    _ = try await fixture.identity(second)
    _ = try await fixture.accounts.setPlan(.pro, of: first.userID)
    #expect(try await fixture.identity(first).plan == .pro)
    try await fixture.accounts.revoke(identity.token, of: identity)
    let revoked = await failure { _ = try await fixture.identity(first) }
    #expect(revoked?.code == .badToken && revoked?.message.contains("revoked") == true)
    try await fixture.accounts.removeAccount(second.userID)
    #expect(await failure { _ = try await fixture.identity(second) }?.code == .badToken)
  }

  @Test("Requests and revocations at once: none is answered after the revocation")
  func revokesUnderLoad() async throws {
    let fixture = Fixture()
    for _ in 0..<50 {
      let reply = try await fixture.anonymous()
      let identity = try await fixture.identity(reply)
      fixture.accounts.forgetIdentities(of: identity.account)
      try await withThrowingTaskGroup { group in
        for _ in 0..<8 {
          group.addTask { _ = try? await fixture.identity(reply) }
        }
        group.addTask { try await fixture.accounts.revoke(identity.token, of: identity) }
        try await group.waitForAll()
      }
      #expect(await failure { _ = try await fixture.identity(reply) }?.code == .badToken)
    }
  }

  @Test("More tokens than are kept in memory all work")
  func outgrowsMemory() async throws {
    let fixture = Fixture { $0.cachedIdentities = 10 }
    var replies: [TokenReply] = []
    for _ in 0..<40 { replies.append(try await fixture.anonymous()) }
    for _ in 0..<3 {
      for reply in replies {
        #expect(try await fixture.identity(reply).account == reply.userID)
      }
    }
  }

  @Test("When an account was last seen is written once an hour")
  func notesSeen() async throws {
    let fixture = Fixture { $0.identityCacheLifetime = .seconds(86_400) }
    let reply = try await fixture.anonymous()
    let start = fixture.clock.now
    let writes = fixture.store.writes
    for _ in 0..<100 {
      _ = try await fixture.identity(reply)
      fixture.clock.advance(60)
    }
    #expect(fixture.store.writes == writes + 1)
    let seen = try await fixture.account(reply.userID)?.lastSeenAt
    #expect(seen.map { $0.timeIntervalSince(start) } == 3660)
  }

  @Test("The local token belongs to this machine's user and replaces the last one")
  func localToken() async throws {
    let fixture = Fixture()
    let first = try await fixture.accounts.issueLocalToken()
    let identity = try await fixture.identity(first)
    #expect(identity.isLocal && identity.plan == .pro && identity.account == "user_local")
    let second = try await fixture.accounts.issueLocalToken()
    #expect(await failure { _ = try await fixture.identity(first) }?.code == .badToken)
    #expect(try await fixture.identity(second).account == identity.account)
    #expect(try await fixture.accounts.tokens(of: identity).count == 1)
    #expect(second.credits == 10_000)
    let error = await failure {
      _ = try await fixture.accounts.register(
        email: "a@example.org", password: Fixture.password, bind: "user_local")
    }
    #expect(error?.code == .notFound)
  }

  @Test("Identities are answered from memory fast enough for every request to ask")
  func answersFast() async throws {
    let fixture = Fixture()
    let reply = try await fixture.anonymous()
    _ = try await fixture.identity(reply)
    let start = ContinuousClock.now
    for _ in 0..<20_000 { _ = try await fixture.identity(reply) }
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    print("IdentityTests: \(Int(20_000 / seconds)) identities a second")
    #expect(fixture.store.reads == 2, "one for the issue, one for the first request")
  }
}
