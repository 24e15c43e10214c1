import ArgumentParser
import Director
import Foundation
import Language
import Timeline

struct ParseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse", abstract: "Show how words are read, changing nothing.")

  @Argument(help: "What to say.")
  var words: String

  @Option(
    help: "A draft that the words are about: its clips and titles can then be named.",
    completion: .file(extensions: ["json"]))
  var draft: String?

  @Flag(help: "Print one JSON object.")
  var json = false

  func run() async throws {
    let console = Console(json: json)
    do {
      let draft = try draft.map(DraftFile.read) ?? Draft()
      var conversation = try DraftConversation(draft, media: nil)
      let report = ParseReport(await conversation.say(words), of: words)
      console.object(report)
      for line in report.lines { console.result(line) }
    } catch {
      throw console.failure(error)
    }
  }
}

/// How words were read.
struct ParseReport: Encodable {
  let say: String
  let language: SpokenLanguage
  let intents: [Intent]
  let requests: [Part]
  /// Typed edits of the draft; none without one.
  let edits: [Edit]
  let leftOver: [Part]
  /// The share of the letters that were put to use, 0 to 1.
  let confidence: Double

  /// Something in the words, with the place of its words in Unicode scalars.
  struct Part: Encodable {
    /// What it means, as a sentence; nil for words that meant nothing.
    let meaning: String?
    let text: String
    let span: [Int]
  }

  init(_ answer: Answer, of words: String) {
    say = words
    language = answer.script.language
    intents = answer.intents
    edits = answer.edits
    let scalars = Array(words.unicodeScalars)
    func part(_ span: Span, _ meaning: String?) -> Part {
      let bounds = max(0, min(span.start, scalars.count))..<max(0, min(span.end, scalars.count))
      var text = String.UnicodeScalarView()
      text.append(
        contentsOf: scalars[bounds.lowerBound..<max(bounds.lowerBound, bounds.upperBound)])
      return Part(meaning: meaning, text: String(text), span: [span.start, span.end])
    }
    let language = language
    requests = answer.understood.map { part($0.span, $0.request.sentence(in: language)) }
    leftOver = answer.leftovers.map { part($0.span, nil) }
    let letters = scalars.count { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    let unread = answer.leftovers.reduce(0) { $0 + $1.text.unicodeScalars.count }
    let share = letters == 0 ? 0 : max(0, 1 - Double(unread) / Double(letters))
    confidence = (share * 100).rounded() / 100
  }

  /// For a terminal, a line each.
  var lines: [String] {
    var lines = ["language    \(language.rawValue)"]
    lines += intents.map { "intent      \($0.rawValue)" }
    lines += requests.map { part in
      "request     \(part.meaning ?? "") ← “\(part.text)” (\(part.span[0])–\(part.span[1]))"
    }
    lines += leftOver.map { "left over   “\($0.text)” (\($0.span[0])–\($0.span[1]))" }
    lines.append("confidence  \(confidence)")
    return lines
  }

  private enum CodingKeys: String, CodingKey {
    case say, language, intents, requests, edits, confidence
    case leftOver = "left_over"
  }
}
