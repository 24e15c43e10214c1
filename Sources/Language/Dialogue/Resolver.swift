import MediaTime
import Timeline

/// Reads an utterance against the turns before it: completes what it leaves out, and puts what
/// "it" means in its place.
struct Resolver {
  var found: [Understood]
  var unused: [Span]
  /// Where a length is named without a word for what lasts so long.
  let assumed: Set<Span>
  /// Whether the last turn's change goes before this one's.
  var retracts = false
  /// More, or less, of what was changed last.
  var adjustment: Adjustment?
  /// What has to be asked.
  var question: Dialogue.Question?

  let dialogue: Dialogue
  let scene: Scene
  let marks: [(mark: Mark, span: Span)]
  let content: [Lexeme]
  let whole: Span
  /// Whether "the clip" is spoken of, and not which.
  let isSingular: Bool
  /// "After" or "before", where one of them is said.
  let preposition: Term.Preposition?
  /// Where it stands, if it is Chinese: behind what it is about.
  let sideSpan: Span?
  /// Whether a colour, a size or a font is spoken of.
  let hasValueNoun: Bool
  /// Whether a word such as "make" says that something is to become so.
  let hasMaking: Bool
  /// Whether a word such as "put" gives what is there another place.
  let hasPlacing: Bool
  /// Whether it opens with "then".
  let isContinued: Bool
  /// Whether "that" is said, and whether a clip is pointed at: 那段.
  let saysThat, pointsAtClip: Bool
  /// Whether sound is spoken of, and whether length is.
  let namesSound, namesLength: Bool
  /// Whether the film as a whole is spoken of.
  let namesFilm: Bool
  let text: String

  init(_ parser: Parser, _ phrases: Phrases, _ dialogue: Dialogue) {
    found = parser.found
    unused = parser.unused
    assumed = parser.assumed
    hasMaking = phrases.lexemes.contains { $0.term == .verb(.make) }
    namesSound = phrases.lexemes.contains {
      [.noun(.sound), .noun(.ownSound), .target(.clips)].contains($0.term)
    }
    saysThat = phrases.lexemes.contains { $0.word == "that" }
    pointsAtClip = phrases.pointsAtClip
    namesLength = phrases.lexemes.contains { $0.term == .noun(.length) }
    hasPlacing = phrases.lexemes.contains { lexeme in
      lexeme.isPlacing || lexeme.term == .preposition(.at) && lexeme.isChinese
    }
    self.dialogue = dialogue
    scene = phrases.scene
    let counted = phrases.countedOnes
    marks = Mark.marks(in: phrases.tokenizer.tokens).filter { !counted.contains($0.span) }
    let spans = marks.map(\.span)
    content = Self.outside(spans, phrases.lexemes.filter { !$0.isSmall })
    hasValueNoun = phrases.lexemes.contains {
      [.noun(.color), .noun(.size), .noun(.font)].contains($0.term)
    }
    namesFilm = phrases.lexemes.contains { lexeme in
      switch lexeme.term {
      case .noun(.film), .target(.film), .all, .throughout: true
      default: false
      }
    }
    let side = phrases.lexemes.first { lexeme in
      [.preposition(.after), .preposition(.before)].contains(lexeme.term)
    }
    preposition = side.map { $0.term == .preposition(.after) ? .after : .before }
    sideSpan = side.flatMap { $0.isChinese ? $0.span : nil }
    isContinued = phrases.lexemes.first { $0.term != .filler && $0.term != .and }?.term == .then
    isSingular = phrases.lexemes.contains { $0.term == .noun(.clip) }
    whole = phrases.lexemes.reduce(Span(0, 0)) { $0.joined($1.span) }
    text = phrases.tokenizer.text(whole)
    resolve()
    ask()
    askForClip(phrases.lexemes)
  }

  /// The lexemes that lie in none of `spans`; both are looked at once.
  private static func outside(_ spans: [Span], _ lexemes: [Lexeme]) -> [Lexeme] {
    let sorted = spans.sorted { $0.start < $1.start }
    var (next, reach) = (0, 0)
    return lexemes.filter { lexeme in
      while next < sorted.count, sorted[next].start <= lexeme.span.start {
        reach = max(reach, sorted[next].end)
        next += 1
      }
      return lexeme.span.end > reach
    }
  }

  func has(_ wanted: Mark...) -> Bool {
    marks.contains { mark in
      switch mark.mark {
      case .lesser: wanted.contains(.less)
      case .again: wanted.contains(.more)
      default: wanted.contains(mark.mark)
      }
    }
  }

  mutating func put(_ requests: [Request]) {
    found = requests.map { Understood(request: $0, span: whole) }
    unused = []
  }

