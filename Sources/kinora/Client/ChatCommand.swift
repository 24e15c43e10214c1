import ArgumentParser
import Client
import Foundation

/// `kinora chat`: a film in conversation.
struct ChatCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chat",
    abstract: "Make a film in conversation.",
    discussion: """
      kinora chat photo.jpg
      kinora chat photo.jpg --print "animate this image into a 3-second cinematic video clip"

      Goes on with the last session; --new begins another. Files can be named in what you say: \
      "upload photo.jpg". Talks to the server that NEMO_API_URL names, else to one on this \
      machine, else to one of its own. Ctrl-C stops waiting for an answer (an export is given \
      up, other work goes on), Ctrl-D ends.
      """)

  @Argument(help: "Pictures, clips and sounds to send first.", completion: .file())
  var files: [String] = []

  @Option(name: .customLong("print"), help: "Say this one thing, print the answer, and end.")
  var message: String?

  @OptionGroup var options: ClientOptions

  func validate() throws {
    if let message, message.allSatisfy(\.isWhitespace) {
      throw ValidationError("--print has no words; say what to do with the film.")
    }
  }

  func run() async throws {
    let isInteractive = message == nil && isatty(STDIN_FILENO) == 1
    let console = Console(json: options.json)
    let printer = ConversationPrinter(console)
    if isInteractive {
      await printer.tell(.text("Kinora: send pictures, say what you want. Connecting…"))
    }
    try await runClient(json: options.json, isInterruptible: message != nil) { console in
      try await options.withClient { client in
        let conversation = options.conversation(client, printer)
        if try await conversation.holdsFilm(), isInteractive || !files.isEmpty {
          console.note("Going on with the last film; --new begins another.")
        }
        for file in files { try await conversation.send(URL(fileURLWithPath: file)) }
        if let message {
          try await conversation.say(message, filesIn: Self.folder)
        } else {
          if isInteractive { await printer.tell(.text("Ready!")) }
          let talk = Talk(
            conversation, printer, console, folder: Self.folder, isInteractive: isInteractive)
          await talk.run()
        }
        await printer.clear()
      }
    }
  }

  private static var folder: URL {
    URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
  }
}
