import MediaTime

extension Phrases {
  /// A number with what it counts.
  func value(_ index: Int) -> Match? {
    if case .colons(let colons) = term(index) { return self.colons(colons, index) }
    if let duration = duration(index) {
      return (.time(duration.value, .bare), duration.count)
    }
    if let rate = percentage(index) { return (.percent(rate.value, .bare), rate.count) }
    if let shape = shape(index) { return shape }
    if term(index + 1) == .preposition(.to), term(index + 2) == .ordinal(-1) {
      if case .ordinal(let number) = term(index), number > 1 { return (.ordinal(-number), 3) }
      if term(index) == .second { return (.ordinal(-2), 3) }
    }
    switch term(index) {
    case .fromEnd:
      guard term(index + 1) == .ordinalMark, case .number(let value) = term(index + 2), value >= 1,
        value < 1000
      else { return nil }
      return (.ordinal(-Int(value)), 3)
    case .noun(.aspect):
      let next = skipping(index + 1, also: [.colon, .verb(.make), .preposition(.to)])
      guard case .colons(let colons) = term(next) else { return nil }
      return aspect(colons.parts).map { ($0, next - index + 1) }
    case .ordinalMark:
      guard case .number(let value) = term(index + 1), value >= 1, value < 1000 else { return nil }
      return (.ordinal(Int(value)), 2)
    case .aspect(let aspect): return (.request(.aspect(aspect)), 1)
    case .quality(let quality): return (.request(.quality(quality)), 1)
    case .resolution(let lines): return (.request(.resolution(lines)), 1)
    case .feature(let name): return (.request(.unsupported(Feature(name))), 1)
    default: return nil
    }
  }

  /// A time code, or a ratio, whichever it can be.
  private func colons(_ colons: Token.Colons, _ index: Int) -> Match? {
    let before = term(index - 1)
    let isPlaced = [.at, .from, .until, .between, .for].contains { before == .preposition($0) }
    var isRange = false
    if term(index + 1) == .preposition(.to), case .colons = term(index + 2) { isRange = true }
    if before == .preposition(.to), case .colons = term(index - 2) { isRange = true }
    if isPlaced || isRange || !Self.ratios.contains(colons.parts), let seconds = colons.seconds {
      return (.time(Self.milliseconds(seconds), .clock), 1)
    }
    return aspect(colons.parts).map { ($0, 1) }
  }

  private static let ratios: Set<[Double]> = [
    [9, 16], [21, 9], [9, 21], [3, 10], [2.35, 1], [2.39, 1], [1.85, 1], [16, 10], [10, 16],
  ]

  /// A length of time; a film is at most a few days long, so that sums stay far from overflow.
  static func milliseconds(_ seconds: Double) -> Milliseconds {
    Milliseconds(seconds: min(max(seconds, 0), 1e6))
  }

  // MARK: Quantities

  /// "two", "two and a half", "half a", 半.
  private func quantity(_ index: Int) -> (value: Double, count: Int)? {
    switch term(index) {
    case .number(let value):
      if term(index + 1) == .and, term(index + 2) == .article,
        case .fraction(let part) = term(index + 3)
      {
        return (value + part, 4)
      }
      if case .fraction(let part) = term(index + 1), !isChinese(index + 1) {
        return (value + part, 2)
      }
      return (value, 1)
    case .fraction(let value):
      var count = 1
      if term(index + count) == .preposition(.of) { count += 1 }
      if term(index + count) == .article { count += 1 }
      return (value, count)
    case .article:
      if case .fraction(let value) = term(index + 1) {
        return (value, term(index + 2) == .preposition(.of) ? 4 : 2)
      }
      if case .number(let value) = term(index + 1), value == 2 { return (value, 2) }
      return nil
    default: return nil
    }
  }

  private func unit(_ index: Int) -> Int? {
    switch term(index) {
    case .unit(let milliseconds): milliseconds
    case .second: 1000
    default: nil
    }
  }

