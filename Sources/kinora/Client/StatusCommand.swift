import ArgumentParser
import Client
import Foundation

/// `kinora status`: what the session's timeline holds.
struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Tell what the timeline holds.")

  @OptionGroup var options: ClientOptions

  func run() async throws {
    try await runClient(json: options.json) { console in
      let printer = ConversationPrinter(console)
      try await options.withClient { client in
        try await options.conversation(client, printer).tellState()
      }
    }
  }
}

/// `kinora credits`: what can be spent.
struct CreditsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "credits", abstract: "Tell how many credits there are.")

  @Flag(help: "Print JSON, one object a line.")
  var json = false

  func run() async throws {
    try await runClient(json: json) { console in
      let printer = ConversationPrinter(console)
      try await ClientOptions.parse([]).withClient { client in
        let conversation = Conversation(client, folder: URL(fileURLWithPath: ".")) {
          await printer.tell($0)
        }
        try await conversation.tellCredits()
      }
    }
  }
}

/// `kinora sessions`: the user's sessions, latest first.
struct SessionsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sessions", abstract: "List the sessions, latest first.")

  @Flag(help: "Print JSON, one object a line.")
  var json = false

  func run() async throws {
    try await runClient(json: json) { console in
      try await ClientOptions.parse([]).withClient { client in
        let sessions = try await client.sessions()
        let format = ISO8601DateFormatter()
        for session in sessions {
          let time = format.string(from: Date(timeIntervalSince1970: session.lastUpdate))
          let mark = session.id == client.lastSession ? " *" : ""
          console.result("\(session.id)  \(time)\(mark)")
          console.object(Line(session: session.id, updated: time))
        }
        if sessions.isEmpty { console.note("There are no sessions yet; begin one: kinora chat.") }
      }
    }
  }

  private struct Line: Encodable {
    let event = "session"
    let session: String
    let updated: String
  }
}
