public import Records

/// What an operator may choose about accounts.
public struct AccountSettings: Hashable, Sendable {
  /// What each plan gives; ``Policy/standard(_:)`` for a plan that isn't named.
  public var policies: [PlanName: Policy] = Dictionary(
    uniqueKeysWithValues: PlanName.allCases.map { ($0, Policy.standard($0)) })
  /// What work costs.
  public var prices = Prices()
  /// Anonymous tokens for one client within ``issueWindow``; 0 for as many as are asked for.
  public var issuesPerClient = 1
  /// Anonymous tokens for one address within ``issueWindow``; 0 for as many as are asked for.
  public var issuesPerAddress = 10
  /// The time over which anonymous tokens are counted.
  public var issueWindow: Duration = .seconds(7 * 86_400)
  /// Registrations from one address within a day; 0 for as many as are asked for.
  public var registrationsPerAddress = 20
  /// Wrong passwords for one e-mail address within ``signInWindow``; 0 for any number.
  public var failuresPerEmail = 10
  /// Wrong passwords from one network address within ``signInWindow``; 0 for any number.
  public var failuresPerAddress = 50
  /// The time over which wrong passwords are counted.
  public var signInWindow: Duration = .seconds(15 * 60)
  /// Tokens of one account that hold at once; a sign-in takes the oldest back.
  public var tokensPerAccount = 50
  /// What scrypt costs for a new password.
  public var passwordCosts = PasswordCosts.standard
  /// Identities that are kept in memory.
  public var cachedIdentities = 20_000
  /// How long an identity is served from memory without a look at the store.
  public var identityCacheLifetime: Duration = .seconds(60)
  /// Where people reach the pages, without a slash at its end.
  public var webURL = "http://127.0.0.1:8787"

  /// The usual settings.
  public init() {}

  /// What a plan gives and allows.
  public func policy(of plan: PlanName) -> Policy {
    policies[plan] ?? .standard(plan)
  }

  /// What is wrong with the settings, one sentence for each wrong value; empty where nothing is.
  public func problems() -> [String] {
    var problems = PlanName.allCases.flatMap { policy(of: $0).problems(of: $0) }
    problems += prices.problems()
    func require(_ value: Int, _ allowed: ClosedRange<Int>, _ name: String, _ meaning: String) {
      guard !allowed.contains(value) else { return }
      problems.append(
        "\(name) is \(value); set \(allowed.lowerBound) to \(allowed.upperBound) \(meaning).")
    }
    let counts = 0...1_000_000
    require(issuesPerClient, counts, "issuesPerClient", "tokens, 0 for no limit")
    require(issuesPerAddress, counts, "issuesPerAddress", "tokens, 0 for no limit")
    require(issueWindow.wholeSeconds, 1...(365 * 86_400), "issueWindow", "seconds")
    require(
      registrationsPerAddress, counts, "registrationsPerAddress", "registrations, 0 for no limit")
    require(failuresPerEmail, counts, "failuresPerEmail", "failures, 0 for no limit")
    require(failuresPerAddress, counts, "failuresPerAddress", "failures, 0 for no limit")
    require(signInWindow.wholeSeconds, 1...86_400, "signInWindow", "seconds")
    require(tokensPerAccount, 1...10_000, "tokensPerAccount", "tokens")
    require(cachedIdentities, 1...10_000_000, "cachedIdentities", "identities")
    require(
      identityCacheLifetime.wholeSeconds, 0...86_400, "identityCacheLifetime", "seconds")
    problems += passwordCosts.problems()
    if !webURL.hasPrefix("http://") && !webURL.hasPrefix("https://") || webURL.hasSuffix("/") {
      problems.append(
        "webURL is \"\(webURL)\"; set an address that begins with http:// or https:// and "
          + "has no slash at its end.")
    }
    return problems
  }
}

extension Duration {
  /// Seconds, what is over cut off.
  var wholeSeconds: Int { Int(clamping: components.seconds) }
}