  /// "3 seconds", "a second and a half", "1 minute 30 seconds", 一分三十秒, 两秒半.
  private func duration(_ index: Int) -> (value: Milliseconds, count: Int)? {
    var total = 0.0
    var next = index
    var last = Int.max
    while next - index < 12 {
      var start = next
      if next > index, term(next) == .and { start += 1 }
      var amount = quantity(start)
      if amount == nil, next == index, term(index) == .article, unit(index + 1) != nil {
        amount = (1, 1)
      }
      guard let amount, start + amount.count < lexemes.count,
        let unit = unit(start + amount.count), unit < last
      else { break }
      if next > index, term(start) == .article { break }
      total += amount.value * Double(unit)
      last = unit
      next = start + amount.count + 1
      if let half = trailingFraction(next) {
        total += half.value * Double(unit)
        next += half.count
      }
    }
    return next > index ? (Self.milliseconds(total / 1000), next - index) : nil
  }

  /// "… and a half", …半.
  private func trailingFraction(_ index: Int) -> (value: Double, count: Int)? {
    if term(index) == .and, term(index + 1) == .article, case .fraction(let part) = term(index + 2),
      unit(index + 3) == nil
    {
      return (part, 3)
    }
    if case .fraction(let part) = term(index), isChinese(index), unit(index + 1) == nil,
      lexemes[index].span.end - lexemes[index].span.start == 1
    {
      return (part, 1)
    }
    return nil
  }

  /// "35 %", "thirty percent", 百分之三十, 三成.
  private func percentage(_ index: Int) -> (value: Double, count: Int)? {
    if term(index) == .percentBefore, case .number(let value) = term(index + 1), value <= 1e4 {
      return (value, 2)
    }
    guard case .number(let value) = term(index), value <= 1e4 else { return nil }
    switch term(index + 1) {
    case .percentMark: return (value, 2)
    case .tenths where isChinese(index + 1) && value <= 10: return (value * 10, 2)
    default: return nil
    }
  }

  /// "2x", 两倍, "16x9", "1920×1080", "30 degrees", "60 fps", "1080p".
  private func shape(_ index: Int) -> Match? {
    guard let quantity = quantity(index), quantity.value <= 1e5 else { return nil }
    let next = index + quantity.count
    let value = quantity.value
    switch term(next) {
    case .crossMark, .preposition(.by):
      if case .number(let other) = term(next + 1), index + 1 == next {
        if value >= 100, other >= 100, value <= 1e5, other <= 1e5 {
          return (.request(.frame(width: Int(value), height: Int(other))), 3)
        }
        if value < 100, other < 100 { return aspect([value, other]).map { ($0, 3) } }
      }
      guard term(next) == .crossMark, value <= 1000 else { return nil }
      return (.factor(value, .bare), quantity.count + 1)
    case .noun(.speed) where value > 0 && value <= 1000:
      return (.factor(value, .bare), quantity.count)
    case .timesMark where value <= 1000: return (.factor(value, .bare), quantity.count + 1)
    case .degreeMark: return (.degrees(min(value, 3600)), quantity.count + 1)
    case .frameRateMark where value >= 5: return frameRate(value).map { ($0, quantity.count + 1) }
    case .linesMark where (100...5000).contains(value):
      return (.request(.resolution(Int(value))), quantity.count + 1)
    default: return nil
    }
  }

  /// `font "Georgia"`; the font that is to be bigger stands for the words where those go unnamed.
  func font(_ index: Int) -> Match? {
    guard term(index) == .noun(.font) else { return nil }
    let next = skipping(
      index + 1, also: [.colon, .preposition(.to), .preposition(.with), .verb(.make)])
    if case .quote(let name) = term(next) { return (.fontName(name), next - index + 1) }
    if case .fontName = term(next) { return (term(next), next - index + 1) }
    let namesWords = lexemes.contains { $0.term.isText }
    guard !namesWords, isSize(term(next)) || isSize(term(index - 1)) else { return nil }
    return (.noun(.text), 1)
  }

  private func isSize(_ term: Term) -> Bool {
    switch term {
    case .textSize, .change(.larger), .change(.smaller): true
    default: false
    }
  }

  /// "frame rate 60", "seed 7", 帧率设为60.
  func labelledValue(_ index: Int) -> Match? {
    let label = term(index)
    guard label == .frameRateMark || label == .noun(.seed) else { return nil }
    let next = skipping(
      index + 1,
      also: [.preposition(.of), .preposition(.to), .verb(.make), .preposition(.at), .colon])
    guard case .number(let value) = term(next) else { return nil }
    let made = label == .frameRateMark ? frameRate(value) : .request(.seed(Int(value)))
    return made.map { ($0, next - index + 1) }
  }
}
