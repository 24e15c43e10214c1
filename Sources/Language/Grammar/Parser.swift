import MediaTime
import Timeline

/// Reads lexemes into requests: finds the words that open a frame, gives every other word to
/// the frame it belongs to, and says which words nothing used.
///
/// A word goes to the nearer frame that has a slot for it; a comma, an "and" or a verb between
/// them counts as distance. Each word is looked at once, so that reading is linear.
struct Parser {
  private(set) var found: [Understood] = []
  private(set) var unused: [Span] = []

  var frames: [Frame] = []
  var sentence = Sentence([])
  private var pending: [Pending] = []
  private var bounds = 0
  private var sawThen = false
  /// Second clips and stretches of a frame: it is meant for them as well.
  private var more: [(frame: Int, lexemes: [Lexeme])] = []
  /// Conditions, and the words that hang on them.
  private var givens: [Given] = []

  private struct Given {
    var condition: Condition
    var range: Range<Int>
  }

  /// Things said of no frame, which may yet mean the film: "5 seconds".
  var loose: [Lexeme] = []

  /// A word that waits for the next frame.
  private struct Pending {
    var lexeme: Lexeme
    var index: Int
    /// Boundaries between the last frame and it.
    var bounds: Int
  }

  init(_ lexemes: [Lexeme]) {
    var rest = lexemes[...]
    while !rest.isEmpty {
      let end = rest.firstIndex { $0.term == .stop } ?? rest.endIndex
      if end > rest.startIndex { read(Array(rest[rest.startIndex..<end])) }
      rest = rest[min(end + 1, rest.endIndex)...]
    }
    found.sort { $0.span.start < $1.span.start }
    unused.sort { $0.start < $1.start }
  }

  private mutating func read(_ lexemes: [Lexeme]) {
    sentence = Sentence(lexemes)
    frames = []
    pending = []
    loose = []
    more = []
    bounds = 0
    var heads: [Int] = []
    var skip = 0
    for index in lexemes.indices {
      if index < skip { continue }
      let lexeme = lexemes[index]
      if lexeme.term == .not, let (role, next) = negated(index) {
        let span = lexeme.span.joined(lexemes[next - 1].span)
        take(role, Lexeme(lexeme.term, span), index, &heads)
        skip = next
        continue
      }
      if case .given(let condition) = lexeme.term {
        let range = trails(index) ?? lexeme.span.end..<given(index)
        givens.append(Given(condition: condition, range: range))
      }
      take(sentence.role(index), lexeme, index, &heads)
    }
    settle(before: nil, at: lexemes.count, heads)
    resolveLoose()
    inheritTargets(lexemes, heads)
    joinMoves()
    for (frame, lexemes) in more { frames.append(frames[frame].again(for: lexemes)) }
    for frame in frames {
      let requests = frame.requests()
      if requests.isEmpty { unused.append(frame.span) }
      for request in requests { add(request, frame.span) }
    }
  }

  mutating func add(_ wish: Request, _ span: Span) {
    let condition = givens.last { $0.range.contains(span.start) }?.condition
    let request =
      condition.map { condition in
        let isEach = condition.subject.isClips && wish.target == .film
        return .given(condition, isEach ? wish.about(condition.subject) : wish)
      } ?? wish
    let repeats: Bool
    switch request {
    case .camera, .title, .trim, .speed, .duplicate: repeats = true
    default: repeats = false
    }
    if repeats || !found.contains(where: { $0.request == request }) {
      found.append(Understood(request: request, span: span))
    }
  }

