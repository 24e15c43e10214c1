import ArgumentParser
import Client
import Foundation

/// `kinora upload`: sends files to a session.
struct UploadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "upload", abstract: "Send pictures, clips and sounds to a session.")

  @Argument(help: "The files.", completion: .file())
  var files: [String]

  @OptionGroup var options: ClientOptions

  func run() async throws {
    try await runClient(json: options.json) { console in
      let printer = ConversationPrinter(console)
      try await options.withClient { client in
        let conversation = options.conversation(client, printer)
        for file in files { try await conversation.send(URL(fileURLWithPath: file)) }
      }
      await printer.clear()
    }
  }
}
