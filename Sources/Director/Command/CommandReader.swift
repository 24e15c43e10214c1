import Language
import MediaTime

/// Finds a message's commands: clauses that are wholly about the session.
///
/// A clause is a command only where every word of it is part of one; everything else is left for
/// `Reading`, so that "add the title “Undo”" stays a title.
struct CommandReader {
  /// What was found, in order.
  private(set) var commands: [Command] = []
  /// Media that are named in the rest, in order.
  private(set) var mentions: [Mention] = []
  private let wording: Wording
  private var taken: [Range<Int>] = []
  /// Those of them that bring in music about which more is said.
  private var laid: Set<Int> = []

  /// Longer clauses are never commands.
  private static let longest = 24
  /// "The first, the second and the third" is one command over so many clauses.
  private static let mostPieces = 5

  /// - Parameter isStanding: whether a reference means what is in the film already, so that it
  ///   can't be brought in.
  /// - Parameter reads: whether commands are looked for; else all of the message is rest.
  init(
    _ message: String, names: [String], sounds: Set<Int> = [], reads: Bool = true,
    isStanding: @escaping (Reference) -> Bool = { _ in false }
  ) {
    wording = Wording(message)
    guard reads else { return }
    let lexer = Lexer(names: names)
    takePrices()
    let lexemes = lexer.lexemes(of: wording).filter { lexeme in
      !taken.contains { $0.contains(lexeme.place.lowerBound) }
    }
    let pieces = lexemes.split { $0.term == .joint }
    var index = 0
    var followsText = false
    while index < pieces.count {
      if spells(pieces, index, lexemes) { break }
      let rest = pieces[index...]
      let found = Self.command(pieces, at: index, lexemes, followsText: followsText) { count in
        hasShare(rest, count)
      }
      guard let found,
        !Self.isStanding(
          found.command, swaps: pieces[index].contains { $0.term == .subject(.order) }, isStanding)
      else {
        if let music = MusicClause(pieces[index], in: wording, sounds: sounds) {
          commands.append(music.command)
          laid.insert(taken.count)
          taken.append(music.place)
          followsText = true
          index += 1
          continue
        }
        if isOutOfReach(pieces[index]) {
          commands.append(.outOfReach)
          take(pieces[index])
          index += 1
          continue
        }
        if let count = takeQuestion(pieces, at: index, lexemes) {
          index += count
          continue
        }
        if let part = PartialCommand(pieces[index]) {
          commands.append(part.command)
          let (first, last) = (lexemes[part.range.lowerBound], lexemes[part.range.upperBound - 1])
          taken.append(first.place.lowerBound..<last.place.upperBound)
        }
        followsText = followsText || pieces[index].contains { $0.term != .filler }
        index += 1
        continue
      }
      commands.append(found.command)
      let last = pieces[index + found.count - 1]
      if let start = pieces[index].first?.place.lowerBound, let end = last.last?.place.upperBound {
        if case .add(_, _, .music) = found.command, hasShare(rest.dropFirst(found.count), 1) {
          laid.insert(taken.count)
        }
        taken.append(start..<end)
      }
      index += found.count
      followsText = false
    }
    mentions = self.mentions(lexer)
  }

  /// The message without its commands, with other words in the place of media's names.
  /// - Parameter naming: what stands for a mention, by its index; nil leaves it as it is.
  func rest(naming: (Int) -> String? = { _ in nil }) -> (text: String, mentions: [Range<Int>]) {
    let changes = mentions.indices.compactMap { index in
      naming(index).map { (mentions[index].place, $0) }
    }
    let changed = wording.text(
      replacing: taken.indices.map {
        (taken[$0], laid.contains($0) ? "the background music" : ", ")
      }
        + changes, finding: mentions.map(\.place))
    return (changed.text, changed.found)
  }

