import Language
import MediaTime

/// Finds a message's commands: clauses that are wholly about the session.
///
/// A clause is a command only where every word of it is part of one; everything else is left for
/// `Reading`, so that "add the title “Undo”" stays a title.
struct CommandReader {
  /// What was found, in order.
  private(set) var commands: [Command] = []
  /// The message without its commands.
  private(set) var rest: String

  /// Longer clauses are never commands.
  private static let longest = 24
  /// "The first, the second and the third" is one command over so many clauses.
  private static let mostPieces = 5

  init(_ message: String, names: [String]) {
    let wording = Wording(message)
    let lexemes = Lexer(names: names).lexemes(of: wording)
    let pieces = lexemes.split { $0.term == .joint }
    var taken: [Range<Int>] = []
    var index = 0
    var followsText = false
    while index < pieces.count {
      guard let found = Self.command(pieces, at: index, lexemes, followsText: followsText) else {
        followsText = followsText || pieces[index].contains { $0.term != .filler }
        index += 1
        continue
      }
      commands.append(found.command)
      let last = pieces[index + found.count - 1]
      if let start = pieces[index].first?.place.lowerBound, let end = last.last?.place.upperBound {
        taken.append(start..<end)
      }
      index += found.count
      followsText = false
    }
    rest = wording.text(without: taken)
  }

  private static func command(
    _ pieces: [ArraySlice<Lexeme>], at index: Int, _ lexemes: [Lexeme], followsText: Bool
  ) -> (command: Command, count: Int)? {
    for count in stride(from: min(mostPieces, pieces.count - index), through: 1, by: -1) {
      let range = pieces[index].startIndex..<pieces[index + count - 1].endIndex
      guard range.count <= longest else { continue }
      let clause = CommandClause(lexemes[range].map(\.term))
      guard let command = clause.command else { continue }
      if followsText, case .add(let references, _, _) = command,
        references.allSatisfy(\.isPronoun)
      {
        return nil
      }
      return (command, count)
    }
    return nil
  }
}

/// A term with the place of its words, in scalars; nil is a word that says nothing to the session.
struct Lexeme {
  var term: Term?
  var place: Range<Int>
}
