import Accounts
import Foundation
import Records
import Testing
import Wire

@Suite struct IssueTests {
  @Test("An anonymous token is as the contract says")
  func issues() async throws {
    let fixture = Fixture()
    let reply = try await fixture.anonymous()
    #expect(reply.token.wholeMatch(of: /nmv_usr_[A-Za-z0-9_-]{43}/) != nil)
    #expect(reply.userID.wholeMatch(of: /anon_[0-9a-f]{32}/) != nil)
    #expect(reply.credits == 100)
    #expect(reply.expiresAt.hasSuffix("Z"))
    let end = try Date(reply.expiresAt, strategy: .iso8601)
    #expect(end == fixture.clock.now.addingTimeInterval(7 * Fixture.day))
    let identity = try await fixture.identity(reply)
    #expect(identity.account == reply.userID && identity.plan == .anonymous)
    #expect(!identity.isRegistered && !identity.isLocal)
    #expect(try await fixture.accounts.credits(of: identity).available == 100)
    #expect(try await fixture.accounts.audit() == [])
  }

  @Test("Neither a token nor a client id is kept as it is")
  func keepsDigests() async throws {
    let fixture = Fixture()
    let reply = try await fixture.accounts.issueAnonymousToken(
      client: "my-client", address: "203.0.113.7")
    let (token, isKnown) = try await fixture.store.read { view in
      (
        try view.tokens(of: reply.userID)[0],
        try view.countIssues(client: "my-client", since: .distantPast)
      )
    }
    #expect(token.digest.wholeMatch(of: /[0-9a-f]{64}/) != nil)
    #expect(!reply.token.contains(token.digest) && isKnown == 0)
  }

  @Test(
    "A client id is asked for, and one that is too long is refused",
    arguments: [nil, "", "  ", String(repeating: "a", count: 65)])
  func refusesClientIDs(_ client: String?) async throws {
    let fixture = Fixture()
    let error = await failure {
      _ = try await fixture.accounts.issueAnonymousToken(client: client, address: "203.0.113.7")
    }
    #expect(error?.code == .badRequest)
    #expect(error?.message.contains("make") == true)
    #expect(fixture.store.writes == 0)
  }

  @Test("64 characters of any script are a client id")
  func takesClientIDs() async throws {
    let fixture = Fixture()
    for client in [String(repeating: "a", count: 64), String(repeating: "ü", count: 64), "x"] {
      _ = try await fixture.accounts.issueAnonymousToken(client: client, address: "203.0.113.7")
    }
  }

  @Test("A client has one token in 7 days and is told when the next is allowed")
  func limitsClients() async throws {
    let fixture = Fixture()
    func ask() async throws {
      _ = try await fixture.accounts.issueAnonymousToken(client: "c", address: "203.0.113.7")
    }
    try await ask()
    fixture.clock.advance(Fixture.day)
    let error = await failure { try await ask() }
    #expect(error?.code == .rateLimited && error?.retryAfter == 6 * 86_400)
    #expect(error?.message.contains("6 days") == true)
    fixture.clock.advance(TimeInterval(error?.retryAfter ?? 0) - 1)
    let last = await failure { try await ask() }
    #expect(last?.retryAfter == 1)
    fixture.clock.advance(1)
    try await ask()
  }

  @Test(
    "Ten tokens in 7 days go to one address, and to one /64",
    arguments: [false, true])
  func limitsAddresses(_ isSixth: Bool) async throws {
    func address(_ index: Int) -> String {
      isSixth ? "2001:db8::\(index + 1)" : "203.0.113.7"
    }
    let fixture = Fixture()
    for index in 0..<10 {
      _ = try await fixture.accounts.issueAnonymousToken(
        client: "client \(index)", address: address(index))
      fixture.clock.advance(60)
    }
    let error = await failure {
      _ = try await fixture.accounts.issueAnonymousToken(client: "last", address: address(10))
    }
    #expect(error?.code == .rateLimited && error?.retryAfter == 7 * 86_400 - 600)
    _ = try await fixture.accounts.issueAnonymousToken(client: "last", address: "2001:db8:0:1::1")
    fixture.clock.advance(7 * Fixture.day - 600)
    _ = try await fixture.accounts.issueAnonymousToken(client: "again", address: address(10))
    let next = await failure {
      _ = try await fixture.accounts.issueAnonymousToken(client: "more", address: address(10))
    }
    #expect(next?.retryAfter == 60)
  }

  @Test("A limit that was lowered since is waited for until enough issues are past")
  func waitsForLoweredLimits() async throws {
    let fixture = Fixture { $0.issuesPerClient = 3 }
    for _ in 0..<3 {
      _ = try await fixture.accounts.issueAnonymousToken(client: "c", address: "203.0.113.7")
      fixture.clock.advance(100)
    }
    let clock = fixture.clock
    let stricter = Accounts(store: fixture.store, settings: AccountSettings()) { clock.now }
    let error = await failure {
      _ = try await stricter.issueAnonymousToken(client: "c", address: "203.0.113.7")
    }
    #expect(error?.retryAfter == 7 * 86_400 - 100)
  }

  @Test("A limit of 0 is none")
  func limitsCanBeLifted() async throws {
    let fixture = Fixture {
      $0.issuesPerClient = 0
      $0.issuesPerAddress = 0
    }
    for _ in 0..<30 {
      _ = try await fixture.accounts.issueAnonymousToken(client: "c", address: "203.0.113.7")
    }
  }

  @Test("Of 50 requests at once with one client id exactly one has a token")
  func issuesOnce() async throws {
    let fixture = Fixture()
    let results = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<50 {
        group.addTask {
          do {
            _ = try await fixture.accounts.issueAnonymousToken(
              client: "c", address: "203.0.113.7")
            return 0
          } catch {
            return (error as? ServiceError)?.code.rawValue ?? -1
          }
        }
      }
      return await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
    #expect(results == [0: 1, 429: 49])
    #expect(try await fixture.accountIDs.count == 1)
  }
}
