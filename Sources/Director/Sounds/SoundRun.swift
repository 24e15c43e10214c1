import MediaTime

/// Neighbouring words of a message that all have to do with sounds.
struct SoundRun {
  /// A word, or a figure, of the run.
  enum Element: Hashable {
    case term(SoundTerm)
    case number(Int)
    case percent
    case time(Milliseconds)
    case quote(String)
    case definite
  }

  /// What it says, in order.
  private(set) var elements: [Element]
  /// Where each element stands, in scalars.
  private(set) var places: [Range<Int>]
  /// Whether nothing of its clause comes before it.
  let opensClause: Bool
  /// Whether the word behind it says how loud what it names is to be.
  private(set) var isLevelled = false

  /// Whether it says a term.
  func has(_ term: SoundTerm) -> Bool { elements.contains(.term(term)) }

  /// The terms among the elements.
  var terms: [SoundTerm] {
    elements.compactMap { if case .term(let term) = $0 { term } else { nil } }
  }

  /// A run without its first elements.
  func dropping(_ count: Int) -> SoundRun {
    var run = self
    run.elements.removeFirst(count)
    run.places.removeFirst(count)
    return run
  }

  /// Whether something is quoted in it.
  var hasQuote: Bool { elements.contains { if case .quote = $0 { true } else { false } } }

  /// All of it, in scalars.
  var place: Range<Int> {
    (places.first?.lowerBound ?? 0)..<(places.last?.upperBound ?? 0)
  }

  /// All words of a message that have to do with sounds, as one run.
  init(wholeOf message: String) {
    let runs = Self.runs(in: Wording(message))
    elements = runs.flatMap(\.elements)
    places = runs.flatMap(\.places)
    opensClause = true
  }

  fileprivate init(
    elements: [Element], places: [Range<Int>], opensClause: Bool, isLevelled: Bool
  ) {
    self.elements = elements
    self.places = places
    self.opensClause = opensClause
    self.isLevelled = isLevelled
  }

  /// The runs of a message.
  /// - Parameter barred: places, in scalars, that belong to something else.
  static func runs(in wording: Wording, barred: [Range<Int>] = []) -> [SoundRun] {
    var scanner = Scanner(wording: wording, barred: barred)
    return scanner.runs()
  }
}

/// Finds runs, in one pass.
private struct Scanner {
  let wording: Wording
  let barred: [Range<Int>]
  private var index = 0
  private var elements: [SoundRun.Element] = []
  private var places: [Range<Int>] = []
  private var opensClause = true
  private var found: [SoundRun] = []

  init(wording: Wording, barred: [Range<Int>]) {
    self.wording = wording
    self.barred = barred
  }

  mutating func runs() -> [SoundRun] {
    let words = wording.words
    while index < words.count {
      let word = words[index]
      guard !barred.contains(where: { $0.overlaps(word.place) }) else {
        end(followedBy: word)
        continue
      }
      if let (element, count) = element(at: index) {
        if Self.begins(element, after: elements.last) { close(opening: true, keepingLast: true) }
        elements.append(element)
        places.append(word.place.lowerBound..<words[index + count - 1].place.upperBound)
        index += count
      } else if word.kind == .mark, isSpoken && isColon(word) || saysMore(after: index) {
        index += 1
      } else {
        end(followedBy: word)
      }
    }
    close(opening: true)
    return found
  }

  /// "And make": another wish begins.
  private static func begins(_ next: SoundRun.Element, after last: SoundRun.Element?) -> Bool {
    guard last == .term(.with) else { return false }
    return [.term(.add), .term(.change), .term(.make), .term(.remove)].contains(next)
  }

  private mutating func end(followedBy word: Word) {
    close(opening: word.kind == .mark)
    index += 1
  }

  private mutating func close(opening: Bool, keepingLast: Bool = false) {
    var kept: (SoundRun.Element, Range<Int>)?
    if keepingLast, let element = elements.last, let place = places.last {
      kept = (element, place)
      elements.removeLast()
      places.removeLast()
    }
    if !elements.isEmpty {
      let isLevelled = SoundVocabulary.levels.match(wording.words, at: index) != nil
      found.append(
        SoundRun(
          elements: elements, places: places, opensClause: opensClause, isLevelled: isLevelled))
    }
    elements = kept.map { [$0.0] } ?? []
    places = kept.map { [$0.1] } ?? []
    opensClause = opening
  }

  /// Whether what is quoted next may be what is spoken.
  private var isSpoken: Bool {
    elements.contains(.term(.voice)) || elements.contains(.term(.say))
  }

