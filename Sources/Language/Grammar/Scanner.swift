/// Turns tokens into lexemes: the longest phrase of the lexicon, or a number, at each place.
struct Scanner {
  let tokenizer: Tokenizer
  private(set) var lexemes: [Lexeme] = []
  private(set) var tokens: [Token]
  private(set) var index = 0
  /// The tokens as they were typed, before slips were mended.
  let spoken: [Token]
  let scene: Scene
  /// Where sounds of the film other than its music are spoken of.
  private(set) var sounds: [(span: Span, targets: [Target])] = []

  init(_ text: String, in scene: Scene = .empty) {
    tokenizer = Tokenizer(text)
    tokens = tokenizer.tokens
    spoken = tokens.map { token in
      guard case .word(let word) = token.kind, word.hasSuffix("'s") else { return token }
      var token = token
      token.kind = .word(String(word.dropLast(2)))
      return token
    }
    self.scene = scene
    let lexicon = Lexicon.shared
    for index in tokens.indices {
      if case .word(let word) = tokens[index].kind {
        tokens[index].kind = .word(lexicon.canonical(word))
      }
    }
    lexemes.reserveCapacity(tokens.count)
    while index < tokens.count { step(lexicon) }
  }

  private mutating func step(_ lexicon: Lexicon) {
    let token = tokens[index]
    if let sound = namedSound() { return emit(sound) }
    switch token.kind {
    case .quote(let text): emit(.quote(text), 1)
    case .color(let color): emit(.color(color), 1)
    case .colons(let colons): emit(.colons(colons), 1)
    case .flag(let name): emit(Flag(rawValue: name).map(Term.flag) ?? .unknown, 1)
    case .symbol: emit(.unknown, 1)
    case .mark(".") where shortens: emit(.filler, 1)
    default:
      let phrase = lexicon.match(tokens, at: index)
      let number = Numerals.read(tokens, at: index)
      let isOrdinal = lexemes.last?.term == .ordinalMark
      if let name = scene.match(spoken, at: index), name.count >= phrase?.count ?? 0,
        isName(name, beside: phrase?.term)
      {
        emit(.target(name.target), name.count)
        lexemes[lexemes.count - 1].isName = true
      } else if let number, isOrdinal || number.count > phrase?.count ?? 0 {
        emit(.number(number.value), number.count)
      } else if let phrase {
        let target = phrase.term.feature.flatMap { scene.sounds[$0] }
        // What holds of music holds of any sound.
        emit(target == nil ? phrase.term : .noun(.music), phrase.count)
        if let target, let span = lexemes.last?.span { sounds.append((span, [target])) }
      } else if case .mark = token.kind {
        emit(.filler, 1)
      } else if let target = scene.slip(spoken[index]) {
        emit(.target(target), 1)
      } else {
        emit(.unknown, 1)
      }
    }
  }

  /// Whether a name of the scene is meant, where the lexicon may know its words too: then a word
  /// for clips or texts must stand beside it.
  private func isName(
    _ name: (target: Target, count: Int, isPart: Bool), beside known: Term?
  ) -> Bool {
    guard name.isPart || known != nil, known != .unknown else { return true }
    if case .unit? = known, name.count == 2 { return true }
    if name.target.isText, !name.isPart,
      name.count >= 3 || (name.count > 1 && lexemes.last?.term == .verb(.say))
    {
      return true
    }
    // What may move in a picture is also what pictures are called by.
    if !name.isPart, case .treatment(.region, _)? = known { return !moves(after: name.count) }
    var next = index + name.count
    var isCounted = false
    for _ in 0..<3 {
      guard next < tokens.count, let match = Lexicon.shared.match(tokens, at: next) else {
        return isCounted
      }
      switch match.term {
      case .noun(.clip), .noun(.clips):
        if !name.target.isText { return true }
        isCounted = true
        next += match.count
      case .noun(.title), .noun(.text): return name.target.isText
      case .filler, .article: next += match.count
      default: return isCounted
      }
    }
    return isCounted
  }

  /// Whether one of the next words says that something moves.
  private func moves(after count: Int) -> Bool {
    var next = index + count
    for _ in 0..<4 {
      guard next < tokens.count, let match = Lexicon.shared.match(tokens, at: next) else {
        return false
      }
      if [.verb(.move), .animate, .noun(.motion)].contains(match.term) { return true }
      next += match.count
    }
    return false
  }

  /// Whether the point here only shortens the word before it: "Mr.", "St.".
  private var shortens: Bool {
    guard index > 0, index + 1 < tokens.count, !tokens[index].isSpaced,
      case .word(let word) = spoken[index - 1].kind, case .word = spoken[index + 1].kind
    else { return false }
    return Self.titles.contains(word)
  }

  private static let titles: Set = [
    "mr", "mrs", "ms", "dr", "st", "vs", "prof", "jr", "sr", "mt", "ft", "feat", "no", "vol", "ep",
  ]

  private static let placing: Set = [
    "put", "place", "insert", "放", "stick", "throw", "slot", "shove", "plop", "park",
  ]

  /// Emits a sound by its name; one that is listed behind another is meant together with it.
  private mutating func emit(_ sound: (targets: [Target], count: Int)) {
    let isListed = isListed
    emit(isListed ? .filler : .noun(.music), sound.count)
    guard let span = lexemes.last?.span else { return }
    if isListed {
      sounds[sounds.count - 1].targets += sound.targets
      sounds[sounds.count - 1].span = sounds[sounds.count - 1].span.joined(span)
    } else {
      sounds.append((span, sound.targets))
    }
  }

  private mutating func emit(_ term: Term, _ count: Int) {
    let span = tokens[index].span.joined(tokens[index + count - 1].span)
    var isChinese = false
    if case .han = tokens[index].kind { isChinese = true }
    var lexeme = Lexeme(term, span, isChinese: isChinese)
    lexeme.said = tokenizer.text(span)
    if !isChinese { lexeme.word = lexeme.said.lowercased() }
    if count == 1, term == .preposition(.with) {
      lexeme.isPlacing = Self.placing.contains(tokens[index].key ?? "")
    }
    lexeme.isInto = term == .preposition(.to) && tokens[index].key == "into"
    if term == .verb(.keep) || term == .filler {
      lexeme.isOnly = (index..<index + count).contains { place in
        ["only", "just", "nothing"].contains(tokens[place].key ?? "")
      }
    }
    lexemes.append(lexeme)
    index += count
  }
}
