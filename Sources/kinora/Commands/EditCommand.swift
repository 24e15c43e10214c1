import ArgumentParser
import Director
import Foundation
import Language
import Render
import Timeline

struct EditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Change a draft in plain words, one turn after another.",
    discussion: """
      kinora edit draft.json "make the title smaller" "a bit more" "undo" --media photos

      Each turn is read in the light of those before it. The draft goes to -o OUT.json, and what \
      is drawn or composed to the media's folder; without -o nothing is kept.
      """)

  @Argument(help: "The draft, a JSON file.", completion: .file(extensions: ["json"]))
  var draft: String

  @Argument(help: "What to say, a turn each.")
  var words: [String]

  @Option(help: "The folder with the media, found by id as file names.")
  var media: String?

  @Option(name: .shortAndLong, help: "Where the changed draft goes.")
  var output: String?

  @Flag(help: "Print one JSON object a turn.")
  var json = false

  func run() async throws {
    let console = Console(json: json)
    do {
      let trial = NSTemporaryDirectory() + "kinora-\(UUID().uuidString).edit"
      if output == nil {
        try FileManager.default.createDirectory(
          atPath: trial, withIntermediateDirectories: true)
      }
      defer { try? FileManager.default.removeItem(atPath: trial) }
      var conversation = try DraftConversation(
        DraftFile.read(draft), media: media, making: output == nil ? trial : nil)
      for turn in words {
        let answer = await conversation.say(turn)
        console.object(TurnReport(answer))
        console.result("> \(turn)\n\(answer.text)\n")
      }
      if let output { try write(conversation.conversation.draft, to: output) }
    } catch {
      throw console.failure(error)
    }
  }

  private func write(_ draft: Draft, to path: String) throws {
    do {
      let text = draft.normalized().encoded(indented: true) + "\n"
      try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw RenderError(
        .unwritable, "The draft can't be written to \(path); name another place with -o.",
        cause: error)
    }
  }
}

/// A turn, for programs.
struct TurnReport: Encodable {
  let say: String
  let answer: String
  let edits: [Edit]
  let leftOver: [String]
  let intents: [Intent]
  let asks: Bool

  init(_ answer: Answer) {
    say = answer.words
    self.answer = answer.text
    edits = answer.edits
    leftOver = answer.leftovers.map(\.text)
    intents = answer.intents
    asks = answer.asks
  }

  private enum CodingKeys: String, CodingKey {
    case say, answer, edits, intents, asks
    case leftOver = "left_over"
  }
}
