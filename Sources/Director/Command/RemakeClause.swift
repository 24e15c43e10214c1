/// Reads a clause that asks for a new film of some media: "start over with b", 用b做一个视频.
enum RemakeClause {
  /// What a clause of these terms asks for; nil where a word has no place in it.
  static func command(of terms: [Term]) -> Command? {
    guard let media = media(named: terms[...]) else { return nil }
    guard case .add(let references, nil, .use) = MediaClause.command(of: [.use] + media) else {
      return nil
    }
    return .remake(references)
  }

  /// The terms that name media, without those that ask for a film of them.
  private static func media(named terms: ArraySlice<Term>) -> [Term]? {
    var rest = terms
    if rest.first == .startOver {
      rest = rest.dropFirst()
      if rest.first?.isFilm ?? false { rest = rest.dropFirst() }
    } else if rest.first == .make {
      rest = rest.dropFirst().drop { $0 == .new }
      guard let film = rest.first, film.isFilm else { return nil }
      rest = rest.dropFirst()
    } else if rest.first == .use {
      if rest.last?.isFilm ?? false {
        rest = rest.dropLast()
        if rest.last == .new { rest = rest.dropLast() }
        guard let last = rest.last, [.make, .as, .redo, .startOver].contains(last) else {
          return nil
        }
      }
      guard let last = rest.last, [.make, .as, .redo, .startOver].contains(last) else { return nil }
      if last == .as, rest.endIndex == terms.endIndex { return nil }
      rest = rest.dropLast()
      while rest.last == .startOver || rest.last == .redo { rest = rest.dropLast() }
    } else {
      return nil
    }
    rest = rest.drop { [.with, .use, .joint, .only, .at].contains($0) }
    guard let last = rest.last else { return nil }
    if [.make, .as].contains(last) { rest = rest.dropLast() }
    return rest.isEmpty ? nil : Array(rest)
  }
}

extension Term {
  /// Whether it can mean what is made: "film", "clip", 视频.
  var isFilm: Bool { [.film, .kind(.video), .kind(.visual)].contains(self) }
}

/// A command that is only a part of its clause: "start over with b slow push in".
struct PartialCommand {
  /// The command.
  let command: Command
  /// Its words, by their index in the clause.
  let range: Range<Int>

  /// What some words of a clause ask for, where not all are of the session; nil for nothing.
  init?(_ lexemes: ArraySlice<Lexeme>) {
    let terms = Array(lexemes.prefix(60).map(\.term))
    guard let first = terms.firstIndex(where: { $0 != .filler }) else { return nil }
    let found: (Command, Range<Int>)?
    switch terms[first] {
    case .startOver: found = Self.restart(terms, first)
    case .use: found = Self.using(terms, first)
    default: found = Self.film(terms)
    }
    guard let found else { return nil }
    command = found.0
    range = found.1.lowerBound + lexemes.startIndex..<found.1.upperBound + lexemes.startIndex
  }

  private static func restart(_ terms: [Term?], _ first: Int) -> (Command, Range<Int>)? {
    let known = terms[first...].prefix { $0 != nil }.count
    for count in stride(from: known, through: 2, by: -1) {
      let said = terms[first..<first + count].compactMap { $0 }.filter { $0 != .filler }
      if let command = RemakeClause.command(of: said) { return (command, first..<first + count) }
    }
    return (.startOver, first..<first + 1)
  }

  /// 用b做一个3秒的视频.
  private static func using(_ terms: [Term?], _ first: Int) -> (Command, Range<Int>)? {
    guard let make = terms.firstIndex(where: { [.make, .as, .startOver].contains($0) }),
      terms[make...].contains(where: { $0?.isFilm ?? false })
    else { return nil }
    return remake(terms, first + 1..<make).map { ($0, first..<make) }
  }

  /// "Make a 5-second film of b".
  private static func film(_ terms: [Term?]) -> (Command, Range<Int>)? {
    guard let make = terms.firstIndex(of: .make),
      let film = terms[make...].lastIndex(where: { $0 == .film || $0 == .kind(.visual) }),
      film + 2 < terms.count, [.filler, .with, .use].contains(terms[film + 1])
    else { return nil }
    return remake(terms, film + 2..<terms.count).map { ($0, film + 1..<terms.count) }
  }

  private static func remake(_ terms: [Term?], _ range: Range<Int>) -> Command? {
    let named = terms[range].compactMap { $0 }
    guard named.count == range.count, !range.isEmpty else { return nil }
    let said = named.filter { $0 != .filler }
    return RemakeClause.command(of: [.startOver, .use] + said)
  }
}
