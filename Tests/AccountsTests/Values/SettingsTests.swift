import Accounts
import Records
import Testing

@Suite struct SettingsTests {
  @Test("The usual settings are in order, and are the contract's")
  func defaults() {
    let settings = AccountSettings()
    #expect(settings.problems() == [])
    #expect(settings.policy(of: .anonymous).credits == 100)
    #expect(settings.policy(of: .anonymous).isExportAllowed)
    #expect(settings.policy(of: .anonymous).maximumFileSize == 200 << 20)
    #expect(settings.policy(of: .anonymous).tokenLifetime == .seconds(7 * 86_400))
    #expect(settings.prices.cost(edits: 2, animations: 3, analyses: 4) == 17)
    var partial = settings
    partial.policies = [:]
    #expect(partial.policy(of: .pro) == Policy.standard(.pro))
  }

  private static let wrong: [(name: String, change: @Sendable (inout AccountSettings) -> Void)] = [
    ("credits of plan free", { $0.policies[.free]?.credits = -1 }),
    ("maximumFileSize of plan pro", { $0.policies[.pro]?.maximumFileSize = 0 }),
    ("concurrentExports of plan pro", { $0.policies[.pro]?.concurrentExports = 0 }),
    ("queuedTurns of plan pro", { $0.policies[.pro]?.queuedTurns = -1 }),
    ("maximumFilmSeconds of plan pro", { $0.policies[.pro]?.maximumFilmSeconds = 0 }),
    ("tokenLifetime of plan anonymous", { $0.policies[.anonymous]?.tokenLifetime = .zero }),
    ("The price of edit", { $0.prices.edit = -1 }),
    ("The price of animation", { $0.prices.animation = .max }),
    ("The price of analysis", { $0.prices.analysis = -5 }),
    ("issuesPerClient", { $0.issuesPerClient = -1 }),
    ("issuesPerAddress", { $0.issuesPerAddress = -1 }),
    ("issueWindow", { $0.issueWindow = .zero }),
    ("registrationsPerAddress", { $0.registrationsPerAddress = -1 }),
    ("failuresPerEmail", { $0.failuresPerEmail = -1 }),
    ("failuresPerAddress", { $0.failuresPerAddress = -1 }),
    ("signInWindow", { $0.signInWindow = .seconds(-1) }),
    ("tokensPerAccount", { $0.tokensPerAccount = 0 }),
    ("cachedIdentities", { $0.cachedIdentities = 0 }),
    ("identityCacheLifetime", { $0.identityCacheLifetime = .seconds(-1) }),
    ("passwordCosts.logarithm", { $0.passwordCosts.logarithm = 64 }),
    ("passwordCosts.blockSize", { $0.passwordCosts.blockSize = 0 }),
    ("passwordCosts.lanes", { $0.passwordCosts.lanes = 9 }),
    ("passwordCosts take", { $0.passwordCosts.logarithm = 20 }),
    ("webURL", { $0.webURL = "films.example.org" }),
    ("webURL", { $0.webURL = "https://films.example.org/" }),
  ]

  @Test("Each wrong value is told in one sentence", arguments: wrong.indices)
  func tellsWrongValues(_ index: Int) {
    let (name, change) = Self.wrong[index]
    var settings = AccountSettings()
    change(&settings)
    let problems = settings.problems()
    #expect(problems.count == 1)
    #expect(problems.first?.hasPrefix(name) == true && problems.first?.hasSuffix(".") == true)
  }
}
