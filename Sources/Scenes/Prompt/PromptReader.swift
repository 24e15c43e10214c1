/// Reads a prompt from left to right, the longest known phrase first.
struct PromptReader {
  /// What is read: the sentence without what it quotes.
  let text: [Character]
  /// The sentence as it was typed, and where each character of `text` stands in it.
  let sentence: (text: [Character], places: [Int])
  /// Where words stand in `text` that say something of the scene.
  private(set) var spans: [Range<Int>] = []
  private let lower: [Character]
  private var place = 0
  private(set) var scene = SceneGraph(elements: [])
  private(set) var drawn: [String] = []
  private(set) var notDrawn: [Substitution] = []
  private(set) var quote: String?
  private(set) var isChinese = false
  private(set) var isEmpty = true

  private var count: Int?
  private var scale: SceneGraph.Scale = .normal
  private var side: SceneGraph.Place?
  private var hue: (hue: SceneGraph.Hue, word: String, span: Range<Int>)?
  private var lastKind: SceneGraph.Kind?
  private var isInPhrase = false
  private var unknown: (word: String, span: Range<Int>)?
  /// Words that belong to a scene where a thing follows: a number, a size, a side.
  private var pending: [Range<Int>] = []
  private var saysArticle = false
  /// What the words say of the picture as a whole.
  private(set) var said = SceneChange()
  private var saysHour = false
  private var saysSeason = false
  private var window: String?

