import Accounts
import Logging
import Records
import Server
import Studio
import struct Workshop.Confinement

extension ServeSettings {
  /// All settings, in the order in which they are told.
  static let table: [Setting] =
    placeSettings + planSettings + priceSettings + limitSettings + workSettings + plannerSettings

  private static let placeSettings: [Setting] = [
    .text("host", "the address to listen on") { $0.server.host = $1 },
    .count("port", "the port; 0 for any that is free") { $0.server.port = $1 },
    .text("data", "the folder that holds everything") { $0.move(to: $1) },
    .text("url", "where people reach the server, when it isn't the host and port") {
      let url = $1.hasSuffix("/") ? String($1.dropLast()) : $1
      $0.server.publicURL = url
      $0.accounts.webURL = url
    },
    .text("logLevel", "trace, debug, info, notice, warning or error") {
      guard Logger.Level(rawValue: $1) != nil else {
        throw SettingsError(
          "logLevel is \"\($1)\"; write trace, debug, info, notice, warning or error.")
      }
      $0.logLevel = $1
    },
    .text("sandbox", "required, preferred or off: how files of strangers are read") {
      guard let demand = Confinement.Demand(rawValue: $1) else {
        throw SettingsError("sandbox is \"\($1)\"; write required, preferred or off.")
      }
      $0.sandbox = demand
    },
    .flag("trustProxy", "whether X-Forwarded-For names the client") {
      $0.server.trustsProxy = $1
    },
    .flag("metrics.public", "whether /metrics answers other machines") {
      $0.server.showsMetricsToAll = $1
    },
  ]

  private static let planSettings: [Setting] = PlanName.allCases.flatMap {
    settings(of: $0)
  }

  private static func settings(of plan: PlanName) -> [Setting] {
    let name = "plans.\(plan.rawValue)"
    return [
      Setting.count("\(name).credits", "credits that an account starts with") { settings, value in
        settings.change(plan) { $0.credits = value }
      },
      .flag("\(name).exports", "whether films may be exported") { settings, value in
        settings.change(plan) { $0.isExportAllowed = value }
      },
      .count("\(name).fileMegabytes", "the largest file") { settings, value in
        settings.change(plan) { $0.maximumFileSize = value.clampedProduct(1 << 20) }
      },
      .count("\(name).concurrentExports", "exports of one account at once") { settings, value in
        settings.change(plan) { $0.concurrentExports = value }
      },
      .count("\(name).queuedTurns", "messages that may wait in a session") { settings, value in
        settings.change(plan) { $0.queuedTurns = value }
      },
      .count("\(name).filmSeconds", "the longest film") { settings, value in
        settings.change(plan) { $0.maximumFilmSeconds = value }
      },
      .count("\(name).tokenDays", "how long a token holds") { settings, value in
        settings.change(plan) { $0.tokenLifetime = .seconds(value.clampedProduct(86_400)) }
      },
    ]
  }

  private static let priceSettings: [Setting] = [
    .count("prices.edit", "credits for an edit") { $0.accounts.prices.edit = $1 },
    .count("prices.animation", "credits for setting a still in motion") {
      $0.accounts.prices.animation = $1
    },
    .count("prices.analysis", "credits for looking at a file") {
      $0.accounts.prices.analysis = $1
    },
  ]

  private static let limitSettings: [Setting] = [
    .count("tokens.perClient", "anonymous tokens for a client; 0 for no limit") {
      $0.accounts.issuesPerClient = $1
    },
    .count("tokens.perAddress", "anonymous tokens for an address; 0 for no limit") {
      $0.accounts.issuesPerAddress = $1
    },
    .count("tokens.windowDays", "the days over which they are counted") {
      $0.accounts.issueWindow = .seconds($1.clampedProduct(86_400))
    },
    .count("registrations.perAddress", "registrations from an address in a day") {
      $0.accounts.registrationsPerAddress = $1
    },
    .count("limits.connections", "connections at once") { $0.server.connections = $1 },
    .count("limits.streams", "streams at once") { $0.server.streams = $1 },
    .count("limits.bodyBytes", "the largest body that isn't an upload") {
      $0.server.largestBody = $1
    },
    .count("limits.filesPerSession", "files that a session may hold") {
      $0.studio.mediaPerSession = $1
    },
    .flag("fetch.privateAddresses", "whether uploads by URL may ask private networks") {
      $0.server.fetching.allowsPrivateAddresses = $1
      $0.server.fetching.ports = $1 ? [] : [80, 443]
    },
  ]

  private static let plannerSettings: [Setting] = [
    .text("planner.url", "a chat-completions server that plans edits, such as .../v1") {
      $0.plannerURL = $1
    },
    .text("planner.model", "the model that is asked there") { $0.plannerModel = $1 },
    .text("planner.key", "the key that is sent there and nowhere else") { $0.plannerKey = $1 },
    .text("engines.file", "the list of video engines, as kinora engines add writes it") {
      $0.enginesFile = $1
    },
    .count("planner.seconds", "how long it may take") { $0.plannerSeconds = $1 },
  ]

  private static let workSettings: [Setting] = [
    .count("workers.turns", "messages that are worked on at once") { $0.studio.turnWorkers = $1 },
    .count("workers.exports", "films that are made at once") { $0.studio.exportWorkers = $1 },
    .count("retention.days", "days after which idle sessions are removed; 0 keeps them") {
      $0.studio.retention = $1 > 0 ? .seconds($1.clampedProduct(86_400)) : nil
    },
    .count("pieces.megabytes", "room for finished pieces of films; 0 keeps none") {
      $0.studio.largestPieces = $1.clampedProduct(1 << 20)
    },
    .count("links.hours", "how long a signed link holds") {
      $0.studio.linkLifetime = .seconds($1.clampedProduct(3600))
    },
    .count("uploads.hours", "how long a resumable upload may take") {
      $0.studio.uploadLifetime = .seconds($1.clampedProduct(3600))
    },
  ]
}

extension ServeSettings {
  fileprivate mutating func change(_ plan: PlanName, _ body: (inout Policy) -> Void) {
    var policy = accounts.policy(of: plan)
    body(&policy)
    accounts.policies[plan] = policy
  }
}

extension Int {
  /// The product, at most the largest number there is.
  fileprivate func clampedProduct(_ factor: Int) -> Int {
    let (product, isOver) = multipliedReportingOverflow(by: factor)
    return isOver ? (self < 0 ? .min : .max) : product
  }
}