  private mutating func take(
    _ role: Sentence.Role, _ lexeme: Lexeme, _ index: Int, _ heads: inout [Int]
  ) {
    switch role {
    case .head(let kind):
      var frame = Frame(kind, lexeme.span)
      frame.follows = sawThen
      frame.isRefusal = lexeme.term == .unmoved
      switch lexeme.term {
      case .blackout: frame.slots.isPicture = true
      case .fontName: frame.slots.target = .titles
      default: break
      }
      if lexeme.term != .then { sawThen = false }
      if let own = sentence.opening(index) {
        _ = frame.fill(Lexeme(own, lexeme.span, isChinese: lexeme.isChinese))
      }
      settle(before: frame, at: index, heads)
      heads.append(index)
    case .atom(let term):
      var own = Lexeme(term, lexeme.span, isChinese: lexeme.isChinese)
      own.isImplied = lexeme.isImplied
      if case .quote = term, opensTitle(index) {
        var frame = Frame(.title(lastPreset), lexeme.span)
        _ = frame.fill(own)
        settle(before: frame, at: index, heads)
        heads.append(index)
      } else {
        pending.append(Pending(lexeme: own, index: index, bounds: bounds))
      }
    case .request(let request): add(request, lexeme.span)
    case .boundary:
      bounds += 1
      if lexeme.term == .then { sawThen = true }
    case .silent:
      if case .verb(.make) = lexeme.term { bounds += 1 }
    case .unknown: unused.append(lexeme.span)
    }
  }

  // MARK: Negation

  /// "no music", 不要标题: what it asks for, and where reading goes on.
  private func negated(_ index: Int) -> (Sentence.Role, Int)? {
    let lexemes = sentence.lexemes
    var next = index + 1
    while next < lexemes.count, next - index < 4 {
      switch lexemes[next].term {
      case .article, .filler, .verb(.make), .preposition, .all, .verb(.move): next += 1
      case .noun(.title(let preset)):
        let isAll = !lexemes[next].isChinese && preset == nil
        return (.request(.remove(isAll ? .titles : .texts(preset ?? .title))), next + 1)
      case .noun(.text): return (.request(.remove(.titles)), next + 1)
      case .target(.music): return (.request(.remove(.music)), next + 1)
      case .noun(.sound): return (.head(.mute), next + 1)
      case .noun(.transition), .passage, .wipe, .slide, .fade:
        return (.head(.transition(.cut)), next + 1)
      case .animate where sentence.isAboutTitle(next):
        return (.atom(.titleAnimation(.none, nil)), next + 1)
      case .noun(.motion), .noun(.camera), .animate: return (.head(.move(.static)), next + 1)
      case .treatment(let kind, let name):
        return (.head(.treat(kind, name, isRemoved: true)), next + 1)
      case .duck: return (.head(.duck(false)), next + 1)
      case .playback(.reverse), .playback(.loop), .playback(.boomerang), .playback(.freeze):
        return (.head(.playback(.normal)), next + 1)
      case .move, .family, .playback, .fit, .tempo, .cinematic, .mute, .request, .quote:
        return (.unknown, next + 1)
      default: return nil
      }
    }
    return nil
  }

  // MARK: Quotations

  private var lastPreset: TextStyle.Preset? {
    guard case .title(let preset)? = frames.last?.kind else { return nil }
    return preset
  }

  /// Whether a quotation opens a title of its own: no title before it lacks words, and none
  /// that follows in the clause could take it.
  private func opensTitle(_ index: Int) -> Bool {
    if let last = frames.last, last.isTitle, last.slots.quotes.isEmpty,
      !pending.contains(where: { if case .quote = $0.lexeme.term { true } else { false } })
    {
      return false
    }
    for next in sentence.lexemes[(index + 1)...].prefix(8) {
      switch next.term {
      case .comma, .then, .quote: return true
      case .noun(.title), .noun(.text): return false
      default: continue
      }
    }
    return true
  }
}

extension Parser {
  // MARK: Attachment

