public import Director
import Foundation
import MediaTime
import Timeline

/// A conversation of the evaluation set, and what its last turn must do.
public struct EvaluationCase: Sendable {
  /// `en-` or `zh-`, and a number.
  public let id: String
  /// The draft that the conversation is over.
  public let draft: String
  /// What is said, a turn each.
  public let turns: [String]
  let expected: [String: JSONValue]

  /// Whether it is counted and never listed.
  public var isHeldBack: Bool { (Int(id.drop { !$0.isNumber }) ?? 1) % 5 == 0 }

  init(_ json: JSONValue) throws {
    guard case .object(let members) = json, case .string(let id)? = members["id"],
      case .string(let draft)? = members["draft"], case .array(let turns)? = members["say"],
      case .object(let expected)? = members["expect"]
    else { throw EvaluationError("This is no case of the set: \(json.text())") }
    self.id = id
    self.draft = draft
    self.turns = turns.compactMap { if case .string(let text) = $0 { text } else { nil } }
    self.expected = expected
  }
}

/// The set can't be read.
public struct EvaluationError: Error, CustomStringConvertible {
  /// What is wrong with it.
  public let description: String
  init(_ description: String) { self.description = description }
}

/// The evaluation set: conversations, and the situations in which they begin.
public struct EvaluationSet: Sendable {
  /// English, then Chinese.
  public let cases: [EvaluationCase]
  private let situations: [String: Situation]

  /// Reads the set in `folder`.
  public init(folder: String) throws {
    var cases: [EvaluationCase] = []
    for file in ["english.jsonl", "chinese.jsonl"] {
      for line in try Self.text("\(folder)/\(file)").split(separator: "\n") {
        cases.append(try EvaluationCase(JSONValue.parse(String(line))))
      }
    }
    self.cases = cases
    var situations: [String: Situation] = [:]
    for name in Set(cases.map(\.draft)) {
      situations[name] = try Self.situation(Self.text("\(folder)/Drafts/\(name).json"))
    }
    self.situations = situations
  }

  /// A conversation over the draft of that name.
  public func conversation(named draft: String) -> Conversation {
    Conversation(situations[draft] ?? Situation())
  }

  private static func text(_ path: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw EvaluationError("There is no \(path).")
    }
    return String(decoding: data, as: UTF8.self)
  }

  private static func situation(_ text: String) throws -> Situation {
    guard case .object(let members) = try JSONValue.parse(text), let draft = members["draft"],
      case .array(let media)? = members["media"]
    else { throw EvaluationError("A draft of the set has no \"draft\" and \"media\".") }
    var situation = Situation(
      history: History(try Draft(json: draft), label: "Start"), media: try media.map(medium))
    // The set asks for edits of films; what it says of composed music is that there is none.
    situation.makesSounds = false
    return situation
  }

  private static func medium(_ json: JSONValue) throws -> Medium {
    guard case .object(let members) = json, case .string(let id)? = members["id"],
      case .string(let name)? = members["name"], case .string(let kind)? = members["kind"],
      let kind = MediaFacts.Kind(rawValue: kind)
    else { throw EvaluationError("A medium of the set has no id, name or kind.") }
    func number(_ key: String) -> Int {
      if case .integer(let value)? = members[key] { value } else { 0 }
    }
    return Medium(
      id: id, name: name,
      facts: MediaFacts(
        kind: kind, duration: Milliseconds(number("duration")), width: number("width"),
        height: number("height"), hasAudio: members["audio"] == .bool(true),
        frameRate: number("fps") > 0 ? Double(number("fps")) : nil),
      hasAnalysis: true)
  }
}
