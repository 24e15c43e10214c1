import Foundation
import Records
import Synchronization
import Testing
import Wire

@testable import Accounts

/// A clock that goes only when it is told to.
final class TestClock: Sendable {
  private let time = Mutex(Date(timeIntervalSince1970: 1_800_000_000))

  var now: Date { time.withLock { $0 } }

  func advance(_ seconds: TimeInterval) { time.withLock { $0 += seconds } }
}

/// Accounts over a store in memory, with cheap passwords and a clock of their own.
struct Fixture {
  let clock = TestClock()
  let store = MemoryStore()
  let accounts: Accounts

  static let password = "correct horse battery"
  static let day: TimeInterval = 86_400

  init(_ change: (inout AccountSettings) -> Void = { _ in }) {
    var settings = AccountSettings()
    settings.passwordCosts = PasswordCosts(logarithm: 4, blockSize: 8, lanes: 1)
    change(&settings)
    let clock = clock
    accounts = Accounts(store: store, settings: settings) { clock.now }
  }

  /// A token of a client that was never seen before.
  func anonymous() async throws -> TokenReply {
    let client = UUID().uuidString
    return try await accounts.issueAnonymousToken(
      client: client, address: "2001:db8:\(client.prefix(4)):\(client.dropFirst(4).prefix(4))::1")
  }

  /// A registered account without an anonymous past.
  func registered(_ email: String) async throws -> TokenReply {
    try await accounts.register(email: email, password: Self.password, bind: nil)
  }

  func identity(_ reply: TokenReply) async throws -> Identity {
    try await accounts.identity(bearer: reply.token)
  }

  func account(_ id: String) async throws -> Account? {
    try await store.read { try $0.account(id) }
  }

  /// The ids of all accounts, in order.
  var accountIDs: [String] {
    get async throws { try await store.read { try $0.accounts(after: nil, limit: 1000).map(\.id) } }
  }

  /// A session of an account.
  func addSession(_ id: String, to account: String) async throws {
    let now = clock.now
    try await store.write {
      try $0.insert(
        Session(
          id: id, task: "task_\(id)", account: account, name: "project", createdAt: now,
          updatedAt: now))
    }
  }
}

extension Accounts {
  /// What is wrong with the credits of any account.
  func audit() async throws -> [String] {
    try await store.read { view in
      try view.accounts(after: nil, limit: 1000).flatMap { try Ledger.audit($0.id, in: view) }
    }
  }
}

/// The failure of `body`.
func failure(
  _ location: SourceLocation = #_sourceLocation, of body: () async throws -> Void
) async -> ServiceError? {
  do {
    try await body()
    Issue.record("It should have failed.", sourceLocation: location)
  } catch let error as ServiceError {
    return error
  } catch {
    Issue.record("It failed with \(error).", sourceLocation: location)
  }
  return nil
}