  init(_ words: String) {
    let cleaned = words.prefix(2000).filter { character in
      character.isNewline || character.isWhitespace
        || character.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 }
    }
    let quoted = QuotedWords(Array(cleaned))
    quote = quoted.quote
    sentence = (Array(cleaned), quoted.places)
    text = quoted.rest
    lower = text.map { Character($0.lowercased().first.map(String.init) ?? " ") }
  }

  mutating func read() {
    isChinese = text.count { $0.isHan } * 2 > text.count { $0.isLetter && !$0.isHan }
    while place < text.count {
      let character = text[place]
      if character.isHan {
        readChinese()
      } else if character.isLetter || character.isNumber {
        readEnglish()
      } else {
        if !character.isWhitespace, character != "-", character != "'", character != "’" {
          endPhrase()
        }
        place += 1
      }
    }
    endPhrase()
    settleHue(before: nil)
    (said.elements, said.palette) = (scene.elements, scene.palette)
    settleDefaults()
  }

  private mutating func readChinese() {
    let rest = text.count - place
    for length in stride(from: min(Vocabulary.longestChinese, rest), through: 1, by: -1) {
      let phrase = String(lower[place..<place + length])
      guard let meaning = Vocabulary.meaning(phrase) else { continue }
      place += length
      if !isPart(phrase, meaning) { take(meaning, phrase) }
      return
    }
    if Character.measures.contains(text[place]), count != nil {
      isInPhrase = true
    } else if isInPhrase {
      let word = (unknown?.word ?? "") + String(text[place])
      unknown = (word, (unknown?.span.lowerBound ?? place)..<place + 1)
    }
    place += 1
  }

  /// Whether a number or a size is only a part of a word that isn't known.
  private func isPart(_ phrase: String, _ meaning: Vocabulary.Meaning) -> Bool {
    if case .number = meaning, phrase == "一", place < text.count {
      return !Character.measures.contains(text[place]) && !text[place].isHan
    }
    return false
  }

  private mutating func readEnglish() {
    var words: [(word: String, end: Int)] = []
    var at = place
    while words.count < Vocabulary.longestEnglish, at < text.count {
      let start = at
      while at < text.count, text[at].isWord { at += 1 }
      guard at > start else { break }
      words.append((String(lower[start..<at]), at))
      guard at < text.count, text[at] == " " else { break }
      at += 1
    }
    for length in stride(from: words.count, through: 1, by: -1) {
      let head = words[..<(length - 1)].map(\.word).joined(separator: " ")
      for stem in Vocabulary.stems(words[length - 1].word) {
        let phrase = head.isEmpty ? stem : head + " " + stem
        guard let meaning = Vocabulary.meaning(phrase) else { continue }
        let typed = String(text[place..<words[length - 1].end])
        place = words[length - 1].end
        take(meaning, typed)
        return
      }
    }
    readUnknown(words)
  }

  private mutating func readUnknown(_ words: [(word: String, end: Int)]) {
    guard let first = words.first else {
      place += 1
      return
    }
    let typed = String(text[place..<first.end])
    place = first.end
    let span = place - typed.count..<place
    if let number = Int(first.word.prefix(6)), number > 0 {
      count = min(number, 99)
      saysArticle = false
      isInPhrase = true
      pending.append(span)
    } else if isInPhrase, !first.word.looksLikeModifier, !first.word.contains(where: \.isNumber) {
      unknown = (typed, span)
    }
  }

  private mutating func take(_ meaning: Vocabulary.Meaning, _ word: String) {
    let span = place - word.count..<place
    switch meaning {
    case .kinds, .group, .hour, .weather, .season, .style, .window, .missing:
      spans += pending + [span]
      pending = []
    case .number, .scale: pending.append(span)
    case .place where follows(span): spans.append(span)
    case .place: pending.append(span)
    case .hue, .ignored, .article, .separator: break
    }
    switch meaning {
    case .kinds(let kinds):
      settleHue(before: kinds.first)
      if word.lowercased().hasPrefix("flock") { count = nil }
      for kind in kinds { add(kind) }
      note(word)
      clearPhrase()
    case .group(let kind, let number):
      settleHue(before: kind)
      if saysArticle || count == nil { count = number }
      saysArticle = false
      add(kind)
      note(word)
      clearPhrase()
    case .hour(let hour):
      hue = nil
      if !saysHour || hour == .night { scene.hour = hour }
      saysHour = true
      said.hour = scene.hour
      note(word)
    case .weather(let weather):
      if scene.weather != .storm { scene.weather = weather }
      said.weather = scene.weather
      hue = nil
      note(word)
    case .season(let season, let kinds):
      settleHue(before: kinds.first)
      scene.season = season
      said.season = season
      saysSeason = true
      for kind in kinds { add(kind) }
      note(word)
    case .style(let style):
      (scene.style, said.style) = (style, style)
      drawn.append(word)
    case .hue(let next):
      settleHue(before: nil)
      hue = (next, word, span)
    case .place(let where_): takePlace(where_)
    case .scale(let next): scale = next
    case .number(let number):
      count = number
      saysArticle = false
      isInPhrase = true
    case .window:
      window = word
      clearPhrase()
    case .missing(let nearest): takeMissing(nearest, word)
    case .article:
      endPhrase()
      isInPhrase = true
      let isOne = ["a", "an", "another"].contains(word.lowercased()) || word.first == "一"
      count = isOne ? 1 : nil
      saysArticle = true
    case .separator, .ignored: endPhrase(word == "的")
    }
  }

  /// Whether it stands close behind words of the scene: "a boat on the left".
  private func follows(_ span: Range<Int>) -> Bool {
    guard let last = spans.last, last.upperBound <= span.lowerBound else { return false }
    let between = text[last.upperBound..<span.lowerBound]
    return between.count <= 12 && !between.contains { ",.;，。；、\n".contains($0) }
  }

  private mutating func takePlace(_ next: SceneGraph.Place) {
    let leads = place < text.count && text[place].isHan
    if let lastKind, !leads, let i = scene.elements.firstIndex(where: { $0.kind == lastKind }) {
      scene.elements[i].place = next
    } else {
      side = next
    }
  }

  private mutating func takeMissing(_ nearest: SceneGraph.Kind?, _ word: String) {
    if !notDrawn.contains(where: { $0.word == word }) {
      notDrawn.append(Substitution(word, nearest: nearest))
    }
    if let nearest { add(nearest) }
    hue = nil
    clearPhrase()
  }

  private mutating func add(_ kind: SceneGraph.Kind) {
    isEmpty = false
    lastKind = kind
    let single: [SceneGraph.Kind] = [.balloon, .boat, .deer, .birds, .person]
    if saysArticle, !single.contains(kind) { count = nil }
    if let i = scene.elements.firstIndex(where: { $0.kind == kind }) {
      if let count { scene.elements[i].count = count }
      if kind == .person, count == 1, !isChinese || scene.elements[i].count == 1 { pairUp(i) }
      return
    }
    scene.elements.append(SceneGraph.Element(kind, count: count, place: side, scale: scale))
    if kind == .person, count == 2 {
      scene.elements[scene.elements.count - 1] = SceneGraph.Element(
        .couple, place: side, scale: scale)
    }
  }

  /// A second person beside the first: the two are a couple.
  private mutating func pairUp(_ index: Int) {
    let first = scene.elements[index]
    scene.elements[index] = SceneGraph.Element(.couple, place: first.place, scale: first.scale)
    lastKind = .couple
  }

  private mutating func note(_ word: String) {
    isEmpty = false
    if !drawn.contains(word) { drawn.append(word) }
  }

  private mutating func clearPhrase() {
    count = nil
    scale = .normal
    side = nil
    isInPhrase = false
    unknown = nil
  }

  /// Ends a noun phrase; a noun in it that isn't known is named.
  private mutating func endPhrase(_ goesOn: Bool = false) {
    if goesOn {
      unknown = nil
      return
    }
    if let unknown, !notDrawn.contains(where: { $0.word == unknown.word }) {
      notDrawn.append(Substitution(unknown.word, nearest: nil))
      spans.append(unknown.span)
    }
    unknown = nil
    if side == nil { pending = [] }
    isInPhrase = false
    count = nil
    scale = .normal
  }

  /// Decides what a colour belongs to: to what is painted anyhow (green hills) or to the palette.
  private mutating func settleHue(before kind: SceneGraph.Kind?) {
    guard let hue else { return }
    self.hue = nil
    spans.append(hue.span)
    let own: [SceneGraph.Kind: Set<SceneGraph.Hue>] = [
      .sky: [.blue, .white, .grey, .black], .sun: [.gold, .yellow, .red, .orange],
      .sea: [.blue, .teal, .green, .white, .black], .clouds: [.white, .grey, .black],
    ]
    let tinted: Set<SceneGraph.Kind> = [
      .sky, .sun, .sea, .clouds, .balloon, .flowers, .gradient, .bokeh, .ink, .smoke, .fireworks,
      .space,
    ]
    if let kind {
      guard tinted.contains(kind), own[kind]?.contains(hue.hue) != true else { return }
    }
    if !scene.palette.contains(hue.hue) { scene.palette.append(hue.hue) }
    if !drawn.contains(hue.word) { drawn.append(hue.word) }
  }

  private mutating func settleDefaults() {
    if scene.weather == .snow || scene.has(.snowfield), !saysSeason { scene.season = .winter }
    if let window, [.rain, .storm].contains(scene.weather) {
      add(.rainyWindow)
      note(window)
    }
    let nocturnal = scene.has(
      any: .stars, .galaxy, .aurora, .fireworks, .campfire, .moon, .lanterns)
    if nocturnal, !saysHour || scene.hour == .morning { scene.hour = .night }
    if scene.has(any: .stars, .galaxy), saysHour, [.noon, .afternoon].contains(scene.hour) {
      scene.hour = .night
    }
    if scene.has(.street), !saysHour, [.rain, .storm].contains(scene.weather) {
      scene.hour = .night
    }
    if scene.has(.lamps), !saysHour { scene.hour = .dusk }
    if scene.has(.lighthouse), !saysHour { scene.hour = .dusk }
    if scene.has(.rainyWindow), !saysHour { scene.hour = .night }
    if scene.style == .neon, !saysHour { scene.hour = .night }
    if isEmpty, quote != nil {
      scene.elements = [SceneGraph.Element(.bokeh)]
      isEmpty = false
    }
    if isEmpty, !scene.palette.isEmpty {
      scene.elements = [SceneGraph.Element(.gradient)]
      isEmpty = false
    }
  }
}
