internal import Foundation
internal import RegexBuilder
internal import Timeline
public import Wire

/// Gathers what an agent says in one turn.
public struct Answer: Hashable, Sendable {
  /// The turn, once an event has named it.
  public private(set) var invocation: String?
  /// The id of the last event, to resume after it.
  public private(set) var lastID: String?
  /// Why the turn ended, where it failed.
  public private(set) var failure: ServiceError?
  private var texts: [String] = []
  private var fragments = ""

  /// Nothing has been said yet.
  public init() {}

  /// Takes an event in.
  /// - Returns: how far a long work is, 0 to 1, where the event tells it.
  public mutating func take(_ event: Event, id: String?) -> Double? {
    if !event.invocationID.isEmpty { invocation = event.invocationID }
    if let id { lastID = id }
    if let failure = event.failure { self.failure = failure }
    guard let content = event.content, event.author != "user" || content.role != "user" else {
      return progress(of: event)
    }
    let text = content.text
    if event.isPartial {
      fragments += text
    } else if !text.isEmpty {
      // The whole of what came in fragments, or something of its own: both stand for themselves.
      fragments = ""
      if texts.last != text { texts.append(text) }
    }
    return progress(of: event)
  }

  /// All that was said. Hosted agents end some good answers with a sentence about a temporary
  /// issue, which is left out where anything else was said.
  public var text: String {
    var all = texts
    if !fragments.isEmpty { all.append(fragments) }
    let joined = all.joined(separator: "\n\n")
    guard let match = joined.firstMatch(of: Self.temporaryIssue),
      match.range.lowerBound > joined.startIndex
    else { return joined }
    return String(joined[..<match.range.lowerBound].reversed().drop { $0.isWhitespace }.reversed())
  }

  /// The sentence at the end of an answer. One that says what the issue was with says something.
  private static var temporaryIssue: Regex<Substring> {
    let request =
      /(?: (?:while )?(?:processing|handling|completing|with) (?:your|this|the) request)?/
    let plea =
      /(?:[.,;]? *(?:and )?(?:[Pp]lease )?[Tt]ry again(?: later| soon| in a (?:moment|minute))?)?/
    return Regex {
      "I encountered a temporary issue"
      request
      plea
      /[.!… ]*$/
    }
  }

  private func progress(of event: Event) -> Double? {
    for case .functionResponse(let response) in event.content?.parts ?? [] {
      switch response.response["progress"] {
      case .number(let share)?: return min(max(share, 0), 1)
      case .integer(let share)?: return min(max(Double(share), 0), 1)
      default: continue
      }
    }
    return nil
  }
}