  /// Whether a figure in per cent stands in those pieces or right behind them: a level, which is
  /// the film's.
  private func hasShare(_ pieces: ArraySlice<ArraySlice<Lexeme>>, _ count: Int) -> Bool {
    let range = pieces.prefix(count)
    guard let start = range.first?.first?.place.lowerBound,
      let end = range.last?.last?.place.upperBound
    else { return false }
    return wording.scalars[start..<min(end + 2, wording.scalars.count)].contains { scalar in
      scalar == "%" || scalar == "％"
    }
  }

  // MARK: Questions

  /// Takes sentences that ask for a price, whole.
  private mutating func takePrices() {
    let words = wording.words
    var start = 0
    for index in words.indices where ends(index) || index == words.count - 1 {
      let sentence = words[start...index]
      let isMarked = isQuestionMark(words[index])
      if Question.asksForPrice(sentence, isMarked: isMarked), let first = sentence.first {
        commands.append(.costs(Question.priced(sentence, in: wording)))
        taken.append(first.place.lowerBound..<words[index].place.upperBound)
      }
      start = index + 1
    }
  }

  /// Whether a sentence ends with a word.
  private func ends(_ index: Int) -> Bool {
    let word = wording.words[index]
    guard word.kind == .mark else { return false }
    switch wording.scalars[word.place.lowerBound] {
    case "。", "!", "?", "！", "？", ";", "；", "\n", "\r": return true
    case ".":
      return word.place.upperBound == wording.scalars.count
        || wording.scalars[word.place.upperBound].properties.isWhitespace
    default: return false
    }
  }

  private func isQuestionMark(_ word: Word) -> Bool {
    word.kind == .mark && ["?", "？"].contains(wording.scalars[word.place.lowerBound])
  }

  /// Takes a question up to the next mark; the number of pieces that it takes, nil where there
  /// is none.
  private mutating func takeQuestion(
    _ pieces: [ArraySlice<Lexeme>], at index: Int, _ lexemes: [Lexeme]
  ) -> Int? {
    let first = pieces[index].startIndex
    guard first == 0 || !isWord(lexemes[first - 1].place) else { return nil }
    var last = index
    while last + 1 < pieces.count, isWord(lexemes[pieces[last].endIndex].place) { last += 1 }
    guard let start = pieces[index].first?.place.lowerBound,
      let end = pieces[last].last?.place.upperBound
    else { return nil }
    let words = wording.words(in: start..<end)
    let isMarked =
      words.endIndex < wording.words.count && isQuestionMark(wording.words[words.endIndex])
    guard let question = Question(words, in: wording, isMarked: isMarked) else { return nil }
    commands.append(question.command)
    taken.append(start..<end)
    return last - index + 1
  }

  /// Whether what joins two pieces is a word and not a mark.
  private func isWord(_ place: Range<Int>) -> Bool {
    wording.scalars[place.lowerBound].properties.isAlphabetic
  }

  /// Whether it would bring in what is there.
  private static func isStanding(
    _ command: Command, swaps: Bool, _ isStanding: (Reference) -> Bool
  ) -> Bool {
    if case .replaceClip(_, let new) = command, swaps { return isStanding(new) }
    guard case .add(let references, _, let manner) = command, manner != .music else {
      return false
    }
    if references.allSatisfy(\.isPronoun) {
      return manner == .put && references.allSatisfy(isStanding)
    }
    // What is called by its name can be added once more.
    return references.allSatisfy { isStanding($0) && (manner != .add || $0.medium == nil) }
  }

  /// Whether a piece is words to be shown: 字幕：大家好.
  private func spells(
    _ pieces: [ArraySlice<Lexeme>], _ index: Int, _ lexemes: [Lexeme]
  ) -> Bool {
    guard index > 0, pieces[index - 1].contains(where: { $0.term == .subject(.title) }) else {
      return false
    }
    let mark = wording.scalars[lexemes[pieces[index - 1].endIndex].place.lowerBound]
    return mark == ":" || mark == "："
  }

