import Accounts
import Foundation
import Records
import Testing
import Wire

@Suite struct SignInTests {
  @Test("The password gives a token; anything else the same refusal")
  func signsIn() async throws {
    let fixture = Fixture()
    let registered = try await fixture.registered("ada@example.org")
    let reply = try await fixture.accounts.signIn(
      email: "Ada@Example.org ", password: Fixture.password, bind: nil, label: "laptop")
    #expect(reply.userID == registered.userID && reply.token != registered.token)
    #expect(reply.credits == 500)
    var errors: Set<ServiceError> = []
    let attempts = [
      ("ada@example.org", "wrong password"), ("ada@example.org", ""),
      ("bob@example.org", Fixture.password), ("bob@example.org", ""),
      ("ada@example.org", String(repeating: "p", count: 100_000)),
    ]
    for (email, password) in attempts {
      let error = await failure {
        _ = try await fixture.accounts.signIn(
          email: email, password: password, bind: nil, label: "")
      }
      errors.insert(try #require(error))
    }
    #expect(errors.count == 1 && errors.first?.code == .badToken)
  }

  @Test("Anonymous work moves to the account that signs in; its tokens follow, its credits don't")
  func movesWork() async throws {
    let fixture = Fixture()
    let registered = try await fixture.registered("ada@example.org")
    let anonymous = try await fixture.anonymous()
    _ = try await fixture.identity(anonymous)
    try await fixture.addSession("1", to: anonymous.userID)
    let hold = try await fixture.store.write { [time = fixture.clock.now] in
      try Ledger.hold(10, for: anonymous.userID, turn: "e-1", at: time, in: $0)
    }
    let reply = try await fixture.accounts.signIn(
      email: "ada@example.org", password: Fixture.password, bind: anonymous.userID, label: "")
    #expect(reply.userID == registered.userID && reply.credits == 500)
    let identity = try await fixture.identity(anonymous)
    #expect(identity.account == registered.userID && identity.isRegistered)
    #expect(try await fixture.store.read { try $0.session("1") }?.account == registered.userID)
    #expect(try await fixture.accounts.tokens(of: identity).count == 3)
    let left = try await fixture.store.write { [time = fixture.clock.now] transaction in
      #expect(try Ledger.settle(hold.id, amount: 4, note: "", at: time, in: transaction))
      return try transaction.credits(of: anonymous.userID)
    }
    #expect(left.available == 96 && left.spent == 4)
    #expect(try await fixture.accounts.audit() == [])
  }

  @Test("An account is bound once; the same owner may follow the link again")
  func bindsOnce() async throws {
    let fixture = Fixture()
    let ada = try await fixture.registered("ada@example.org")
    let bob = try await fixture.registered("bob@example.org")
    let anonymous = try await fixture.anonymous()
    func signIn(_ email: String, _ bind: String) async throws -> TokenReply {
      try await fixture.accounts.signIn(
        email: email, password: Fixture.password, bind: bind, label: "")
    }
    _ = try await signIn("ada@example.org", anonymous.userID)
    #expect(try await signIn("ada@example.org", anonymous.userID).userID == ada.userID)
    #expect(try await signIn("ada@example.org", ada.userID).userID == ada.userID)
    let refusals = [
      await failure { _ = try await signIn("bob@example.org", anonymous.userID) },
      await failure { _ = try await signIn("bob@example.org", ada.userID) },
      await failure { _ = try await signIn("bob@example.org", "anon_unknown") },
      await failure {
        _ = try await fixture.accounts.register(
          email: "c@example.org", password: Fixture.password, bind: anonymous.userID)
      },
    ]
    #expect(refusals.map { $0?.code.rawValue } == [409, 409, 404, 409])
    #expect(try await fixture.identity(anonymous).account == ada.userID)
    #expect(try await fixture.accounts.tokens(of: fixture.identity(bob)).count == 1)
  }

  @Test("After ten wrong passwords an e-mail address waits, known or not, even for the right one")
  func limitsGuessesByEmail() async throws {
    let fixture = Fixture()
    _ = try await fixture.registered("ada@example.org")
    for email in ["ada@example.org", "nobody@example.org"] {
      func guess(_ password: String) async -> ServiceError? {
        await failure {
          _ = try await fixture.accounts.signIn(
            email: email, password: password, bind: nil, label: "")
        }
      }
      for index in 0..<10 { #expect(await guess("guess number \(index)")?.code == .badToken) }
      let error = await guess(Fixture.password)
      #expect(error?.code == .rateLimited && error?.retryAfter == 15 * 60)
    }
    fixture.clock.advance(15 * 60)
    _ = try await fixture.accounts.signIn(
      email: "ada@example.org", password: Fixture.password, bind: nil, label: "")
  }

  @Test("Guesses from one network address are counted over all e-mail addresses")
  func limitsGuessesByAddress() async throws {
    let fixture = Fixture { $0.failuresPerAddress = 5 }
    func guess(_ index: Int, _ address: String) async -> ServiceError? {
      await failure {
        _ = try await fixture.accounts.signIn(
          email: "a\(index)@example.org", password: "wrong password", bind: nil, label: "",
          from: address)
      }
    }
    for index in 0..<5 {
      #expect(await guess(index, "2001:db8::\(index + 1)")?.code == .badToken)
    }
    #expect(await guess(5, "2001:db8::ff")?.code == .rateLimited)
    #expect(await guess(6, "2001:db8:0:1::1")?.code == .badToken)
  }

  @Test("Signing in to one's own account, bound well or badly, doesn't pay for guesses")
  func ownSignInsPayForNothing() async throws {
    let fixture = Fixture { $0.failuresPerAddress = 4 }
    _ = try await fixture.registered("ada@example.org")
    func signIn(_ email: String, _ password: String, bind: String?) async -> ServiceError? {
      await failure {
        _ = try await fixture.accounts.signIn(
          email: email, password: password, bind: bind, label: "", from: "203.0.113.7")
      }
    }
    for index in 0..<4 {
      #expect(await signIn("a\(index)@example.org", "wrong", bind: nil)?.code == .badToken)
      let refused = await signIn("ada@example.org", Fixture.password, bind: "anon_unknown")
      #expect(refused?.code == (index < 3 ? .notFound : .rateLimited))
    }
  }

  @Test("Many guesses at once are many")
  func countsGuessesAtOnce() async throws {
    let fixture = Fixture()
    _ = try await fixture.registered("ada@example.org")
    let codes = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<40 {
        group.addTask {
          let error = await failure {
            _ = try await fixture.accounts.signIn(
              email: "ada@example.org", password: "wrong password", bind: nil, label: "")
          }
          return error?.code.rawValue ?? -1
        }
      }
      return await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
    #expect(codes == [1001: 10, 429: 30])
  }

  @Test("Signing in often is no failure")
  func rightPasswordsAreNotCounted() async throws {
    let fixture = Fixture()
    _ = try await fixture.registered("ada@example.org")
    for _ in 0..<30 {
      _ = try await fixture.accounts.signIn(
        email: "ada@example.org", password: Fixture.password, bind: nil, label: "",
        from: "203.0.113.7")
    }
  }

  @Test("A token that is taken back for a new one is refused at once")
  func forgetsOldTokens() async throws {
    let fixture = Fixture { $0.tokensPerAccount = 1 }
    let old = try await fixture.registered("ada@example.org")
    _ = try await fixture.identity(old)
    fixture.clock.advance(1)
    _ = try await fixture.accounts.signIn(
      email: "ada@example.org", password: Fixture.password, bind: nil, label: "")
    #expect(await failure { _ = try await fixture.identity(old) }?.code == .badToken)
  }

  @Test("A password is digested anew when its costs have changed")
  func renewsDigests() async throws {
    let fixture = Fixture()
    let reply = try await fixture.registered("ada@example.org")
    var settings = AccountSettings()
    settings.passwordCosts = PasswordCosts(logarithm: 5, blockSize: 8, lanes: 2)
    let clock = fixture.clock
    let later = Accounts(store: fixture.store, settings: settings) { clock.now }
    for _ in 0..<2 {
      _ = try await later.signIn(
        email: "ada@example.org", password: Fixture.password, bind: nil, label: "")
    }
    let digest = try await fixture.account(reply.userID)?.passwordDigest
    #expect(digest?.contains("ln=5,r=8,p=2") == true)
  }
}