  /// Whether the next clause only says how what was asked for sounds: “…”, 女声，加字幕; 音乐，20%.
  private func saysMore(after mark: Int) -> Bool {
    let isQuoted = elements.contains { if case .quote = $0 { true } else { false } }
    let isHeard = elements.contains { element in
      switch element {
      case .term(.music), .term(.genre), .term(.sound), .term(.effect(_, isHeard: true)): true
      default: isQuoted
      }
    }
    var (index, says) = (mark + 1, false)
    while isHeard, index < wording.words.count, wording.words[index].kind != .mark {
      guard let (element, count) = element(at: index) else { return false }
      switch element {
      case .term(.manner), .term(.captions), .term(.karaoke), .term(.pace):
        guard isQuoted else { return false }
        says = true
      case .percent: says = true
      case .number, .definite, .term(.filler), .term(.at): break
      case .term(.add), .term(.with), .term(.voice): guard isQuoted else { return false }
      default: return false
      }
      index += count
    }
    return says
  }

  private func isColon(_ word: Word) -> Bool {
    [":", "：", ",", "，"].contains(wording.scalars[word.place.lowerBound])
      && index + 1 < wording.words.count && wording.words[index + 1].kind == .quotation
      || [":", "："].contains(wording.scalars[word.place.lowerBound])
  }

  private func element(at index: Int) -> (SoundRun.Element, Int)? {
    let words = wording.words
    switch words[index].kind {
    case .quotation:
      guard isSpoken else { return nil }
      let place = words[index].place
      let inside = wording.scalars[place.lowerBound + 1..<place.upperBound - 1]
      var text = String.UnicodeScalarView()
      text.append(contentsOf: inside)
      return (.quote(String(text)), 1)
    case .clock(let time): return (.time(time), 1)
    case .number(let number):
      if let (time, count) = decimal(at: index) { return (.time(time), count) }
      if let match = SoundVocabulary.shared.match(words, at: index) {
        return (.term(match.term), match.count)
      }
      return (.number(number), 1)
    case .other:
      let scalar = wording.scalars[words[index].place.lowerBound]
      return "%％".unicodeScalars.contains(scalar) ? (.percent, 1) : nil
    case .letters("the"):
      if let match = SoundVocabulary.shared.match(words, at: index), match.count > 1 {
        return (.term(match.term), match.count)
      }
      return (.definite, 1)
    case .letters(let text):
      if let match = SoundVocabulary.shared.match(words, at: index) {
        return (.term(match.term), match.count)
      }
      if let number = Self.numerals.firstIndex(of: text), saysSeconds(index + 1) {
        return (.number(number + 1), 1)
      }
      return Lexer.seconds(text).map { (.time($0), 1) }
    case .han(let text):
      if let number = Lexer.digits[text], index + 1 < words.count, words[index + 1].key == "秒" {
        let unit = SoundVocabulary.shared.match(words, at: index + 1)
        return (.time(Milliseconds(number * 1000)), 1 + (unit?.count ?? 1))
      }
      return SoundVocabulary.shared.match(words, at: index).map { (.term($0.term), $0.count) }
    case .mark: return nil
    }
  }

  private static let numerals = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
  ]

  private func saysSeconds(_ index: Int) -> Bool {
    SoundVocabulary.shared.match(wording.words, at: index)?.term == .seconds
  }

  /// "2.5 seconds": a moment between whole seconds.
  private func decimal(at index: Int) -> (Milliseconds, Int)? {
    let words = wording.words
    guard index + 2 < words.count, case .number(let whole) = words[index].kind,
      words[index + 1].kind == .mark, wording.scalars[words[index + 1].place.lowerBound] == ".",
      words[index + 1].place.lowerBound == words[index].place.upperBound,
      words[index + 2].place.lowerBound == words[index + 1].place.upperBound
    else { return nil }
    let written = String(
      String.UnicodeScalarView(
        wording.scalars[words[index].place.lowerBound..<words[index + 2].place.upperBound]))
    if case .number = words[index + 2].kind, let value = Double(written),
      let unit = SoundVocabulary.shared.match(words, at: index + 3), unit.term == .seconds
    {
      return (Milliseconds(seconds: min(value, 86_400)), 3 + unit.count)
    }
    guard case .letters(let text) = words[index + 2].kind, text.hasSuffix("s"),
      let part = Int(text.dropLast()), let value = Double("\(whole).\(part)"),
      text.count > 1
    else { return nil }
    return (Milliseconds(seconds: min(value, 86_400)), 3)
  }
}
