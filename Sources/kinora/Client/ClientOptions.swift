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
    return try await EmbeddedServer.whileRunning { place in
      configuration.server = place.address
      if let token = place.token {
        configuration.web = place.address
        configuration.token = token
        configuration.memoryName = EmbeddedServer.name
      }
      return try await body(KinoraClient(configuration))
    }
  }

  /// A conversation in the session to go on with: the one asked for, else the last one unless a
  /// new one is wanted.
  func conversation(_ client: KinoraClient, _ printer: ConversationPrinter) -> Conversation {
    let folder = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
    return Conversation(
      client, session: new ? nil : session ?? client.lastSession,
      mayBeginAnew: session == nil, folder: folder
    ) { await printer.tell($0) }
  }
}

/// Runs a client command: failures become sentences and a status.
/// - Parameter isInterruptible: whether Ctrl-C ends what it does.
func runClient(
  json: Bool, isInterruptible: Bool = true,
  _ body: @escaping @Sendable (Console) async throws -> Void
) async throws {
  let console = Console(json: json)
  let work = Task { try await body(console) }
  let interruption = isInterruptible ? Interruption { work.cancel() } : nil
  defer { withExtendedLifetime(interruption) {} }
  do {
    try await work.value
  } catch {
    throw console.failure(error)
  }
}
