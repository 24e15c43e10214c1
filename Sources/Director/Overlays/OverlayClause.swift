import MediaTime
import Timeline

/// A clause that may be about a picture over the film: "put the logo in the top right corner",
/// "make it smaller", 把logo移到左下角.
struct OverlayClause: Hashable {
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
  }

  private(set) var subject: Subject?
  private(set) var adds = false
  private(set) var removes = false
  /// Whether it says that something lies over the film, in whatever words.
  private(set) var isOver = false
  private(set) var place: Inset.Place?
  private(set) var time: Time?
  /// What is said of its size: a factor, or a share of the frame.
  private(set) var scale, size: Double?
  /// What is said of its opacity: a factor, or how opaque it is.
  private(set) var density, opacity: Double?
  /// Where it stands, in scalars.
  private(set) var range: Range<Int>?
  /// Whether it holds a word that means nothing here.
  private(set) var isForeign = false
  private var number: Double?
  private var edge: OverlayTerm?
  private var hasShare = false
  private var share: OverlayTerm?
  private var ordinal: Int?

  /// Whether it says how something is to lie.
  var changes: Bool {
    place != nil || time != nil || scale != nil || size != nil || density != nil || opacity != nil
  }

  /// Whether it says nothing else.
  var isValue: Bool { changes && !adds && !removes && !isOver }

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

  /// "Add the logo, bottom left": where something lies may be said behind a comma.
  private static func joined(_ clauses: [OverlayClause]) -> [OverlayClause] {
    clauses.reduce(into: []) { joined, clause in
      guard let last = joined.last, last.adds, last.subject != nil, last.place == nil,
        !last.isForeign, !clause.isForeign, clause.subject == nil, !clause.removes,
        let place = clause.place,
        let (range, rest) = last.range.flatMap({ range in
          clause.range.map { (range, $0) }
        })
      else { return joined.append(clause) }
      var whole = last
      (whole.place, whole.range) = (place, range.lowerBound..<rest.upperBound)
      whole.size = whole.size ?? clause.size
      whole.opacity = whole.opacity ?? clause.opacity
      joined[joined.count - 1] = whole
    }
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
    if edge != nil, number == nil {
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
    case .density(let factor): density = factor
    case .opacity(let opacity): self.opacity = opacity
    case .solidity, .clarity: share = term
    case .percent: takeShare()
    case .whole: time = .whole
    case .first, .last: edge = term
    case .seconds: takeSeconds()
    case .ordinal(let number): ordinal = number
    default: break
    }
  }

  private mutating func takeUnknown(_ word: Word, in wording: Wording) {
    switch word.kind {
    case .number(let value) where number == nil: number = Double(value)
    case .other
    where wording.scalars[word.place.lowerBound] == "%"
      || wording.scalars[word.place.lowerBound] == "％":
      takeShare()
    default: isForeign = true
    }
  }

  private mutating func takeShare() {
    guard number != nil else { return isForeign = true }
    hasShare = true
  }

  private mutating func takeSeconds() {
    guard number != nil || edge != nil else { return ordinal = 2 }
    guard let seconds = number, let edge, seconds > 0 else { return isForeign = true }
    let length = Milliseconds(Int(seconds * 1000))
    time = edge == .first ? .first(length) : .last(length)
    (number, self.edge) = (nil, nil)
  }

  /// Settles what a figure is of.
  private mutating func close() {
    if edge != nil || ordinal != nil { isForeign = true }
    guard let number else { return }
    guard hasShare || share != nil, (0...100).contains(number) else { return isForeign = true }
    switch share {
    case .solidity: opacity = number / 100
    case .clarity: opacity = 1 - number / 100
    default: size = max(number / 100, Inset.sizes.lowerBound)
    }
  }

  private mutating func extend(_ place: Range<Int>) {
    range = (range?.lowerBound ?? place.lowerBound)..<place.upperBound
  }
}
