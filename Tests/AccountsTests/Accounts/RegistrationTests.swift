import Accounts
import Foundation
import Records
import Testing
import Wire

@Suite struct RegistrationTests {
  @Test("A registration makes an account on plan free, with its credits")
  func registers() async throws {
    let fixture = Fixture()
    let reply = try await fixture.registered(" Ada@Example.ORG ")
    #expect(reply.userID.wholeMatch(of: /user_[0-9a-f]{32}/) != nil && reply.credits == 500)
    let account = try #require(try await fixture.account(reply.userID))
    #expect(account.email == "ada@example.org" && account.plan == .free)
    #expect(account.passwordDigest?.contains(Fixture.password) == false)
    #expect(try await fixture.identity(reply).isRegistered)
  }

  @Test("An anonymous account becomes the registered one: id, work and tokens stay")
  func binds() async throws {
    let fixture = Fixture()
    let anonymous = try await fixture.anonymous()
    let before = try await fixture.identity(anonymous)
    try await fixture.addSession("1", to: anonymous.userID)
    try await fixture.store.write { [time = fixture.clock.now] transaction in
      let hold = try Ledger.hold(
        60, for: anonymous.userID, turn: "e-1", at: time, in: transaction)
      try Ledger.settle(hold.id, amount: 60, note: "", at: time, in: transaction)
    }
    let reply = try await fixture.accounts.register(
      email: "ada@example.org", password: Fixture.password, bind: anonymous.userID)
    #expect(reply.userID == anonymous.userID && reply.credits == 500)
    let after = try await fixture.identity(anonymous)
    #expect(after.isRegistered && after.plan == .free && after.token == before.token)
    #expect(try await fixture.identity(reply).account == after.account)
    #expect(try await fixture.store.read { try $0.session("1") }?.account == after.account)
    let credits = try await fixture.accounts.credits(of: after)
    #expect(credits.granted == 560 && credits.available == 500 && credits.spent == 60)
    #expect(try await fixture.accounts.audit() == [])
    _ = try await fixture.accounts.signIn(
      email: "ada@example.org", password: Fixture.password, bind: nil, label: "")
  }

  @Test("A plan that was given to an anonymous account is kept")
  func keepsBetterPlan() async throws {
    let fixture = Fixture()
    let anonymous = try await fixture.anonymous()
    _ = try await fixture.accounts.setPlan(.pro, of: anonymous.userID)
    _ = try await fixture.accounts.register(
      email: "ada@example.org", password: Fixture.password, bind: anonymous.userID)
    #expect(try await fixture.identity(anonymous).plan == .pro)
  }

  @Test("What can't be bound is refused, and nothing is registered")
  func refusesBinding() async throws {
    let fixture = Fixture()
    let registered = try await fixture.registered("ada@example.org")
    func register(_ email: String, _ bind: String?) async -> ServiceError? {
      await failure {
        _ = try await fixture.accounts.register(
          email: email, password: Fixture.password, bind: bind)
      }
    }
    let anonymous = try await fixture.anonymous()
    let errors = [
      await register("bob@example.org", registered.userID),
      await register("bob@example.org", "anon_unknown"),
      await register("ADA@example.org", nil),
      await register("ada@example.org", anonymous.userID),
    ]
    #expect(errors.map { $0?.code.rawValue } == [409, 404, 409, 409])
    #expect(Set(errors.compactMap { $0?.message }).count == 3)
    #expect(try await !fixture.identity(anonymous).isRegistered)
    #expect(try await fixture.accountIDs.count == 2)
  }

  @Test(
    "Wrong e-mail addresses and passwords are refused",
    arguments: [
      ("", Fixture.password), ("ada", Fixture.password), ("ada@", Fixture.password),
      ("@example.org", Fixture.password), ("ada@example", Fixture.password),
      ("a@b@example.org", Fixture.password), ("a b@example.org", Fixture.password),
      ("ada@exa_mple.org", Fixture.password), ("ada@-example.org", Fixture.password),
      ("ada@example..org", Fixture.password), ("ada@example.org.", Fixture.password),
      ("ada\n@example.org", Fixture.password), ("ada@ex\u{212a}.org", Fixture.password),
      (String(repeating: "a", count: 65) + "@example.org", Fixture.password),
      ("ada@" + String(repeating: "a.", count: 130) + "org", Fixture.password),
      ("ada@example.org", ""), ("ada@example.org", "123456789"),
      ("ada@example.org", String(repeating: "p", count: 201)),
      ("ada@example.org", String(repeating: "密", count: 67)),
    ])
  func refusesWrongValues(_ email: String, _ password: String) async throws {
    let fixture = Fixture()
    let error = await failure {
      _ = try await fixture.accounts.register(email: email, password: password, bind: nil)
    }
    #expect(error?.code == .badRequest)
    #expect(password.isEmpty || error?.message.contains(password) == false)
    #expect(fixture.store.writes == 0)
  }

  @Test("Passwords of 10 characters and of 200 bytes work, whichever way an accent is written")
  func takesPasswords() async throws {
    let fixture = Fixture()
    let passwords = [
      ("1234567890", "1234567890"),
      (String(repeating: "p", count: 200), String(repeating: "p", count: 200)),
      ("caf\u{e9} caf\u{e9} caf\u{e9}", "cafe\u{301} cafe\u{301} cafe\u{301}"),
    ]
    for (index, (password, again)) in passwords.enumerated() {
      _ = try await fixture.accounts.register(
        email: "a\(index)@example.org", password: password, bind: nil)
      _ = try await fixture.accounts.signIn(
        email: "a\(index)@example.org", password: again, bind: nil, label: "")
    }
  }

  @Test("Of 20 registrations at once with one address exactly one is made; so with one binding")
  func registersOnce() async throws {
    let fixture = Fixture()
    let anonymous = try await fixture.anonymous()
    func count(_ email: @escaping @Sendable (Int) -> String, _ bind: String?) async -> [Int: Int] {
      await withTaskGroup(of: Int.self) { group in
        for index in 0..<20 {
          group.addTask {
            do {
              _ = try await fixture.accounts.register(
                email: email(index), password: Fixture.password, bind: bind)
              return 0
            } catch {
              return (error as? ServiceError)?.code.rawValue ?? -1
            }
          }
        }
        return await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
      }
    }
    #expect(await count({ _ in "ada@example.org" }, nil) == [0: 1, 409: 19])
    #expect(await count({ "bob\($0)@example.org" }, anonymous.userID) == [0: 1, 409: 19])
  }

  @Test("Registrations from one network address are limited in a day")
  func limitsRegistrations() async throws {
    let fixture = Fixture { $0.registrationsPerAddress = 3 }
    func register(_ index: Int) async throws {
      _ = try await fixture.accounts.register(
        email: "a\(index)@example.org", password: Fixture.password, bind: nil,
        from: "203.0.113.7")
    }
    for index in 0..<3 { try await register(index) }
    let error = await failure { try await register(3) }
    #expect(error?.code == .rateLimited && error?.retryAfter == 86_400)
    fixture.clock.advance(Fixture.day)
    try await register(3)
  }

  @Test("The link to the registration page carries the account")
  func linksToRegistration() async throws {
    let fixture = Fixture { $0.webURL = "https://films.example.org" }
    let anonymous = try await fixture.identity(try await fixture.anonymous())
    let link = "https://films.example.org/register?bind=\(anonymous.account)"
    #expect(fixture.accounts.registrationURL(bind: anonymous.account) == link)
  }
}
