import MediaTime
import Timeline

/// Joins lexemes into phrases: numbers with their units, times with their prepositions,
/// clips by their places.
///
/// Each pass walks the lexemes once and looks a few places ahead, so that reading is linear.
struct Phrases {
  var lexemes: [Lexeme]
  let tokenizer: Tokenizer
  let scene: Scene

  init(_ scanner: Scanner) {
    lexemes = scanner.lexemes
    tokenizer = scanner.tokenizer
    scene = scanner.scene
    readCameraObject()
    rewrite(Phrases.rewording)
    rewrite(Phrases.knownText)
    rewrite(Phrases.renaming)
    rewrite(Phrases.spokenText)
    rewrite(Phrases.respelled)
    rewrite(Phrases.handle)
    rewrite(Phrases.flag)
    rewrite(Phrases.lettering)
    rewrite(Phrases.value)
    rewrite(Phrases.chineseTurn)
    readConditions()
    rewrite(Phrases.font)
    rewrite(Phrases.labelledValue)
    rewrite(Phrases.textReference)
    rewrite(Phrases.chineseClips)
    rewrite(Phrases.separated)
    exchangePassages()
    rewrite(Phrases.intensity)
    rewrite(Phrases.several)
    rewrite(Phrases.anchored)
    readOrder()
    rewrite(Phrases.reference)
    rewrite(Phrases.praised)
    rewrite(Phrases.englishCondition)
    resolvePronouns()
    rewrite(Phrases.window)
    rewrite(Phrases.role)
    rewrite(Phrases.shiftedPlace)
    rewrite(Phrases.silenced)
    rewrite(Phrases.place)
  }

  /// What a rule makes of the lexemes at a place: what they mean, and how many they are.
  typealias Match = (term: Term, count: Int)

  private mutating func rewrite(_ rule: (Phrases) -> (Int) -> Match?) {
    let match = rule(self)
    var result: [Lexeme] = []
    result.reserveCapacity(lexemes.count)
    var index = 0
    while index < lexemes.count {
      if let (term, count) = match(index) {
        let span = lexemes[index].span.joined(lexemes[index + count - 1].span)
        let isChinese = lexemes[index..<index + count].contains { $0.isChinese }
        var lexeme = Lexeme(term, span, isChinese: isChinese)
        if count == 1 { lexeme.word = lexemes[index].word }
        lexeme.said = count == 1 ? text(index) : tokenizer.text(span)
        lexeme.isName = lexemes[index].isName && lexemes[index].term == term
        result.append(lexeme)
        index += count
      } else {
        result.append(lexemes[index])
        index += 1
      }
    }
    lexemes = result
  }

  /// The term at `index`, or `.stop` outside.
  func term(_ index: Int) -> Term {
    lexemes.indices.contains(index) ? lexemes[index].term : .stop
  }

  func isChinese(_ index: Int) -> Bool {
    lexemes.indices.contains(index) && lexemes[index].isChinese
  }

  /// The first place from `index` on that isn't an article or a filler; at most three on.
  func skipping(_ index: Int, also others: Set<Term> = []) -> Int {
    var index = index
    for _ in 0..<3 {
      let next = term(index)
      guard next == .article || next == .filler || others.contains(next) else { break }
      index += 1
    }
    return index
  }

  /// The lexemes around a place that may belong to the same wish.
  func near(_ index: Int) -> ArraySlice<Lexeme> {
    lexemes[max(0, index - 12)..<min(index + 12, lexemes.count)]
  }

  // MARK: Words to be shown, without quotation marks

  /// `title: Hello World`, `a caption saying Hello`: up to the next comma, stop or modifier.
  private func spokenText(_ index: Int) -> Match? {
    if namesWords(index) { return (.noun(.text), 1) }
    guard index > 0 else { return term(index) == .verb(.write) ? words(from: index) : nil }
    switch term(index) {
    case .verb(.write):
      let isMarked = (index + 2..<index + 4).contains { term($0) == .colon && isChinese(index) }
      return isMarked ? nil : words(from: index)
    case .colon:
      let isNamed =
        namesText(before: index) || putsWords(before: index)
        || ["字", "话", "句", "行"].contains(where: text(index - 1).hasSuffix)
      guard isNamed, !dresses(index + 1), let match = words(from: index) else { return nil }
      if changesText(before: index - 1), case .quote(let text) = match.term {
        return (.renamed(text), match.count)
      }
      return match
    case .verb(.say):
      if case .target(.text) = term(index + 1) { return nil }
      if startsTime(index) { return nil }
      var isOne = false
      for back in stride(from: index - 1, through: max(0, index - 8), by: -1) {
        if term(back).isText { return words(from: index) }
        isOne = isOne || term(back) == .number(1)
        if term(back) == .comma && !isOne || term(back) == .stop { return nil }
      }
      return nil
    default: return bareWords(index)
    }
  }

