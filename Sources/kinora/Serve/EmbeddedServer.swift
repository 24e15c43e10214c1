import Accounts
import Configuration
import Foundation
import Logging
import Records
import Server
import ServiceLifecycle
import Studio
import Wire

/// A server that lives as long as a client command, for users who run none.
enum EmbeddedServer {
  /// Under what name its token and session are kept.
  static let name = "embedded"

  /// Where a command finds a server.
  struct Place: Sendable {
    var address: String
    /// The token of this machine's own user; nil where the server is there for others too.
    var token: String?
  }

  /// Runs `body` with the place of a server on a free port, or of the one that another command or
  /// `kinora serve` runs on the same data folder.
  static func whileRunning<Result>(_ body: (Place) async throws -> Result) async throws -> Result {
    let settings = try await settings()
    var logger = Logger(label: "kinora")
    logger.logLevel = .error
    let door = AdministratorDoor(folder: settings.dataFolder)
    let premises: Premises
    do {
      premises = try await Premises(settings, logger: logger)
    } catch let error as StorageError where error.code == .inUse {
      guard let address = door.address else { throw error }
      return try await body(Place(address: address, token: door.localToken))
    }
    defer { premises.close() }
    return try await serve(premises, door, body)
  }

  private static func settings() async throws -> ServeSettings {
    var settings = try await ServeSettings.read(
      file: nil, environment: ProcessInfo.processInfo.environment, flags: ["port": .int(0)])
    settings.server.host = "127.0.0.1"
    // How long things are kept may stand in a file or on a command line that aren't known here.
    settings.studio.sweepInterval = nil
    // Whose machine it is need not pay.
    settings.accounts.prices.edit = 0
    settings.accounts.prices.animation = 0
    settings.accounts.prices.analysis = 0
    settings.areClipsFree = true
    return settings
  }

  private static func serve<Result>(
    _ premises: Premises, _ door: AdministratorDoor, _ body: (Place) async throws -> Result
  ) async throws -> Result {
    var configuration = premises.settings.server
    configuration.administratorSecret = try door.secret()
    let (ports, port) = AsyncStream.makeStream(of: Int.self)
    let server = KinoraServer(
      studio: premises.studio, configuration: configuration, logger: premises.logger
    ) { port.yield($0) }
    let group = ServiceGroup(
      configuration: .init(
        services: [
          .init(service: StudioService(studio: premises.studio)), .init(service: server),
        ], logger: premises.logger))
    let serving = Task {
      defer { port.finish() }
      try await group.run()
    }
    var listening = ports.makeAsyncIterator()
    guard let number = await listening.next() else {
      try await serving.value
      throw SettingsError("The embedded server did not start; see kinora serve.")
    }
    let result: Swift.Result<Result, any Error>
    do {
      let token = try await premises.studio.accounts.issueLocalToken().token
      try door.open(host: configuration.host, port: number, token: token)
      result = .success(try await body(Place(address: premises.studio.publicURL, token: token)))
    } catch {
      result = .failure(error)
    }
    door.close()
    await group.triggerGracefulShutdown()
    try await serving.value
    return try result.get()
  }
}
