import MediaTime
import Timeline

/// A clause that may be about a picture over the film: "put the logo in the top right corner",
/// "make it smaller", 把logo移到左下角.
struct OverlayClause {
  /// What is laid over the film.
  enum Subject: Hashable {
    case sign, window, mark, picture, clip, it
    /// A medium called by its name, by its index.
    case medium(Int)
    /// The picture of that number, from 1; −1 is the last.
    case numbered(Int)
  }

  /// When it is seen.
  enum Time: Hashable {
    case whole
    case first(Milliseconds)
    case last(Milliseconds)
    /// Until the end where there is no end of its own.
    case from(Milliseconds, to: Milliseconds?)
  }

  private(set) var subject: Subject?
  private(set) var adds = false
  private(set) var removes = false
  /// Whether it says that something lies over the film, in whatever words.
  private(set) var isOver = false
  private(set) var place: Inset.Place?
  /// Fields by which it moves.
  private(set) var nudge: (across: Int, down: Int)?
  private(set) var fadesIn = false
  private(set) var fadesOut = false
  private(set) var time: Time?
  /// What is said of its size: a factor, or a share of the frame.
  private(set) var scale, size: Double?
  /// What is said of its opacity: a factor, or how opaque it is.
  private(set) var opacityScale, opacity: Double?
  /// Where it stands, in scalars.
  private(set) var range: Range<Int>?
  /// Whether it holds a word that means nothing here.
  private(set) var isForeign = false
  private var numbers: [Double] = []
  private var edge: OverlayTerm?
  private var percentage: Double?
  private var share: OverlayTerm?
  private var ordinal: Int?
  private var hasSeconds = false
  /// Whether "from", or "for", says what seconds mean.
  private var span: OverlayTerm?

  /// Whether it says how something is to lie.
  var changes: Bool { changeCount > 0 || fadesIn || fadesOut }

  private var changeCount: Int {
    let said: [Bool] = [
      place != nil || nudge != nil, time != nil, scale != nil || size != nil,
      opacityScale != nil || opacity != nil,
    ]
    return said.count { $0 }
  }

  /// Whether it says one thing of what was spoken of, and nothing else: "a bit smaller".
  var isValue: Bool {
    !isOver && (removes ? changeCount == 0 : changeCount == 1 && (!adds || place != nil))
  }

  /// Whether it names a corner of the frame, which nothing of the film itself has.
  var namesCorner: Bool {
    switch place {
    case .topLeft, .topRight, .bottomLeft, .bottomRight: true
    default: isOver
    }
  }

  /// The clauses of a message.
  /// - Parameter names: what the media are called.
  static func clauses(of wording: Wording, naming names: [String]) -> [OverlayClause] {
    let (words, lexer) = (wording.words, Lexer(names: names))
    var clauses = [OverlayClause()]
    var index = 0
    while index < words.count {
      let place = words[index].place
      let known = OverlayTerm.vocabulary.match(words, at: index)
      if let name = lexer.name(words, at: index), name.count >= known?.count ?? 0 {
        let end = words[index + name.count - 1].place.upperBound
        clauses[clauses.count - 1].take(name.index, place.lowerBound..<end)
        index += name.count
        continue
      }
      let count = known?.count ?? 1
      let whole = place.lowerBound..<words[index + count - 1].place.upperBound
      if known?.term == .joint || words[index].kind == .mark {
        clauses[clauses.count - 1].close()
        clauses.append(OverlayClause())
      } else {
        clauses[clauses.count - 1].take(known?.term, words[index], whole, in: wording)
      }
      index += count
    }
    clauses[clauses.count - 1].close()
    return joined(clauses)
  }

  /// "Add the logo, bottom left", "picture in picture, with talk": where something lies, and what
  /// it is, may be said behind a comma.
  private static func joined(_ clauses: [OverlayClause]) -> [OverlayClause] {
    clauses.reduce(into: []) { joined, clause in
      guard let last = joined.last, let whole = last.joined(with: clause) else {
        return joined.append(clause)
      }
      joined[joined.count - 1] = whole
    }
  }

  private func joined(with next: OverlayClause) -> OverlayClause? {
    guard let range, let rest = next.range, subject != nil, adds || isOver || time != nil,
      !isForeign, !next.isForeign, !next.removes
    else { return nil }
    var whole = self
    whole.range = range.lowerBound..<rest.upperBound
    if case .medium? = next.subject, subject == .window { whole.subject = next.subject }
    let isSaid = whole.subject != subject
    guard isSaid || next.subject == nil && place == nil && next.place != nil else { return nil }
    whole.place = place ?? next.place
    whole.size = size ?? next.size
    whole.opacity = opacity ?? next.opacity
    return whole
  }

