/// How letters are set, said with words that mean something else of a picture: a box, a
/// background, "vertical"; and the fonts that they are set in.
extension Phrases {
  /// `font "Georgia"`, “楷体”字体, "the font Lobster"; the font that is to be bigger stands for the
  /// words where those go unnamed.
  func font(_ index: Int) -> Match? {
    if let quoted = quotedFont(index) { return quoted }
    guard term(index) == .noun(.font) else { return nil }
    let next = skipping(
      index + 1,
      also: [.colon, .preposition(.to), .preposition(.with), .verb(.make), .verb(.say)])
    if case .quote(let name) = term(next) { return (.fontName(name), next - index + 1) }
    if case .fontName = term(next) { return (term(next), next - index + 1) }
    var end = next
    while end - next < 3, startsWithCapital(end), end == next || term(end) == .unknown { end += 1 }
    if end > next, term(next) == .unknown, !isChinese(next) {
      let name = tokenizer.text(lexemes[next].span.joined(lexemes[end - 1].span))
      return (.fontName(name), end - index)
    }
    let namesWords = lexemes.contains { $0.term.isText }
    guard !namesWords, isSize(term(next)) || isSize(term(index - 1)) else { return nil }
    return (.noun(.text), 1)
  }

  /// “Noto Serif”字体, where the quotation is no text to be shown.
  private func quotedFont(_ index: Int) -> Match? {
    guard case .quote(let name) = term(index), !term(index - 1).isText,
      term(index - 1) != .verb(.say), term(index - 1) != .verb(.write)
    else { return nil }
    let noun = skipping(index + 1)
    guard term(noun) == .noun(.font) else { return nil }
    switch term(skipping(noun + 1)) {
    case .quote, .fontName: return nil
    default: return (.fontName(name), noun - index + 1)
    }
  }

  private func isSize(_ term: Term) -> Bool {
    switch term {
    case .textSize, .change(.larger), .change(.smaller): true
    default: false
    }
  }

  func lettering(_ index: Int) -> Match? {
    if let columns = columns(index) { return columns }
    if word(index) == "behind", clause(around: index).contains(where: isPlate) {
      return (.filler, 1)
    }
    if ["light", "regular"].contains(word(index)), term(index) == .unknown,
      clause(around: index).contains(where: { term($0).isSpokenText })
    {
      return (.lettering(.bold, false), 1)
    }
    if case .color = term(index), isPlate(index + 1) { return (.unknown, 1) }
    return isPlate(index) && term(index) != .lettering(.plate, true)
      ? (.lettering(.plate, true), 1) : nil
  }

  /// "A box behind the title", 标题加背景: what words stand on.
  private func isPlate(_ index: Int) -> Bool {
    if term(index) == .lettering(.plate, true) { return true }
    let isBox = ["box", "boxes", "panel", "panels", "backdrop"].contains(word(index))
    guard isBox || term(index) == .noun(.background) || ["框", "底"].contains(text(index)) else {
      return false
    }
    if term(index) == .noun(.background), !clause(around: index).contains(where: isGiven) {
      return false
    }
    return clause(around: index).contains { term($0).isSpokenText }
      || (scene.spoken?.isText ?? false) && points(index)
  }

  /// Whether something is put there, or taken away: 背景换成海边 is about the film.
  private func isGiven(_ index: Int) -> Bool {
    switch term(index) {
    case .preposition(.with), .verb(.remove), .not: true
    default: ["give", "behind"].contains(word(index))
    }
  }

  /// "Put it in a box": whether something is pointed at before the word.
  private func points(_ index: Int) -> Bool {
    clause(around: index).contains { ["it", "them", "它"].contains(text($0).lowercased()) }
  }

  /// "Set the title vertically", 标题改成竖的: columns of words, where the film's shape isn't meant.
  private func columns(_ index: Int) -> Match? {
    let isVertical: Bool
    switch term(index) {
    case .aspect(.portrait): isVertical = true
    case .aspect(.landscape): isVertical = false
    default: return nil
    }
    let said = text(index).lowercased()
    guard Self.columnWords.contains(said) else { return nil }
    let places = clause(around: index)
    let isOfFilm = places.contains { place in
      switch term(place) {
      case .noun(.film), .noun(.clip), .noun(.clips), .noun(.aspect), .quote: true
      default: false
      }
    }
    let isOfWords =
      places.contains { term($0).isSpokenText } || (scene.spoken?.isText ?? false) && points(index)
    return isOfWords && !isOfFilm ? (.lettering(.vertical, isVertical), 1) : nil
  }

  private static let columnWords: Set = [
    "vertical", "vertically", "horizontal", "horizontally", "竖向", "竖着的", "竖的", "竖过来", "横向",
    "横的", "横着的", "横过来",
  ]

  /// The places of a clause, from comma to comma.
  private func clause(around index: Int) -> Range<Int> {
    var (start, end) = (index, index + 1)
    while start > 0, index - start < 12, !isEdge(start - 1) { start -= 1 }
    while end < lexemes.count, end - index < 12, !isEdge(end) { end += 1 }
    return start..<end
  }

  private func isEdge(_ index: Int) -> Bool {
    switch term(index) {
    case .comma, .stop, .then: true
    default: false
    }
  }
}

extension Sentence {
  /// What a word of how letters are set does in its clause.
  func lettering(_ index: Int, _ clause: Clause) -> Role {
    guard let own = ownLettering(index), !clause.hasRemoval || clause.setsLetters else {
      return .silent
    }
    let isFree = !clause.hasTitle && !clause.hasQuote && !clause.followsTitle
    return isFree ? .head(.title(nil)) : .atom(own)
  }

  /// How letters are to be set by the word there, or by a "not" and the word that follows it.
  func ownLettering(_ index: Int) -> Term? {
    if case .lettering(let kind, let isOn) = lexemes[index].term {
      return .lettering(kind, isOn && !clause(of: index).hasRemoval)
    }
    for next in index + 1..<index + 4 {
      if case .lettering(let kind, let isOn) = term(next) { return .lettering(kind, !isOn) }
    }
    return nil
  }

  /// Whether a lexeme says how letters are to be set, and not which are meant: "the bold title".
  static func setsLetters(_ lexemes: [Lexeme], _ index: Int) -> Bool {
    guard case .lettering = lexemes[index].term else { return false }
    let rest = lexemes[(index + 1)...].drop { $0.said == "的" }
    return !(rest.first?.term.isText ?? false)
  }
}

extension Term {
  /// Whether it stands for words on screen.
  fileprivate var isSpokenText: Bool {
    if case .target(let target) = self { return target.isText }
    return isText
  }
}
