import MediaTime
import Timeline

/// Reads an utterance against the turns before it: completes what it leaves out, and puts what
/// "it" means in its place.
struct Resolver {
  private(set) var found: [Understood]
  private(set) var unused: [Span]
  /// Whether the last turn's change goes before this one's.
  private(set) var retracts = false
  /// More, or less, of what was changed last.
  private(set) var adjustment: Adjustment?
  /// What has to be asked.
  private(set) var question: Dialogue.Question?

  private let dialogue: Dialogue
  private let scene: Scene
  private let marks: [(mark: Mark, span: Span)]
  private let content: [Lexeme]
  private let whole: Span
  /// Whether "the clip" is spoken of, and not which.
  private let isSingular: Bool
  /// "After" or "before", where one of them is said.
  private let preposition: Term.Preposition?
  /// Whether a colour, a size or a font is spoken of.
  private let hasValueNoun: Bool
  private let text: String

  init(_ parser: Parser, _ phrases: Phrases, _ dialogue: Dialogue) {
    found = parser.found
    unused = parser.unused
    self.dialogue = dialogue
    scene = phrases.scene
    marks = Mark.marks(in: phrases.tokenizer.tokens)
    let spans = marks.map(\.span)
    content = phrases.lexemes.filter { lexeme in
      !lexeme.isSmall
        && !spans.contains { $0.start <= lexeme.span.start && lexeme.span.end <= $0.end }
    }
    hasValueNoun = phrases.lexemes.contains {
      [.noun(.color), .noun(.size), .noun(.font)].contains($0.term)
    }
    preposition =
      phrases.lexemes.compactMap { lexeme -> Term.Preposition? in
        switch lexeme.term {
        case .preposition(.after): .after
        case .preposition(.before): .before
        default: nil
        }
      }.first
    isSingular = phrases.lexemes.contains { $0.term == .noun(.clip) }
    whole = phrases.lexemes.reduce(Span(0, 0)) { $0.joined($1.span) }
    text = phrases.tokenizer.text(whole)
    resolve()
    ask()
    askForClip(phrases.lexemes)
  }

  private func has(_ wanted: Mark...) -> Bool { marks.contains { wanted.contains($0.mark) } }

  private mutating func put(_ requests: [Request]) {
    found = requests.map { Understood(request: $0, span: whole) }
    unused = []
  }

  private mutating func resolve() {
    if answer() { return }
    guard !dialogue.requests.isEmpty || scene.spoken != nil || dialogue.hasChanged else { return }
    if has(.back), found.isEmpty, content.allSatisfy(\.isTarget), dialogue.hasChanged {
      retracts = true
      put([])
      return
    }
    if dressSpokenText() || removeSpoken() || stretchSpoken() { return }
    if let flipped = flip() { return put(flipped) }
    if goOn() || exclude() || orderBesideSpoken() { return }
    if has(.rest), found.allSatisfy(isWeak), !prior.isEmpty { return put(rest()) }
    if has(.other), found.allSatisfy(isWeak), let other = other() {
      retracts = true
      return put(prior.map { $0.about(other) })
    }
    if found.allSatisfy(isWeak), !content.isEmpty, content.count <= 8, complete() { return }
    if found.isEmpty, content.isEmpty, unused.isEmpty || has(.more, .less), !prior.isEmpty {
      if has(.less) { adjustment = .less } else if has(.more) { adjustment = .more }
      if adjustment != nil { unused = [] }
      return
    }
    takeFocus()
    replace()
  }

