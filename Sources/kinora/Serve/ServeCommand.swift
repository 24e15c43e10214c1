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

  @Option(help: "A chat-completions server that plans edits (default: the grammar alone).")
  var planner: String?

  @OptionGroup var options: SettingsOptions

  func run() async throws {
    let console = Console(json: false)
    do {
      var flags: [String: ConfigContent] = [:]
      if let host { flags["host"] = .string(host) }
      if let port { flags["port"] = .int(port) }
      if let planner { flags["planner.url"] = .string(planner) }
      try await serve(try await options.read(flags: flags))
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
      try? door.open(host: settings.server.host, port: port, token: nil)
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
      throw SettingsError(error, listeningAt: settings.server) ?? error
    }
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