  /// Whether a piece asks for what no editor of films does.
  private func isOutOfReach(_ piece: ArraySlice<Lexeme>) -> Bool {
    guard let start = piece.first?.place.lowerBound, let end = piece.last?.place.upperBound
    else { return false }
    return Errand.isNamed(in: wording.words(in: start..<end))
  }

  private mutating func take(_ piece: ArraySlice<Lexeme>) {
    guard let start = piece.first?.place.lowerBound, let end = piece.last?.place.upperBound
    else { return }
    taken.append(start..<end)
  }

  // MARK: Names

  private static let mostMentions = 12

  private func mentions(_ lexer: Lexer) -> [Mention] {
    let words = wording.words
    var mentions: [Mention] = []
    var index = 0
    while index < words.count, mentions.count < Self.mostMentions {
      let place = words[index].place
      guard let name = lexer.name(words, at: index),
        !taken.contains(where: { $0.contains(place.lowerBound) })
      else {
        index += 1
        continue
      }
      let (first, end) = Self.extent(words, index, index + name.count)
      let start = words[first].place.lowerBound
      let isFree = mentions.last.map { $0.place.upperBound <= start } ?? true
      let isWhole = words[index..<index + name.count].contains { $0.kind == .mark }
      let isFiller = Vocabulary.shared.match(words, at: index)?.term == .filler
      if isFree, isWhole || !isFiller || lexer.isCalled(words, index, name.count) {
        mentions.append(
          Mention(
            medium: name.index, place: start..<words[end - 1].place.upperBound,
            becomesFilm: Self.leadsToFilm(words, end),
            hasExtension: isWhole, isFiller: isFiller))
      }
      index += name.count
    }
    return mentions
  }

  /// Whether what follows makes a film of a medium: "into a 3-second clip", 做成3秒的视频.
  private static func leadsToFilm(_ words: [Word], _ start: Int) -> Bool {
    let clause = words[start...].prefix { $0.kind != .mark }.prefix(16)
    guard let first = clause.first?.key else { return false }
    let second = clause.dropFirst().first?.key ?? ""
    guard first == "into" || ["做成", "变成", "剪成", "制成", "变为"].contains(first + second) else {
      return false
    }
    return clause.indices.contains { index in
      [.film, .kind(.visual), .kind(.video)].contains(
        Vocabulary.shared.match(words, at: index)?.term)
    }
  }

  /// A name with its article and the word for what it is: "the beach picture".
  private static func extent(_ words: [Word], _ first: Int, _ end: Int) -> (Int, Int) {
    var (first, end) = (first, end)
    if first > 0, let key = words[first - 1].key, ["the", "my"].contains(key) { first -= 1 }
    if let next = end < words.count ? Vocabulary.shared.match(words, at: end) : nil,
      case .kind = next.term
    {
      end += next.count
    }
    return (first, end)
  }

  private static func command(
    _ pieces: [ArraySlice<Lexeme>], at index: Int, _ lexemes: [Lexeme], followsText: Bool,
    hasShare: (Int) -> Bool
  ) -> (command: Command, count: Int)? {
    for count in stride(from: min(mostPieces, pieces.count - index), through: 1, by: -1) {
      let range = pieces[index].startIndex..<pieces[index + count - 1].endIndex
      guard range.count <= longest else { continue }
      let clause = CommandClause(lexemes[range].map(\.term))
      guard let command = clause.command, !hasShare(count) else { continue }
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

/// A medium that an edit sentence calls by its name.
struct Mention {
  /// The medium, by its index in the session.
  var medium: Int
  /// Where it stands in the message, in scalars.
  var place: Range<Int>
  /// Whether the words make a film of it: "animate b into a 3-second clip".
  var becomesFilm: Bool
  /// Whether it is called with its extension: then it is no other word.
  var hasExtension: Bool
  /// Whether the name is a word that says nothing, such as "a".
  var isFiller: Bool
}

/// A term with the place of its words, in scalars; nil is a word that says nothing to the session.
struct Lexeme {
  var term: Term?
  var place: Range<Int>
}
