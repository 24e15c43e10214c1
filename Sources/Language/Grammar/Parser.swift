import MediaTime
import Timeline

/// Reads lexemes into requests: finds the words that open a frame, gives every other word to
/// the frame it belongs to, and says which words nothing used.
///
/// A word goes to the nearer frame that has a slot for it; a comma, an "and" or a verb between
/// them counts as distance. Each word is looked at once, so that reading is linear.
struct Parser {
  var found: [Understood] = []
  var unused: [Span] = []

  var frames: [Frame] = []
  var sentence = Sentence([])
  var pending: [Pending] = []
  var bounds = 0
  /// How many of the boundaries are commas.
  var commas = 0
  private var sawThen = false
  /// Second clips and stretches of a frame: it is meant for them as well.
  var more: [(frame: Int, lexemes: [Lexeme])] = []
  /// Conditions, and the words that hang on them.
  private var givens: [Given] = []

  private struct Given {
    var condition: Condition
    var range: Range<Int>
  }

  /// Things said of no frame, which may yet mean the film: "5 seconds".
  var loose: [Lexeme] = []

  /// Where a length is the film's only because nothing else is named.
  var assumed: Set<Span> = []

  /// A word that waits for the next frame.
  struct Pending {
    var lexeme: Lexeme
    var index: Int
    /// Boundaries between the last frame and it.
    var bounds: Int
    /// Commas between the last frame and it.
    var commas: Int
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
    (bounds, commas) = (0, 0)
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
    handOn()
    answerComplaints()
    measureStretches()
    dressTogether()
    for (number, lexemes) in more {
      guard let frame = frames.first(where: { $0.number == number }) else { continue }
      frames.append(frame.again(for: lexemes))
    }
    for index in frames.indices where frames[index].kind == .remove {
      // 超过5秒的片段都删掉: the clips of which that is so.
      let start = frames[index].span.start
      let subject = givens.last { $0.range.contains(start) }?.condition.subject
      if let subject, subject.isClips {
        _ = frames[index].fill(Lexeme(.target(subject), frames[index].span))
      }
    }
    for frame in frames {
      let requests = frame.requests()
      if requests.isEmpty, frame.kind != .leave { unused.append(frame.span) }
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
      frame.isComplaint = lexeme.isComplaint
      switch lexeme.term {
      case .blackout: frame.slots.isPicture = true
      case .fontName: frame.slots.target = .titles
      default: break
      }
      if lexeme.term != .then { sawThen = false }
      if let own = sentence.opening(index) {
        if case .lettering = own { frame.slots.target = .titles }
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
        pending.append(Pending(lexeme: own, index: index, bounds: bounds, commas: commas))
      }
    case .request(let request): add(request, lexeme.span)
    case .boundary:
      bounds += 1
      if lexeme.term == .comma { commas += 1 }
      if lexeme.term == .then { sawThen = true }
    case .silent:
      if case .verb(.make) = lexeme.term { bounds += 1 }
    case .unknown: unused.append(lexeme.span)
    }
  }
}
