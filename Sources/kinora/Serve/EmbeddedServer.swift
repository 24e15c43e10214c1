import Accounts
import Configuration
import Foundation
import Logging
import Server
import ServiceLifecycle
import Studio
import Wire

/// A server that lives as long as a client command, for users who run none.
enum EmbeddedServer {
  /// Under what name its token and session are kept.
  static let name = "embedded"

  /// Runs `body` with the address of a server on a free port and a token of its owner.
  static func whileRunning<Result>(
    _ body: (_ address: String, _ token: String) async throws -> Result
  ) async throws -> Result {
    var settings = try await ServeSettings.read(
      file: nil, environment: ProcessInfo.processInfo.environment, flags: ["port": .int(0)])
    settings.server.host = "127.0.0.1"
    // Whose machine it is need not pay.
    settings.accounts.prices.edit = 0
    settings.accounts.prices.animation = 0
    settings.accounts.prices.analysis = 0
    var logger = Logger(label: "kinora")
    logger.logLevel = .error
    let premises = try await Premises(settings, logger: logger)
    defer { premises.close() }
    let (ports, port) = AsyncStream.makeStream(of: Int.self)
    let server = KinoraServer(
      studio: premises.studio, configuration: settings.server, logger: logger
    ) { port.yield($0) }
    let group = ServiceGroup(
      configuration: .init(
        services: [
          .init(service: StudioService(studio: premises.studio)), .init(service: server),
        ], logger: logger))
    let serving = Task {
      defer { port.finish() }
      try await group.run()
    }
    var listening = ports.makeAsyncIterator()
    guard await listening.next() != nil else {
      try await serving.value
      throw SettingsError("The embedded server did not start; see kinora serve.")
    }
    let token = try await premises.studio.accounts.issueLocalToken()
    let result: Swift.Result<Result, any Error>
    do {
      result = .success(try await body(premises.studio.publicURL, token.token))
    } catch {
      result = .failure(error)
    }
    await group.triggerGracefulShutdown()
    try await serving.value
    return try result.get()
  }
}