  private mutating func take(_ medium: Int, _ place: Range<Int>) {
    extend(place)
    if case .medium? = subject { isForeign = true }
    subject = .medium(medium)
  }

  private mutating func take(
    _ term: OverlayTerm?, _ word: Word, _ place: Range<Int>, in wording: Wording
  ) {
    extend(place)
    guard let term else { return takeUnknown(word, in: wording) }
    switch term {
    case .filler, .joint: break
    case .add: adds = true
    case .remove: removes = true
    case .cover: (adds, isOver) = (true, true)
    case .fadeIn: fadesIn = true
    case .fadeOut: fadesOut = true
    case .fadeItIn:
      name(.it)
      fadesIn = true
    case .fadeItOut:
      name(.it)
      fadesOut = true
    case .sign: name(.sign)
    case .window: (subject, isOver) = (subject ?? .window, true)
    case .mark: (subject, isOver) = (subject ?? .mark, true)
    case .picture: namePicture()
    case .clip: name(.clip)
    case .it: name(.it)
    case .over: isOver = true
    case .corner:
      self.place = self.place ?? .topRight
      isOver = true
    default: takeValue(term)
    }
  }

  /// A name says more than a pronoun, and a watermark is made of what is named beside it.
  private mutating func name(_ subject: Subject) {
    switch self.subject {
    case nil, .mark, .it: self.subject = subject
    case .window where subject != .it: self.subject = subject
    default: break
    }
  }

  /// "The second picture": the words of its number say something else alone.
  private mutating func namePicture() {
    if edge != nil, numbers.isEmpty {
      ordinal = edge == .first ? 1 : -1
      edge = nil
    }
    name(ordinal.map(Subject.numbered) ?? .picture)
    ordinal = nil
  }

  private mutating func takeValue(_ term: OverlayTerm) {
    switch term {
    case .place(let place): self.place = place
    case .scale(let factor): scale = factor
    case .size(let size): self.size = size
    case .opacityScale(let factor): opacityScale = factor
    case .opacity(let opacity): self.opacity = opacity
    case .opacityNoun, .transparencyNoun: share = term
    case .percent: takeShare()
    case .whole: time = .whole
    case .first, .last: edge = term
    case .seconds: takeSeconds()
    case .ordinal(let number): ordinal = number
    case .nudge(let across, let down): nudge = (across, down)
    case .from, .lasting: span = term
    case .figure(let number): numbers.append(Double(number))
    default: break
    }
  }

  private mutating func takeUnknown(_ word: Word, in wording: Wording) {
    switch word.kind {
    case .number(let value): numbers.append(Double(value))
    case .letters(let text):
      // "2s".
      guard text.last == "s", let seconds = Int(text.dropLast()) else { return isForeign = true }
      numbers.append(Double(seconds))
      takeSeconds()
    case .other
    where wording.scalars[word.place.lowerBound] == "%"
      || wording.scalars[word.place.lowerBound] == "％":
      takeShare()
    default: isForeign = true
    }
  }

  private mutating func takeShare() {
    guard let number = numbers.popLast(), (0...100).contains(number), percentage == nil else {
      return isForeign = true
    }
    percentage = number
  }

  private mutating func settle(_ share: Double) {
    switch self.share {
    case .opacityNoun: opacity = share / 100
    case .transparencyNoun: opacity = 1 - share / 100
    default: size = max(share / 100, Inset.sizes.lowerBound)
    }
  }

  private mutating func takeSeconds() {
    guard !numbers.isEmpty || edge != nil else { return ordinal = 2 }
    hasSeconds = true
    guard let edge, let seconds = numbers.popLast() else { return }
    let length = Milliseconds(Int(seconds * 1000))
    time = edge == .first ? .first(length) : .last(length)
    self.edge = nil
  }

  /// Settles what figures are of that say it neither before nor behind them.
  private mutating func close() {
    if edge != nil || ordinal != nil || span == .from && !hasSeconds { isForeign = true }
    if let percentage { settle(percentage) }
    guard !numbers.isEmpty else { return }
    let times = numbers.map { Milliseconds(Int($0 * 1000)) }
    switch (span, times.count) {
    case (.from?, 1) where hasSeconds: time = .from(times[0], to: nil)
    case (.from?, 2) where hasSeconds && times[0] < times[1]:
      time = .from(times[0], to: times[1])
    case (.lasting?, 1) where hasSeconds: time = .first(times[0])
    case (_, 1)
    where share != nil && !hasSeconds && percentage == nil && (0...100).contains(numbers[0]):
      settle(numbers[0])
    default: isForeign = true
    }
  }

  private mutating func extend(_ place: Range<Int>) {
    range = (range?.lowerBound ?? place.lowerBound)..<place.upperBound
  }
}
