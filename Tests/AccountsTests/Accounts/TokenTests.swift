import Accounts
import Foundation
import Records
import Testing
import Wire

@Suite struct TokenTests {
  @Test("Every token against every owner: each sees and revokes its own, and no other")
  func ownersAndTokens() async throws {
    let fixture = Fixture()
    var owners: [(Identity, [String])] = []
    for index in 0..<3 {
      let first = try await fixture.registered("owner\(index)@example.org")
      var tokens = [try await fixture.identity(first).token]
      let second = try await fixture.accounts.signIn(
        email: "owner\(index)@example.org", password: Fixture.password, bind: nil,
        label: "laptop")
      tokens.append(try await fixture.identity(second).token)
      owners.append((try await fixture.identity(first), tokens))
    }
    owners.append((try await fixture.identity(try await fixture.anonymous()), []))
    for (owner, tokens) in owners.prefix(3) {
      let listed = try await fixture.accounts.tokens(of: owner)
      #expect(Set(listed.map(\.id)) == Set(tokens))
      #expect(listed.allSatisfy { $0.digest.isEmpty && $0.account == owner.account })
      #expect(Set(listed.map(\.label)) == ["registration", "laptop"])
      for (other, _) in owners where other.account != owner.account {
        for token in tokens {
          let error = await failure { try await fixture.accounts.revoke(token, of: other) }
          #expect(error?.code == .notFound)
          let unknown = await failure { try await fixture.accounts.revoke("tok_none", of: other) }
          #expect(
            unknown?.message.replacing("tok_none", with: "")
              == error?.message.replacing(token, with: ""))
        }
      }
      #expect(try await fixture.accounts.tokens(of: owner).count == tokens.count)
    }
    for (owner, tokens) in owners.prefix(3) {
      for token in tokens {
        try await fixture.accounts.revoke(token, of: owner)
        try await fixture.accounts.revoke(token, of: owner)
      }
      #expect(try await fixture.accounts.tokens(of: owner).isEmpty)
    }
  }

  @Test("Expired tokens are not listed")
  func listsWhatHolds() async throws {
    let fixture = Fixture()
    let reply = try await fixture.registered("a@example.org")
    let identity = try await fixture.identity(reply)
    fixture.clock.advance(30 * Fixture.day)
    #expect(try await fixture.accounts.tokens(of: identity).isEmpty)
  }

  @Test("A sign-in beyond the most tokens takes the oldest back")
  func boundsTokens() async throws {
    let fixture = Fixture { $0.tokensPerAccount = 3 }
    var replies = [try await fixture.registered("a@example.org")]
    for _ in 0..<4 {
      fixture.clock.advance(1)
      replies.append(
        try await fixture.accounts.signIn(
          email: "a@example.org", password: Fixture.password, bind: nil, label: ""))
    }
    let identity = try await fixture.identity(replies[4])
    #expect(try await fixture.accounts.tokens(of: identity).count == 3)
    for old in replies.prefix(2) {
      #expect(await failure { _ = try await fixture.identity(old) }?.code == .badToken)
    }
    for new in replies.suffix(3) { _ = try await fixture.identity(new) }
  }

  @Test("An operator finds accounts by id or e-mail, changes plans, grants and removes")
  func administers() async throws {
    let fixture = Fixture()
    let reply = try await fixture.registered("a@example.org")
    let anonymous = try await fixture.anonymous()
    #expect(try await fixture.accounts.account(named: " A@Example.org").id == reply.userID)
    let granted = try await fixture.accounts.grant(25, to: "a@example.org", note: "thanks")
    #expect(granted.available == 525)
    #expect(try await fixture.accounts.setPlan(.pro, of: reply.userID).plan == .pro)
    #expect(try await fixture.accounts.setPlan(.free, of: reply.userID).plan == .free)
    let identity = try await fixture.identity(reply)
    #expect(try await fixture.accounts.credits(of: identity).available == 10_000)
    let errors = [
      await failure { _ = try await fixture.accounts.setPlan(.anonymous, of: reply.userID) },
      await failure { _ = try await fixture.accounts.setPlan(.pro, of: "nobody") },
      await failure { _ = try await fixture.accounts.grant(0, to: reply.userID, note: "") },
      await failure { _ = try await fixture.accounts.grant(1, to: "nobody", note: "") },
      await failure { try await fixture.accounts.removeAccount("nobody") },
    ]
    #expect(errors.map { $0?.code.rawValue } == [409, 404, 400, 404, 404])
    #expect(try await fixture.accountIDs == [reply.userID, anonymous.userID].sorted())
    #expect(try await fixture.accounts.audit() == [])
    try await fixture.accounts.removeAccount("a@example.org")
    #expect(await failure { _ = try await fixture.identity(reply) }?.code == .badToken)
    _ = try await fixture.registered("a@example.org")
  }
}