  /// `title Hello World`, `put The End over …`: words in capitals where the rest has none.
  private func bareWords(_ index: Int) -> Match? {
    guard startsWithCapital(index) else { return nil }
    if let loud = loudWords(index) { return loud }
    switch term(index - 1) {
    case .noun(.title), .noun(.text):
      guard !startsWithCapital(index - 1), index - 2 < 0 || term(index - 1) != term(index)
      else { return nil }
    case .preposition(.with):
      guard ["put", "add", "write", "show"].contains(word(index - 1)), leadsToPlace(index) else {
        return nil
      }
    default: return nil
    }
    guard let match = words(from: index - 1) else { return nil }
    return (match.term, match.count - 1)
  }

  /// "Put a big GOOD MORNING in the middle": words in capitals throughout.
  private func loudWords(_ index: Int) -> Match? {
    func isLoud(_ index: Int) -> Bool {
      let said = text(index)
      return said.count > 1 && said.allSatisfy { $0.isUppercase || !$0.isLetter }
        && said.contains(where: \.isLetter)
    }
    guard isLoud(index), !isLoud(index - 1) else { return nil }
    var end = index
    while end < lexemes.count, isLoud(end) { end += 1 }
    let verbs: Set = ["put", "add", "write", "show"]
    var back = index - 1
    while back > 0, index - back < 5, term(back) == .article || term(back).isDress { back -= 1 }
    guard back < index - 1, back >= 0, verbs.contains(word(back)) else { return nil }
    let span = lexemes[index].span.joined(lexemes[end - 1].span)
    guard span.end - span.start > 3 else { return nil }
    return (.quote(tokenizer.text(span)), end - index)
  }

  /// Whether all words up to a place on screen or in the film begin with capitals.
  private func leadsToPlace(_ index: Int) -> Bool {
    var isPlaced = false
    for next in index..<min(index + 10, lexemes.count) {
      switch term(next) {
      case .preposition(.over), .preposition(.on), .preposition(.at), .preposition(.in):
        isPlaced = true
      case .noun(.clip), .noun(.clips), .treatment, .move: return false
      default: break
      }
      if isPlaced { return endsWords(next) }
      if !startsWithCapital(next) { return false }
    }
    return false
  }

  func words(from index: Int) -> Match? {
    var first = index + 1
    if term(first) == .colon { first += 1 }
    var end = first
    let isMarked =
      term(index) == .colon || term(first - 1) == .colon || namesPerson(before: index)
      || lexemes.last.map { $0.term == .unknown && $0.isChinese } ?? false
    while end < lexemes.count, end - first < 40 {
      if endsWords(end), !(isMarked && goesOn(end)) { break }
      end += 1
    }
    guard end > first, !term(first).isText else { return nil }
    for place in first..<end where term(place).isSaid { return nil }
    let span = lexemes[first].span.joined(lexemes[end - 1].span)
    return (.quote(tokenizer.text(span)), end - index)
  }

  /// 显示5秒, 显示前两秒: how long words stay, and no words.
  private func startsTime(_ index: Int) -> Bool {
    guard isChinese(index) else { return false }
    let next = skipping(index + 1, also: [.preposition(.to), .preposition(.at), .ordinalMark])
    let figure: Int
    switch term(next) {
    case .side(.in), .ordinal, .noun(.start): figure = next + 1
    default: figure = next
    }
    switch term(next) {
    case .change(.longer), .change(.shorter): return true
    default: break
    }
    guard case .unit = term(figure + 1) else { return false }
    switch term(figure) {
    case .number, .fraction: return true
    default: return false
    }
  }

  /// Whether words to be shown go on behind a comma, since nothing there says how they look.
  private func goesOn(_ index: Int) -> Bool {
    guard term(index) == .comma else { return false }
    if text(index) == "、" { return true }
    if isChinese(index + 1), lexemes[(index + 1)...].allSatisfy({ $0.term == .unknown }) {
      return true
    }
    switch term(index + 1) {
    case .unknown: return true
    case .filler: return term(index + 2) == .unknown
    default: return false
    }
  }

