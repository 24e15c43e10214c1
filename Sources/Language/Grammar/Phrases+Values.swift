import MediaTime

extension Phrases {
  /// A number with what it counts.
  func value(_ index: Int) -> Match? {
    if case .colons(let colons) = term(index) { return self.colons(colons, index) }
    if let share = partShare(index) ?? speedShare(index) ?? extra(index) ?? each(index) {
      return share
    }
    if let duration = duration(index) {
      return (.time(duration.value, .bare), duration.count)
    }
    if let rate = percentage(index) { return (.percent(rate.value, .bare), rate.count) }
    if let shape = shape(index) { return shape }
    if term(index + 1) == .preposition(.to), term(index + 2) == .ordinal(-1) {
      if case .ordinal(let number) = term(index), number > 1 { return (.ordinal(-number), 3) }
      if term(index) == .second { return (.ordinal(-2), 3) }
    }
    if let rate = otherRate(index) ?? addedObject(index) ?? changedObject(index)
      ?? bodily(index)
    {
      return rate
    }
    if case .number(1) = term(index), case .fraction = term(index + 1), !isChinese(index),
      !isUnit(index + 2), term(index + 2) != .article
    {
      return (term(index + 1), 2)
    }
    if term(index) == .second, !isChinese(index), case .number(let value) = term(index + 1),
      case .preposition = term(index - 1), !isUnit(index + 2)
    {
      return (.time(Self.milliseconds(value), .clock), 2)
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

  /// "30 fps is too choppy, go 60": a usual rate behind a rate.
  private func otherRate(_ index: Int) -> Match? {
    guard case .number(let value) = term(index), [24, 25, 30, 48, 50, 60, 120].contains(value),
      ends(index + 1),
      (max(1, index - 12)..<max(index - 1, 1)).contains(where: { place in
        if case .number = term(place - 1) { term(place) == .frameRateMark } else { false }
      })
    else { return nil }
    return frameRate(value).map { ($0, 1) }
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
        if word(index + 1).hasSuffix("s") { return (value * part, 2) }
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
      if amount == nil, next == index, term(index) == .article {
        let counted = isWhole(index + 1) ? index + 2 : index + 1
        if unit(counted) != nil, !countsThing(counted) { amount = (1, counted - index) }
      }
      if amount == nil, next == index, isWhole(index), unit(index + 1) != nil,
        !countsThing(index + 1)
      {
        amount = (1, 1)
      }
      if let (value, count) = amount, isWhole(start + count), unit(start + count + 1) != nil {
        amount = (value, count + 1)
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

  /// "A full second", "two whole seconds".
  private func isWhole(_ index: Int) -> Bool {
    ["full", "whole", "entire", "single", "good", "solid"].contains(word(index))
  }

  /// "A second copy": an ordinal, and no length.
  private func countsThing(_ index: Int) -> Bool {
    guard term(index) == .second else { return false }
    switch term(index + 1) {
    case .duplicate, .noun(.clip), .noun(.clips), .noun(.title), .noun(.text), .noun(.film),
      .noun(.transition):
      return true
    default: return false
    }
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

/// Shares of a whole, and times that are added to one.
extension Phrases {
  /// A third, half, two thirds, 30 %.
  private func fraction(_ index: Int) -> (value: Double, count: Int)? {
    switch term(index) {
    case .fraction(let value): return (value, 1)
    case .ordinal(let number) where (3...10).contains(number): return (1 / Double(number), 1)
    case .number(let value):
      switch term(index + 1) {
      case .ordinal(let number) where (3...10).contains(number) && word(index + 1).hasSuffix("s"):
        return (value / Double(number), 2)
      case .fraction(let part) where word(index + 1).hasSuffix("s"): return (value * part, 2)
      case .percentMark: return (value / 100, 2)
      default: return nil
      }
    default: return nil
    }
  }

  /// "the first half", "the last third", "the last 20 percent".
  func partShare(_ index: Int) -> Match? {
    guard !isChinese(index) else { return nil }
    let place: Int
    switch term(index) {
    case .ordinal(let number): place = number
    case .second: place = 2
    case .side(.place(.center)): place = 0
    default: return nil
    }
    guard let part = fraction(index + 1), part.value > 0, part.value < 1 else { return nil }
    let end = index + 1 + part.count
    switch term(end) {
    case .unit, .second, .noun(.clip), .noun(.clips), .noun(.transition), .noun(.title), .number:
      return nil
    case .article, .preposition(.of):
      if case .unit = term(end + 2) { return nil }
      if term(end + 1) == .second || term(end + 2) == .second { return nil }
    default: break
    }
    let size = part.value
    let from: Double
    switch place {
    case 0: from = (1 - size) / 2
    case 1...: from = size * Double(place - 1)
    default: from = 1 + size * Double(place)
    }
    guard from > -1e-9, from + size < 1 + 1e-9 else { return nil }
    return (.share(Self.exact(from), Self.exact(from + size)), end - index)
  }

  private static func exact(_ value: Double) -> Double {
    min(max((value * 1e6).rounded() / 1e6, 0), 1)
  }

  /// "a third of the speed", "two thirds of its original speed".
  private func speedShare(_ index: Int) -> Match? {
    guard !isChinese(index) else { return nil }
    let start = term(index) == .article ? index + 1 : index
    guard let part = fraction(start) else { return nil }
    var next = start + part.count
    if case .preposition(.of) = term(next) { next += 1 }
    next = skipping(next)
    guard term(next) == .noun(.speed) || term(next) == .tempo(1) else { return nil }
    if case .number = term(start), case .percentMark = term(start + 1) { return nil }
    return (.factor(Self.exact(part.value), .bare), next - index)
  }

  /// "2 more seconds", "another second", "two extra seconds", "2 more".
  private func extra(_ index: Int) -> Match? {
    guard !isChinese(index) else { return nil }
    let more: Set = ["more", "extra", "additional", "further"]
    let first = word(index)
    if first == "add", let time = duration(index + 1),
      [.to, .at, .on].contains(where: { term(index + 1 + time.count) == .preposition($0) })
    {
      return (.extra(time.value), time.count + 1)
    }
    if ["another", "extra", "additional"].contains(first), let amount = amount(index + 1) {
      guard let unit = seconds(index + 1 + amount.count) else { return nil }
      return (.extra(Self.milliseconds(amount.value * unit)), amount.count + 2)
    }
    if first == "another", let time = duration(index + 1) {
      return (.extra(time.value), time.count + 1)
    }
    if first == "another", let unit = seconds(index + 1) {
      return (.extra(Self.milliseconds(unit)), 2)
    }
    guard let amount = amount(index) else { return nil }
    let next = index + amount.count
    if more.contains(word(next)), let unit = seconds(next + 1) {
      return (.extra(Self.milliseconds(amount.value * unit)), amount.count + 2)
    }
    if let unit = seconds(next), more.contains(word(next + 1)) {
      return (.extra(Self.milliseconds(amount.value * unit)), amount.count + 2)
    }
    guard word(next) == "more", lexemes.contains(where: { isUnit($0.term) }) else { return nil }
    switch term(next + 1) {
    case .comma, .stop, .and, .then:
      return (.extra(Self.milliseconds(amount.value)), amount.count + 1)
    default: return nil
    }
  }

  private func amount(_ index: Int) -> (value: Double, count: Int)? {
    if case .number(let value) = term(index) { return (value, 1) }
    if case .fraction(let value) = term(index), term(index + 1) == .article { return (value, 2) }
    return nil
  }

  private func isUnit(_ term: Term) -> Bool {
    switch term {
    case .unit, .second: true
    default: false
    }
  }

  private func seconds(_ index: Int) -> Double? {
    switch term(index) {
    case .unit(let unit): Double(unit) / 1000
    case .second: 1
    default: nil
    }
  }
}