  mutating func resolve() {
    if answer() { return }
    guard !dialogue.requests.isEmpty || scene.spoken != nil || dialogue.hasChanged else { return }
    if let level = restoredLevel { return put([level]) }
    if removeOtherText() || removeNumberedText() || narrow() || turnToOthers() || goBeside()
      || orderNext()
    {
      return
    }
    if lower() { return }
    if spare() || widen() || rewordSpoken() || namePart() { return }
    if doAgain() || keepPart() { return }
    if beginSpoken() || thin() || repeatWithManner() { return }
    if has(.back), found.isEmpty,
      content.allSatisfy({ $0.isTarget || putsBack($0) || $0.term == .not }),
      dialogue.hasChanged
    {
      retracts = true
      put([])
      return
    }
    if correct() || takeOff() || takePart() { return }
    if dressSpokenText() || removeSpoken() || stretchSpoken() { return }
    if let flipped = flip() { return put(flipped) }
    if goOn() || exclude() || orderBesideSpoken() { return }
    if has(.rest), found.allSatisfy(isWeak), !prior.isEmpty { return put(rest()) }
    if has(.other), found.allSatisfy(isWeak), let other = other() {
      if case .remove? = dialogue.requests.first, has(.same) { return }
      retracts = !has(.same)
      return put(prior.map { $0.about(other) })
    }
    let isGraded = content.allSatisfy { if case .strength = $0.term { true } else { false } }
    let onlyGrades = found.isEmpty && isGraded && has(.more, .less)
    if found.allSatisfy(isWeak), !content.isEmpty, content.count <= 8, !onlyGrades, complete() {
      return
    }
    if found.isEmpty, content.isEmpty || onlyGrades, unused.isEmpty || has(.more, .less),
      !prior.isEmpty
    {
      if has(.less), !isStill {
        adjustment = .less
      } else if has(.more, .less) {
        adjustment = .more
      }
      if adjustment != nil { unused = [] }
      return
    }
    if pace() { return }
    if orderSpoken() { return }
    takeFocus()
    takeSubject()
    replace()
    withholdAssumed()
  }

  /// The last requests, about what they were about even where its place is another now.
  var prior: [Request] {
    guard let spoken = scene.spoken, dialogue.requests.count == 1 else { return dialogue.requests }
    return dialogue.requests.map { request in
      if case .title(let title) = request, title.text != nil {
        var title = title
        (title.target, title.text) = (spoken, nil)
        return spoken.isText ? .title(title) : request
      }
      guard let target = request.target, target != .film, request.suits(spoken) else {
        return request
      }
      return request.about(spoken)
    }
  }

  /// Whether a reading may only look like a request of its own: "5 seconds", "twice as long".
  func isWeak(_ understood: Understood) -> Bool {
    switch understood.request {
    case .length(.film, _), .trim(.film, _), .speed(.film, _), .stretch(.film, _),
      .volume(.film, _), .unsupported(Feature("music generation")), .split(.film, _):
      return true
    case .title(let title):
      return title == TitleRequest(target: title.target, preset: title.preset)
    case .camera(let camera): return camera.target == .film && isElliptic
    default: return false
    }
  }

  /// Whether "up" and "down", which move the camera too, may mean a figure that was spoken of.
  var isElliptic: Bool {
    guard has(.more, .less) else { return false }
    return dialogue.requests.contains { request in
      switch request {
      case .volume, .speed: true
      default: false
      }
    }
  }

  /// 还是太大: the last change did not go far enough.
  var isStill: Bool {
    marks.indices.dropFirst().contains { index in
      let (former, mark) = (marks[index - 1], marks[index])
      let isBeside = mark.span.start - former.span.end <= 1
      let isLong = former.span.end - former.span.start > 1 || former.mark == .more
      return mark.mark == .less && isBeside && isLong && [.more, .correction].contains(former.mark)
    }
  }

  /// Whether all that was found may belong to something else.
  var isLoose: Bool { found.allSatisfy(isWeak) }

  // MARK: Answers

  mutating func answer() -> Bool {
    guard let pending = dialogue.pending else { return false }
    switch pending.lack {
    case .words:
      guard case .title(var title) = pending.request, found.allSatisfy(isWeak),
        !has(.more, .less, .correction, .pronoun)
      else { return false }
      let words = content.count == 1 ? content[0].quoted ?? text : text
      guard !words.isEmpty else { return false }
      title.text = words
      put([.title(title)])
      return true
    case .target:
      guard let target = content.compactMap(\.target).first else { return false }
      put([pending.request.about(target)])
      return true
    case .value: return complete([pending.request])
    }
  }
}
