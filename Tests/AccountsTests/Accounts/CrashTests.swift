import Accounts
import Foundation
import Records
import Testing
import Wire

/// Every change of accounts, stopped before each of its steps in turn.
@Suite struct CrashTests {
  /// What the store holds, as far as it matters here.
  private struct State: Equatable {
    var accounts: [Account]
    var credits: [Credits]
    var tokens: [[AccessToken]]
    var issues: Int
    var owner: String?
    var merged: String?

    init(_ view: any MetadataView, anonymous: String) throws {
      accounts = try view.accounts(after: nil, limit: 100)
      credits = try accounts.map { try view.credits(of: $0.id) }
      tokens = try accounts.map { try view.tokens(of: $0.id).sorted { $0.id < $1.id } }
      issues = try view.countIssues(address: "203.0.113.7", since: .distantPast)
      owner = try view.session("1")?.account
      merged = try view.value("merged \(anonymous)")
    }
  }

  /// A change, in a store with a registered account and an anonymous one.
  enum Change: CaseIterable {
    case issue, register, bind, signIn, signInAndBind, setPlan, grant, revoke, remove, local

    func run(_ accounts: Accounts, anonymous: Identity) async throws {
      let email = "bob@example.org"
      switch self {
      case .issue:
        _ = try await accounts.issueAnonymousToken(client: "c", address: "203.0.113.7")
      case .register:
        _ = try await accounts.register(email: email, password: Fixture.password, bind: nil)
      case .bind:
        _ = try await accounts.register(
          email: email, password: Fixture.password, bind: anonymous.account)
      case .signIn:
        _ = try await accounts.signIn(
          email: "ada@example.org", password: Fixture.password, bind: nil, label: "")
      case .signInAndBind:
        _ = try await accounts.signIn(
          email: "ada@example.org", password: Fixture.password, bind: anonymous.account,
          label: "")
      case .setPlan: _ = try await accounts.setPlan(.pro, of: anonymous.account)
      case .grant: _ = try await accounts.grant(5, to: anonymous.account, note: "")
      case .revoke: try await accounts.revoke(anonymous.token, of: anonymous)
      case .remove: try await accounts.removeAccount(anonymous.account)
      case .local: _ = try await accounts.issueLocalToken()
      }
    }
  }

  @Test(
    "A crash leaves all as it was, and the change can be made afterwards",
    arguments: Change.allCases)
  func crashesAnywhere(_ change: Change) async throws {
    let fixture = Fixture()
    _ = try await fixture.registered("ada@example.org")
    let anonymous = try await fixture.identity(try await fixture.anonymous())
    try await fixture.addSession("1", to: anonymous.account)
    func state() async throws -> State {
      try await fixture.store.read { try State($0, anonymous: anonymous.account) }
    }
    let before = try await state()
    var steps = 0
    while steps < 100 {
      fixture.store.crashNextChange(before: steps)
      do {
        try await change.run(fixture.accounts, anonymous: anonymous)
        break
      } catch is Crash {
        #expect(try await state() == before, "before step \(steps)")
        steps += 1
      }
    }
    #expect((1..<100).contains(steps))
    #expect(try await state() != before)
    #expect(try await fixture.accounts.audit() == [])
  }
}
