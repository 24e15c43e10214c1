public import Records

/// What a plan gives and allows.
public struct Policy: Hashable, Sendable {
  /// Credits that an account of the plan starts with.
  public var credits: Int
  /// Whether films may be exported.
  public var isExportAllowed = true
  /// Bytes of the largest file that is taken.
  public var maximumFileSize = 200 << 20
  /// Exports of one account that are made at once; others wait.
  public var concurrentExports = 1
  /// Turns of one session that may wait behind the one that runs.
  public var queuedTurns = 10
  /// Seconds of the longest film that is exported.
  public var maximumFilmSeconds = 600
  /// How long a token of the plan holds.
  public var tokenLifetime: Duration = .seconds(7 * 86_400)

  /// A policy with those credits; all else as for anonymous accounts.
  public init(credits: Int) { self.credits = credits }

  /// What a plan gives where the settings say nothing else.
  public static func standard(_ plan: PlanName) -> Policy {
    switch plan {
    case .anonymous: return Policy(credits: 100)
    case .free:
      var policy = Policy(credits: 500)
      policy.queuedTurns = 20
      policy.maximumFilmSeconds = 1800
      policy.tokenLifetime = .seconds(30 * 86_400)
      return policy
    case .pro:
      var policy = Policy(credits: 10_000)
      policy.maximumFileSize = 1 << 30
      policy.concurrentExports = 4
      policy.queuedTurns = 50
      policy.maximumFilmSeconds = 4 * 3600
      policy.tokenLifetime = .seconds(90 * 86_400)
      return policy
    }
  }

  /// What is wrong with it, one sentence each; empty where nothing is.
  public func problems(of plan: PlanName) -> [String] {
    var problems: [String] = []
    func require(_ value: Int, _ allowed: ClosedRange<Int>, _ name: String, _ unit: String) {
      guard !allowed.contains(value) else { return }
      problems.append(
        "\(name) of plan \(plan.rawValue) is \(value); set \(allowed.lowerBound) to "
          + "\(allowed.upperBound) \(unit).")
    }
    require(credits, 0...1_000_000_000, "credits", "credits")
    require(maximumFileSize, 1...(1 << 40), "maximumFileSize", "bytes")
    require(concurrentExports, 1...64, "concurrentExports", "exports")
    require(queuedTurns, 0...10_000, "queuedTurns", "turns")
    require(maximumFilmSeconds, 1...86_400, "maximumFilmSeconds", "seconds")
    let lifetime = Int(tokenLifetime.components.seconds)
    require(lifetime, 60...(3650 * 86_400), "tokenLifetime", "seconds")
    return problems
  }
}