  private func endsWords(_ index: Int) -> Bool {
    switch term(index) {
    case .filler where ["(", "（"].contains(text(index)): return true
    case .filler where Self.wordCounts.contains(text(index)): return true
    case .then where word(index) == "next" && !isChinese(index):
      return startsRequest(skipping(index + 1))
    case .comma, .stop, .flag, .then, .throughout, .when: return true
    case .and: return startsRequest(skipping(index + 1))
    case .preposition(let preposition):
      guard [.at, .for, .from, .in, .on, .until, .over, .with, .after].contains(preposition) else {
        return false
      }
      let next = skipping(index + 1)
      if preposition == .at, case .number = term(next), word(next).first?.isLetter ?? false,
        term(next + 1) == .stop
      {
        return false
      }
      switch term(next) {
      case .side, .number, .colons, .color, .fraction, .ordinalMark, .unit, .target: return true
      case .textSize, .animation, .fade, .noun(.font): return preposition != .for
      case .noun(.start), .noun(.end), .noun(.corner):
        return preposition == .at || preposition == .in
      case .ordinal, .second, .noun(.clip), .all:
        return !startsWithCapital(next) && [.over, .on, .for, .at].contains(preposition)
      default: return false
      }
    default: return false
    }
  }

  // MARK: Flags

  /// `-motion 2`, `-ar 16:9`, `-neg "text"`.
  private func flag(_ index: Int) -> Match? {
    guard case .flag(let flag) = term(index) else { return nil }
    switch (flag, term(index + 1)) {
    case (.camera, _): return (.noun(.camera), 1)
    case (.neg, .quote(let text)): return (.request(.avoid(text)), 2)
    case (.neg, _):
      var end = index + 1
      while end < lexemes.count, end - index < 60, !endsFlag(end) { end += 1 }
      guard end > index + 1 else { return nil }
      let span = lexemes[index + 1].span.joined(lexemes[end - 1].span)
      return (.request(.avoid(tokenizer.text(span))), end - index)
    case (.motion, .number(let value)) where value == value.rounded() && value <= 4:
      return (.request(.motionStrength(Int(value))), 2)
    case (.fps, .number(let value)): return frameRate(value).map { ($0, 2) }
    case (.seed, .number(let value)): return (.request(.seed(Int(value))), 2)
    case (.gs, .number(let value)) where (5...25).contains(value):
      return (.request(.guidance(value)), 2)
    case (.ar, .colons(let colons)): return aspect(colons.parts).map { ($0, 2) }
    default: return nil
    }
  }

  /// Whether what follows an "and" asks for something of its own.
  func startsRequest(_ index: Int) -> Bool {
    guard !startsWithCapital(index), !isChinese(index) else { return false }
    switch term(index) {
    case .verb(.say), .verb(.write): return false
    case .verb, .fade, .mute, .tempo, .playback, .split, .duplicate, .swap, .reorder, .duck,
      .preposition(.with), .fit, .opensWith, .closesWith:
      return true
    default: return false
    }
  }

  private func endsFlag(_ index: Int) -> Bool {
    switch term(index) {
    case .flag, .stop, .quote: true
    default: false
    }
  }

  /// A rate that can be shown.
  func frameRate(_ value: Double) -> Term? {
    (5...120).contains(value) ? .request(.frameRate(Int(value.rounded()))) : nil
  }

  /// A shape that a frame can have: a quarter to four times as wide as high.
  func aspect(_ parts: [Double]) -> Term? {
    guard parts.count == 2, parts[0] > 0, parts[1] > 0, (0.25...4).contains(parts[0] / parts[1])
    else { return nil }
    let scale: Double = parts.allSatisfy { $0 == $0.rounded() } ? 1 : 100
    let (width, height) = ((parts[0] * scale).rounded(), (parts[1] * scale).rounded())
    guard width < 1e6, height < 1e6 else { return nil }
    return .request(.aspect(Aspect(Int(width), Int(height))))
  }
}

extension Term {
  /// Whether it names words on screen.
  var isText: Bool {
    switch self {
    case .noun(.title), .noun(.text): true
    default: false
    }
  }

  /// The kind of the words on screen that it names, nil for any; nil outside where it names none.
  var textPreset: TextStyle.Preset?? {
    switch self {
    case .noun(.title(let preset)): .some(preset)
    case .noun(.text): .some(nil)
    default: nil
    }
  }

  /// Whether it says how words on screen look.
  var isDress: Bool {
    switch self {
    case .textSize, .color, .strength: true
    default: false
    }
  }

  /// Whether it says how many times as much.
  var isFactor: Bool { if case .factor = self { true } else { false } }

  /// Whether it names a length of time.
  var isTimed: Bool {
    switch self {
    case .part, .time: true
    default: false
    }
  }

  /// Whether it stands for words between quotation marks.
  var isSaid: Bool {
    switch self {
    case .quote, .target(.text), .renamed, .reworded: true
    default: false
    }
  }
}
