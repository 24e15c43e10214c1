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

      Talks to the server that NEMO_API_URL names, else to one on this machine, else to one of \
      its own. Ctrl-C stops waiting (the work goes on), Ctrl-D ends.
      """)

  @Argument(help: "Pictures, clips and sounds to send first.", completion: .file())
  var files: [String] = []

  @Option(name: .customLong("print"), help: "Say this one thing, print the answer, and end.")
  var message: String?

  @OptionGroup var options: ClientOptions

  func run() async throws {
    try await runClient(json: options.json) { console in
      let printer = ConversationPrinter(console)
      let isInteractive = message == nil && isatty(STDIN_FILENO) == 1
      if isInteractive {
        await printer.tell(.text("Kinora: send pictures, say what you want. Connecting…"))
      }
      try await options.withClient { client in
        let folder = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
        let conversation = Conversation(
          client, session: options.session(of: client), folder: folder
        ) { await printer.tell($0) }
        for file in files { try await conversation.send(URL(fileURLWithPath: file)) }
        if let message {
          try await conversation.say(message)
        } else {
          if isInteractive { await printer.tell(.text("Ready!")) }
          await talk(conversation, printer, console, isInteractive: isInteractive)
        }
        await printer.clear()
      }
    }
  }

  private func talk(
    _ conversation: Conversation, _ printer: ConversationPrinter, _ console: Console,
    isInteractive: Bool
  ) async {
    let editor = LineEditor()
    while let line = await editor.line(prompt: isInteractive ? "> " : "") {
      let words = line.trimmingCharacters(in: .whitespaces)
      guard !words.isEmpty else { continue }
      if ["quit", "exit", "bye", "退出", "再见"].contains(words.lowercased()) { return }
      let turn = Task { try await conversation.say(words) }
      let interruption = Interruption { turn.cancel() }
      do {
        try await turn.value
      } catch is CancellationError {
        await printer.tell(
          .text("Stopped waiting; the work goes on. Ask for the status to see it."))
      } catch {
        await printer.clear()
        _ = console.failure(error)
      }
      withExtendedLifetime(interruption) {}
      await printer.clear()
    }
  }
}