  /// Gives every waiting word to the last frame or to `next`, and makes `next` the last.
  private mutating func settle(before next: Frame?, at end: Int, _ heads: [Int]) {
    var next = next
    let left = heads.last
    let total = bounds
    var refused: [Lexeme] = []
    for word in pending {
      var toLeft = frames.last?.accepts(word.lexeme) ?? false
      var toRight = next?.accepts(word.lexeme) ?? false
      if word.lexeme.term == .target(.clips), total > word.bounds, next?.isTransition ?? false {
        toRight = false
      }
      if total > word.bounds, word.bounds > 0 || frames.isEmpty, isTimed(word) {
        (toLeft, toRight) = (false, false)
      }
      if toLeft, word.bounds <= total - word.bounds, frames.last?.kind == .reorder {
        toRight = false
      }
      // 淡入两秒淡出三秒: a figure right behind a verb is its own.
      if toLeft, let left, word.lexeme.isChinese, word.index == left + 1, word.lexeme.isLength,
        (frames.last?.mostAfterComma ?? 0) > 0
      {
        toRight = false
      }
      let near = Distance(
        left: left.map { word.index - $0 } ?? Int.max, right: end - word.index,
        leftBounds: word.bounds, rightBounds: total - word.bounds)
      let isShort = frames.last?.mostAfterComma ?? 0
      if next?.kind == .split || next?.kind == .arrange, toRight, !(frames.last?.isTimed ?? false) {
        toLeft = false
        if case .time = word.lexeme.term {
          _ = next?.fill(word.lexeme)
          continue
        }
      }
      if frames.last?.kind == .remove, word.bounds > 0, word.lexeme.isLength { toLeft = false }
      switch near.side(word.lexeme, left: toLeft, right: toRight, isShort) {
      case .left: _ = frames[frames.count - 1].fill(word.lexeme)
      case .right: _ = next?.fill(word.lexeme)
      case nil:
        if word.lexeme.isImplied {
          refused.append(word.lexeme)
        } else if let next, next.takesAnother(word.lexeme) {
          more.append((frames.count, [word.lexeme]))
        } else if let last = frames.last, last.takesAnother(word.lexeme) {
          more.append((frames.count - 1, [word.lexeme]))
        } else if let another = more.last, another.frame == frames.count - 1,
          frames[another.frame].again(for: another.lexemes).isRepeated(word.lexeme)
        {
          more[more.count - 1].lexemes.append(word.lexeme)
        } else {
          refused.append(word.lexeme)
        }
      }
    }
    loose += refused
    pending.removeAll(keepingCapacity: true)
    bounds = 0
    if let next { frames.append(next) }
  }

  /// Whether a word names clips whose length stands beside it: 第一段2秒, "each 3 seconds".
  private func isTimed(_ word: Pending) -> Bool {
    switch word.lexeme.term {
    case .target(let target) where target.isClips: break
    default: return false
    }
    return pending.contains { other in
      guard case .time(_, .bare) = other.lexeme.term else { return false }
      return other.bounds == word.bounds
    }
  }

  /// How far a word is from the frames on both its sides.
  private struct Distance {
    var left: Int
    var right: Int
    var leftBounds: Int
    var rightBounds: Int

    enum Side { case left, right }

    /// - Parameter most: the longest time of the frame on the left that may follow a comma:
    ///   "dissolves, half a second".
    func side(
      _ word: Lexeme, left toLeft: Bool, right toRight: Bool, _ most: Milliseconds
    ) -> Side? {
      var (toLeft, toRight) = (toLeft, toRight)
      switch word.term {
      case .time(let time, .bare):
        toLeft = toLeft && (leftBounds == 0 || (leftBounds == 1 && time <= most))
        toRight = toRight && rightBounds == 0
      case .time(_, .to), .time(_, .lasting): toRight = toRight && rightBounds == 0
      default: break
      }
      switch (toLeft, toRight) {
      case (false, false): return nil
      case (true, false): return .left
      case (false, true): return .right
      case (true, true): break
      }
      if leftBounds != rightBounds, min(leftBounds, rightBounds) == 0 {
        return leftBounds < rightBounds ? .left : .right
      }
      if word.isRoled { return .left }
      return left < right ? .left : .right
    }
  }

  // MARK: What no frame took