  /// The last requests, about what they were about even where its place is another now.
  private var prior: [Request] {
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
  private func isWeak(_ understood: Understood) -> Bool {
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
  private var isElliptic: Bool {
    guard has(.more, .less) else { return false }
    return dialogue.requests.contains { request in
      switch request {
      case .volume, .speed: true
      default: false
      }
    }
  }

  /// Whether all that was found may belong to something else.
  var isLoose: Bool { found.allSatisfy(isWeak) }

  // MARK: Answers

  private mutating func answer() -> Bool {
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

  // MARK: What was spoken of

  /// "Move it to the bottom", "再大点", where it is a text.
  private mutating func dressSpokenText() -> Bool {
    guard let spoken = scene.spoken, spoken.isText, has(.pronoun, .more, .correction, .back),
      !content.isEmpty, content.count <= 6
    else { return false }
    let wanted = content.filter { lexeme in
      switch lexeme.term {
      case .verb(.move), .move, .request, .strength: false
      default: true
      }
    }
    var frame = Frame(.title(nil), whole)
    guard !wanted.isEmpty, wanted.allSatisfy({ !$0.isTarget && frame.fill($0) }),
      !frame.slots.isOnlyTimed
    else { return false }
    frame.slots.target = spoken
    let requests = frame.requests()
    guard !requests.isEmpty else { return false }
    put(requests)
    return true
  }

  /// "Take it out", 算了，去掉吧.
  private mutating func removeSpoken() -> Bool {
    guard let spoken = scene.spoken, found.isEmpty, content.map(\.term) == [.verb(.remove)] else {
      return false
    }
    put([.remove(spoken)])
    return true
  }

  /// "A bit longer", 再长两秒.
  private mutating func stretchSpoken() -> Bool {
    guard let spoken = scene.spoken, has(.more), found.count == 1,
      case .stretch(.film, let change) = found[0].request
    else { return false }
    if case .fade? = dialogue.requests.last { return false }
    put([.stretch(spoken, change)])
    return true
  }

  // MARK: Completing

  /// Where the last change goes first, what it was about counts as it was then.
  private mutating func complete() -> Bool {
    let isAdded = dialogue.requests.contains { request in
      if case .title(let title) = request { title.text != nil } else { false }
    }
    return complete(has(.correction) && !isAdded ? dialogue.requests : prior)
  }

  private mutating func complete(_ requests: [Request]) -> Bool {
    var completed: [Request] = []
    var retargets = false
    for old in requests {
      guard var frame = Frame(completing: old, whole), fill(&frame, old) else { continue }
      guard let new = frame.completed(old) else { continue }
      retargets = retargets || (frame.slots.target != nil && old.target != nil)
      completed.append(new)
    }
    guard !completed.isEmpty else { return false }
    let isMoved = completed.contains { if case .order = $0 { true } else { false } }
    if has(.correction), !has(.same), retargets || isMoved { retracts = true }
    if has(.only), retargets { retracts = true }
    put(completed)
    return true
  }

  /// Fills a frame with all that is said; false where something doesn't fit.
  private func fill(_ frame: inout Frame, _ old: Request) -> Bool {
    for lexeme in content {
      if case .trim = old, [.verb(.trim), .verb(.cut), .verb(.remove)].contains(lexeme.term) {
        continue
      }
      let adapted = adapt(lexeme, to: old)
      guard frame.fill(adapted) else { return false }
    }
    return true
  }

  /// "The second one" of texts is a text; "the title" is one of them too.
  private func adapt(_ lexeme: Lexeme, to old: Request) -> Lexeme {
    var preset: TextStyle.Preset?
    var isText = old.target?.isText ?? false
    if case .title(let title) = old {
      isText = true
      if case .texts(let named)? = title.target { preset = named } else { preset = title.preset }
      if case .text(let number)? = title.target, scene.texts.indices.contains(number - 1) {
        preset = scene.texts[number - 1].preset
      }
    }
    var term = lexeme.term
    if case .order = old { return lexeme }
    switch (term, old) {
    case (.move(.pedestalDown), .volume), (.move(.pedestalDown), .speed): term = .change(.down)
    case (.move(.pedestalUp), .volume), (.move(.pedestalUp), .speed): term = .change(.up)
    default: break
    }
    switch term {
    case .ordinal(let number): term = .target(.clip(number))
    case .second: term = .target(.clip(2))
    case .noun(.title(let named)): term = .target(.texts(named ?? .title))
    case .noun(.text): term = .target(.titles)
    default: break
    }
    if isText, case .target(.clip(let number)) = term {
      term = .target(.text(scene.text(number, of: preset) ?? number))
    }
    return Lexeme(term, lexeme.span, isChinese: lexeme.isChinese)
  }

  // MARK: Others

  /// "Then pan right": after the moves that are there.
  private mutating func goOn() -> Bool {
    guard case .camera(let first)? = found.first?.request, first.follows else { return false }
    let moves = prior.filter { if case .camera = $0 { true } else { false } }
    guard !moves.isEmpty, moves.count == prior.count else { return false }
    put(moves + found.map { $0.request.about(moves[0].target ?? .film) })
    return true
  }

  /// "Not before the sunset", 最后一个不要: of passages that were put between all clips.
  private mutating func exclude() -> Bool {
    guard has(.except), prior.count == 1, case .transition(let all) = prior[0], all.after == nil,
      all.kind != .cut
    else { return false }
    let place = content.compactMap { lexeme -> Int? in
      switch lexeme.term {
      case .after(let number): number
      case .target(.clip(let number)): number < 0 ? number - 1 : number
      case .ordinal(let number): number < 0 ? number - 1 : number
      default: nil
      }
    }.first
    guard let place else { return false }
    put([.transition(TransitionRequest(.cut, after: place))])
    return true
  }

  /// "And the market right before it".
  private mutating func orderBesideSpoken() -> Bool {
    guard case .clip(let spoken)? = scene.spoken, has(.pronoun), found.isEmpty,
      case .order? = dialogue.requests.last,
      let clip = content.compactMap(\.target).first, case .clip(let number) = clip,
      let side = preposition
    else { return false }
    put([.order(side == .after ? .moveAfter(number, spoken) : .moveBefore(number, spoken))])
    return true
  }

  private func rest() -> [Request] {
    prior.map { request in
      switch request.target {
      case .clip(let number)?: request.about(.clipsBut([number]))
      case .clipList(let numbers)?: request.about(.clipsBut(numbers))
      default: request
      }
    }
  }

  /// What "the other one" is, where there are only two that it can be.
  private func other() -> Target? {
    switch prior.first?.target {
    case .clip(let number)?:
      let same = scene.clips.indices.filter {
        scene.footage.contains($0 + 1) == scene.footage.contains(number)
      }
      let others = (same.count == 2 ? same : Array(scene.clips.indices)).filter { $0 + 1 != number }
      return others.count == 1 ? .clip(others[0] + 1) : nil
    case .text(let number)?:
      let others = scene.texts.indices.filter { $0 + 1 != number }
      return others.count == 1 ? .text(others[0] + 1) : nil
    case .texts(let preset)?:
      let others = scene.texts.indices.filter { scene.texts[$0].preset != preset }
      return others.count == 1 ? .text(others[0] + 1) : nil
    default: return nil
    }
  }

  private func flip() -> [Request]? {
    guard has(.opposite), found.isEmpty, content.isEmpty else { return nil }
    let flipped = prior.compactMap(\.opposite)
    return flipped.isEmpty ? nil : flipped
  }

  // MARK: Focus

  /// Puts what was spoken of in the place of "it".
  private mutating func takeFocus() {
    let points = has(.pronoun, .more, .less, .back, .correction, .instead)
    guard let spoken = scene.spoken, points || restores || spoken == .music && fades else {
      return takeDuration()
    }
    found = found.map { understood in
      let request = understood.request
      if case .title(let title) = request, title.target == .texts(.title), title.text != nil,
        spoken.isText, !content.contains(where: \.isTarget)
      {
        return Understood(request: request.about(spoken), span: understood.span)
      }
      guard let target = request.target, target == .film, request.suits(spoken) else {
        return understood
      }
      return Understood(request: request.about(spoken), span: understood.span)
    }
  }

  /// Whether something is to be as usual again, which it must have been spoken of for.
  private var restores: Bool {
    found.contains { understood in
      switch understood.request {
      case .playback(.film, .normal), .speed(.film, 1), .volume(.film, .to(1)): true
      case .title(let title): title.target == .texts(.title) && title.text != nil
      default: false
      }
    }
  }

  /// Whether it speaks of sound alone.
  private var fades: Bool {
    found.allSatisfy { understood in
      switch understood.request {
      case .fade, .volume: true
      default: false
      }
    }
  }

  /// "Make it 1.5 seconds", where "it" is a passage or a fade.
  private mutating func takeDuration() {
    guard has(.pronoun), found.count == 1, case .length(.film, let length) = found[0].request,
      let last = dialogue.requests.last
    else { return }
    switch last {
    case .transition(var transition):
      transition.duration = length
      put([.transition(transition)])
    case .fade(var fade):
      fade.duration = length
      put([.fade(fade)])
    default: break
    }
  }

  /// "Rain would be better": the other of its sort goes.
  private mutating func replace() {
    guard has(.instead, .correction), found.count == 1,
      case .treat(let target, let new) = found[0].request, !new.isRemoved
    else { return }
    for case .treat(let place, var old) in dialogue.requests
    where old.kind == new.kind && old.name != new.name && !old.isRemoved {
      old.isRemoved = true
      let whose = target == .film ? place : target
      put([.treat(whose, old), .treat(whose, new)])
    }
  }

  // MARK: Asking

  /// "The balcony shot", where no clip has that name: what was asked can't mean every clip.
  private mutating func askForClip(_ lexemes: [Lexeme]) {
    guard question == nil, !scene.clips.isEmpty, unused.count == 1, found.count == 1,
      let target = found[0].request.target, target == .film, found[0].request.suits(.clip(1)),
      let name = lexemes.firstIndex(where: { $0.term == .unknown && $0.span == unused[0] }),
      name + 1 < lexemes.count, lexemes[name + 1].term == .noun(.clip)
    else { return }
    question = Dialogue.Question(found[0].request, lack: .target)
    found = []
  }

  /// What is asked of "it" where nothing was spoken of: it can't be guessed which clip that is.
  private var lacking: Request? {
    let verbs = content.filter { !$0.isTarget }.map(\.term)
    guard has(.pronoun) || isSingular else { return nil }
    switch verbs {
    case [.verb(.remove)]: return .remove(.clip(1))
    case [.verb(.move), .noun(.end)], [.verb(.move), .target(.clip(-1))]:
      return .order(.move(1, to: -1))
    case [.verb(.move), .noun(.start)]: return .order(.move(1, to: 1))
    case [.change(.larger)]: return .title(TitleRequest(target: .titles, size: .larger))
    case [.change(.smaller)]: return .title(TitleRequest(target: .titles, size: .smaller))
    default: return nil
    }
  }

  /// Notes what a request lacks that can't be guessed.
  private mutating func ask() {
    if found.isEmpty, scene.spoken == nil, scene.clips.count > 1, let request = lacking {
      question = Dialogue.Question(request, lack: .target)
      return put([])
    }
    guard unused.isEmpty else { return }
    if found.count == 1, case .title(let title) = found[0].request,
      title == TitleRequest(preset: title.preset)
    {
      let isValue = scene.texts.isEmpty ? false : hasValueNoun
      question = Dialogue.Question(.title(title), lack: isValue ? .value : .words)
      put([])
    }
  }
}

extension Lexeme {
  /// Whether it says nothing that could fill a slot.
  var isSmall: Bool {
    switch term {
    case .filler, .article, .preposition, .verb(.make), .and, .comma, .stop, .then, .colon: true
    case .noun(let noun):
      switch noun {
      case .title, .text, .start, .end, .music: false
      default: true
      }
    default: false
    }
  }

  /// What it names, where it names clips, texts or sounds.
  var target: Target? {
    switch term {
    case .target(let target): target
    case .noun(.title(let preset)): .texts(preset ?? .title)
    case .noun(.text): .titles
    case .ordinal(let number): .clip(number)
    case .second: .clip(2)
    default: nil
    }
  }

  var isTarget: Bool { target != nil }

  /// The words that stand between quotation marks.
  var quoted: String? { if case .quote(let words) = term { words } else { nil } }
}
