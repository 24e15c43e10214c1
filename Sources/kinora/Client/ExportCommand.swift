import ArgumentParser
import Client
import Foundation

/// `kinora export`: makes the session's film and fetches it.
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Make the session's film and fetch it.")

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Where the film goes.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(help: "draft (540p), standard (720p) or high (1080p).")
  var quality = "high"

  @OptionGroup var options: ClientOptions

  func validate() throws {
    guard ["draft", "standard", "high"].contains(quality) else {
      throw ValidationError("--quality is \"\(quality)\"; use draft, standard or high.")
    }
  }

  func run() async throws {
    try await runClient(json: options.json) { console in
      let printer = ConversationPrinter(console)
      try await options.withClient { client in
        try await options.conversation(client, printer).export(
          to: output.map { URL(fileURLWithPath: $0) }, quality: quality)
      }
      await printer.clear()
    }
  }
}
