import ArgumentParser
import Client
import Foundation

/// Which server and which session a client command talks to.
struct ClientOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Go on with this session.", valueName: "id"))
  var session: String?

  @Flag(help: "Begin a new session.")
  var new = false

  @Flag(help: "Print JSON, one object a line.")
  var json = false

  func validate() throws {
    if new, session != nil {
      throw ValidationError("--new and --session exclude each other; use one of them.")
    }
  }

  /// Runs `body` with a client of the server that the environment names, of one that runs on
  /// this machine, or else of one that lives as long as the command.
  func withClient<Result>(
    _ body: (KinoraClient) async throws -> Result
  ) async throws -> Result {
    let environment = ProcessInfo.processInfo.environment
    var configuration = try ClientConfiguration(
      environment: environment, name: "kinora", version: Kinora.version)
    let client = KinoraClient(configuration)
    guard environment["NEMO_API_URL"] == nil, await !client.isReachable() else {
      return try await body(client)
    }
    return try await EmbeddedServer.whileRunning { address, token in
      configuration.server = address
      configuration.web = address
      configuration.token = token
      configuration.memoryName = EmbeddedServer.name
      return try await body(KinoraClient(configuration))
    }
  }

  /// The session to go on with: the one asked for, else the last one unless a new one is wanted.
  func session(of client: KinoraClient) -> String? {
    new ? nil : session ?? client.lastSession
  }
}

/// Runs a client command: failures become sentences and a status.
func runClient(json: Bool, _ body: (Console) async throws -> Void) async throws {
  let console = Console(json: json)
  do {
    try await body(console)
  } catch {
    throw console.failure(error)
  }
}
