internal import Foundation

/// Takes talk of a screen out of an agent's words, since there is none.
///
/// Hosted agents speak of buttons and panels. What they ask the user to do there is done through
/// the API; sentences that only speak of the screen are dropped; everything else is kept.
public struct ScreenTalk: Hashable, Sendable {
  /// What is left for the user to read.
  public let text: String
  /// What is to be done in the user's place, each once, in order.
  public let actions: [Action]

  /// Something that a screen would do.
  public enum Action: Hashable, Sendable {
    /// Order and fetch the film.
    case export
    /// Tell the timeline.
    case showState
    /// Tell the credits.
    case showCredits
    /// Send these words, which tell the user to drag something, back as a message.
    case edit(String)
  }

  /// Reads an agent's words, English or Chinese.
  public init(_ words: String) {
    let screen = ScreenWords()
    var actions: [Action] = []
    var lines: [String] = []
    for line in words.split(separator: "\n", omittingEmptySubsequences: false) {
      var kept = ""
      for sentence in Self.sentences(of: line) {
        guard let found = screen.talk(in: sentence) else {
          kept += sentence
          continue
        }
        if let action = found.action, !actions.contains(action) { actions.append(action) }
        kept += found.rest
      }
      let trimmed = kept.trimmingCharacters(in: .whitespaces)
      if line.isEmpty || !trimmed.isEmpty { lines.append(trimmed) }
    }
    text = lines.joined(separator: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
    self.actions = actions
  }

  /// Sentences with their ends and the space after them; joined they give the line again.
  private static func sentences(of line: Substring) -> [String] {
    var sentences: [String] = []
    var current = ""
    var characters = line.makeIterator()
    var next = characters.next()
    while let character = next {
      next = characters.next()
      current.append(character)
      let isEnd =
        "。！？；".contains(character)
        || ("!?;.".contains(character) && (next == nil || next == " "))
      if isEnd {
        while next == " " {
          current.append(" ")
          next = characters.next()
        }
        sentences.append(current)
        current = ""
      }
    }
    if !current.isEmpty { sentences.append(current) }
    return sentences
  }
}