  /// Lengths and stretches that stand alone are the film's, or the clip's beside them.
  private mutating func resolveLoose() {
    let isSubject = loose.contains { $0.term == .target(.music) || ($0.isClip && $0.isChinese) }
    if frames.isEmpty, isSubject { beginMusic() }
    let targets = loose.indices.filter { index in
      if case .target(let target) = loose[index].term { target.isClips } else { false }
    }
    let hasUnknown = sentence.lexemes.contains { $0.term == .unknown && $0.isChinese }
    var used: Set<Int> = []
    let hasLength = loose.contains { if case .time = $0.term { true } else { false } }
    for (index, lexeme) in loose.enumerated() {
      let near = targets.last { $0 < index } ?? targets.first
      var subject = Target.film
      if let near, case .target(let named) = loose[near].term { subject = named }
      let span = near.map { loose[$0].span.joined(lexeme.span) } ?? lexeme.span
      switch lexeme.term {
      case .window where !frames.isEmpty: unused.append(lexeme.span)
      case .time(_, .bare) where near == nil && lexeme.isChinese && hasUnknown:
        unused.append(lexeme.span)
      case .time(let value, let role)
      where role != .at && role != .by && role != .until && value > 0:
        if let near { used.insert(near) }
        add(.length(subject, value), span)
      case .window(let from, let to):
        if let near { used.insert(near) }
        add(.trim(subject, .keep(from: from, to: to)), span)
      case .percent(let value, .to) where frames.isEmpty && value <= 200:
        add(.volume(subject, .to(value / 100)), span)
      case .target(.music):
        add(.unsupported(Feature("music generation")), lexeme.span)
      case .part(let isFirst, let value) where near != nil:
        if let near { used.insert(near) }
        add(.trim(subject, isFirst ? .dropFirst(value) : .dropLast(value)), span)
      case .number(let value) where hasLength && value > 0 && value <= 600 && near != nil:
        if let near { used.insert(near) }
        add(.length(subject, Milliseconds(seconds: value)), span)
      case .target, .noun, .side(.in), .side(.out), .aligning, .throughout, .pieces, .both, .rest:
        break
      default: unused.append(lexeme.span)
      }
    }
    for index in targets
    where !used.contains(index) && loose[index].term != .target(.clips) && !loose[index].isImplied {
      unused.append(loose[index].span)
    }
  }

  /// "On the second clip, zoom in and pan left": both are meant for it.
  private mutating func inheritTargets(_ lexemes: [Lexeme], _ heads: [Int]) {
    for index in frames.indices.dropFirst() {
      guard case .fade = frames[index].kind, frames[index].slots.target == nil,
        !frames[index].slots.isPicture
      else { continue }
      switch frames[index - 1].kind {
      case .volume, .fade: break
      default: continue
      }
      frames[index].slots.target = frames[index - 1].slots.target
    }
    for index in frames.indices.dropFirst() {
      let (last, next) = (frames[index - 1], frames[index])
      guard next.follows, next.isCamera, last.isCamera, next.slots.target == nil else { continue }
      frames[index].slots.target = last.slots.target
    }
    guard let first = frames.first, let head = heads.first, frames.count > 1 else { return }
    let leads = lexemes[..<head].contains { lexeme in
      if case .target(let target) = lexeme.term { return target.isClips && target != .clips }
      return false
    }
    guard leads, first.takesClip, let target = first.slots.target else { return }
    for index in frames.indices.dropFirst() {
      guard frames[index].slots.target == nil, frames[index].takesClip else { break }
      _ = frames[index].fill(Lexeme(.target(target), frames[index].span))
    }
  }
}

extension Lexeme {
  /// Whether it names one clip.
  var isClip: Bool {
    if case .target(.clip) = term { true } else { false }
  }

  /// Whether it is a length that something is to have.
  fileprivate var isLength: Bool {
    switch term {
    case .time(_, .to), .time(_, .bare), .time(_, .lasting): true
    default: false
    }
  }

  /// Whether a preposition ties it to what stands before it.
  fileprivate var isRoled: Bool {
    switch term {
    case .time(_, .at): !isChinese
    case .time(_, let role), .percent(_, let role), .factor(_, let role): role != .bare
    case .place(_, let role): role != .bare && !isChinese
    case .focus, .window: !isChinese
    case .quote: true
    default: false
    }
  }
}
