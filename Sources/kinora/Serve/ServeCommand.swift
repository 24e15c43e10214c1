import ArgumentParser
import CMemory
import Configuration
import Foundation
import Logging
import Metrics
import Server
import ServiceLifecycle
import Studio
import UnixSignals

/// `kinora serve`: the studio over HTTP.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serve the studio over HTTP.",
    discussion: """
      Settings come from kinora.json in the data folder, then from the environment \
      (plans.free.credits is KINORA_PLANS_FREE_CREDITS), then from these flags; the later one \
      decides. The settings are:

      \(ServeSettings.table.map { "  \($0.name): \($0.meaning)" }.joined(separator: "\n"))
      """)

  @Option(help: "The address to listen on. (default: 127.0.0.1)")
  var host: String?

  @Option(help: "The port; 0 for any that is free. (default: 8787)")
  var port: Int?

  @Option(help: "The folder that holds everything. (default: ~/.local/share/kinora)")
  var data: String?

  @Option(help: "A settings file in place of the data folder's kinora.json.")
  var settings: String?

  @Option(help: "A chat-completions server that plans edits (default: the grammar alone).")
  var planner: String?

  @Option(name: .customLong("set"), help: ArgumentHelp("A setting.", valueName: "name=value"))
  var assignments: [String] = []

  func run() async throws {
    let console = Console(json: false)
    do {
      let settings = try await ServeSettings.read(
        file: settings, environment: ProcessInfo.processInfo.environment, flags: try flags())
      try await serve(settings)
    } catch {
      throw console.failure(error)
    }
  }

  private func serve(_ settings: ServeSettings) async throws {
    let metrics = PrometheusMetrics()
    MetricsSystem.bootstrap(metrics)
    let logger = Self.logger(settings.logLevel)
    for name in ServeSettings.strayVariables(in: ProcessInfo.processInfo.environment) {
      logger.warning("\(name) is no setting; see kinora serve --help.")
    }
    let premises = try await Premises(settings, logger: logger)
    defer { premises.close() }
    try await premises.checkConfinement()
    var configuration = settings.server
    let door = AdministratorDoor(folder: settings.dataFolder)
    configuration.administratorSecret = try door.secret()
    let server = KinoraServer(
      studio: premises.studio, configuration: configuration, metrics: metrics, logger: logger
    ) { port in
      try? door.open(port: port, token: nil)
      Console.write(
        "Kinora serves at \(premises.studio.publicURL); Ctrl-C stops it.\n", to: .standardOutput)
      kn_release_startup_pages()
    }
    defer { door.close() }
    let group = ServiceGroup(
      configuration: .init(
        services: [
          .init(
            service: StudioService(studio: premises.studio),
            successTerminationBehavior: .gracefullyShutdownGroup),
          .init(service: server, successTerminationBehavior: .gracefullyShutdownGroup),
        ], gracefulShutdownSignals: [.sigterm, .sigint], logger: Self.quiet(logger)))
    do {
      try await group.run()
    } catch {
      throw ListeningError(error, at: settings.server) ?? error
    }
  }

  /// The flags as settings by name.
  private func flags() throws -> [String: ConfigContent] {
    var flags: [String: ConfigContent] = [:]
    for assignment in assignments {
      guard let sign = assignment.firstIndex(of: "=") else {
        throw SettingsError("--set \(assignment) has no value; write --set name=value.")
      }
      let name = String(assignment[..<sign])
      let text = String(assignment[assignment.index(after: sign)...])
      guard let setting = ServeSettings.table.first(where: { $0.name == name }) else {
        throw SettingsError(
          "--set names the unknown setting \(name); see kinora serve --help.")
      }
      guard let content = setting.content(of: text) else {
        throw SettingsError("--set \(name)=\(text): the value must be \(setting.expected).")
      }
      flags[name] = content
    }
    if let host { flags["host"] = .string(host) }
    if let port { flags["port"] = .int(port) }
    if let data { flags["data"] = .string(data) }
    if let planner { flags["planner.url"] = .string(planner) }
    return flags
  }

  private static func logger(_ level: String) -> Logger {
    LoggingSystem.bootstrap { StreamLogHandler.standardError(label: $0) }
    var logger = Logger(label: "kinora")
    logger.logLevel = Logger.Level(rawValue: level) ?? .info
    return logger
  }

  /// Service groups tell of each step; an operator wants to know less.
  private static func quiet(_ logger: Logger) -> Logger {
    var logger = logger
    logger.logLevel = max(logger.logLevel, .warning)
    return logger
  }
}

extension Setting {
  /// The value that `text` names; nil where it is of another type.
  func content(of text: String) -> ConfigContent? {
    switch type {
    case .int: Int(text).map(ConfigContent.int)
    case .bool: Bool(text).map(ConfigContent.bool)
    default: .string(text)
    }
  }
}
