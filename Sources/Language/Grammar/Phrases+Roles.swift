import MediaTime

/// Moments, lengths and stretches, and what they are for.
extension Phrases {
  func time(_ index: Int) -> Milliseconds? {
    if case .time(let value, _) = term(index) { return value }
    return nil
  }

  /// 第2秒 is a moment, and so is "2 seconds".
  func moment(_ index: Int) -> (value: Milliseconds, count: Int)? {
    if let value = time(index) { return (value, 1) }
    guard case .ordinal(let number) = term(index), number > 0, isChinese(index),
      case .unit(let unit) = term(index + 1), unit >= 1000
    else { return nil }
    return (Self.milliseconds(Double(number) * Double(unit) / 1000), 2)
  }

  /// "from 1s to 4s", "0:05–0:12", "between 1 and 4 seconds", 1到4秒.
  func window(_ index: Int) -> Match? {
    if let seconds = countedSeconds(index) ?? bareStretch(index) { return seconds }
    var start = index
    var isBetween = false
    if case .preposition(let preposition) = term(index) {
      guard [.from, .between, .at, .for].contains(preposition) else { return nil }
      isBetween = preposition == .between
      start = skipping(index + 1)
    }
    var first: Milliseconds?
    var next = start
    var bare: Double?
    if let moment = moment(start) {
      first = moment.value
      next += moment.count
    } else if case .number(let value) = term(start) {
      bare = value
      next += 1
    } else if case .ordinal(let value) = term(start), isChinese(start), value > 0 {
      bare = Double(value)
      next += 1
    }
    guard first != nil || bare != nil else { return nil }
    if term(next) == .noun(.start), isChinese(next) { next += 1 }
    let joint = term(next)
    let isJoint =
      joint == .preposition(.to) || joint == .preposition(.until) || (isBetween && joint == .and)
    guard isJoint, let last = moment(skipping(next + 1)) else { return nil }
    if let bare {
      let isMinutes = last.value >= 60_000 && last.value.count % 60_000 == 0
      first = Self.milliseconds(bare * (isMinutes ? 60 : 1))
    }
    guard let first, first < last.value else { return nil }
    var end = skipping(next + 1) + last.count
    while self.isChinese(index), self.isBetween(end) || text(end) == "的" { end += 1 }
    return (.window(first, last.value), end - index)
  }

  /// "Seconds 2 to 5".
  private func countedSeconds(_ index: Int) -> Match? {
    guard term(index) == .unit(1000), !isChinese(index), case .number(let from) = term(index + 1),
      term(index + 2) == .preposition(.to), case .number(let to) = term(index + 3), from < to
    else { return nil }
    return (.window(Self.milliseconds(from), Self.milliseconds(to)), 4)
  }

  /// "The part between 5 and 15": of seconds, where no clips can be meant.
  private func bareStretch(_ index: Int) -> Match? {
    guard !isChinese(index) else { return nil }
    if let range = bareRange(index) { return range }
    let isBetween = term(index) == .preposition(.between)
    guard isBetween || term(index) == .preposition(.from), case .number(let from) = term(index + 1),
      term(index + 2) == (isBetween ? .and : .preposition(.to)),
      case .number(let to) = term(index + 3), from < to, ends(index + 4),
      Int(to) > scene.clips.count
    else { return nil }
    let isPart = (max(0, index - 3)..<index).contains { place in
      ["part", "bit", "the bit", "section", "the section", "piece", "portion", "stretch", "need"]
        .contains(word(place)) || term(place) == .verb(.keep)
    }
    return isPart ? (.window(Self.milliseconds(from), Self.milliseconds(to)), 4) : nil
  }

  /// A value with the preposition that says what it is for.
  func role(_ index: Int) -> Match? {
    if startsInset(index) { return (.filler, 1) }
    if let spoken = keptSound(index) ?? framing(index) { return spoken }
    if let inset = inset(index) ?? opening(index) ?? closing(at: index) { return inset }
    if let shift = shift(index) { return shift }
    if let part = middlePart(index) ?? part(index) { return part }
    if let whole = throughout(index) { return whole }
    if case .preposition(let preposition) = term(index) {
      return splitMoment(preposition, index) ?? soundShare(preposition, index)
        ?? prepositional(preposition, index)
    }
    if let share = edgeShare(index) { return share }
    if let moment = moment(index) {
      let end = index + moment.count
      if let edge = edge(index, end) { return edge }
      if moment.count == 2 || (isChinese(index) && startsThere(end)) {
        return (.time(moment.value, .at), moment.count + (startsThere(end) ? 1 : 0))
      }
      if term(end) == .noun(.length), word(end).hasSuffix("total"), isStretched(index) {
        return (.time(moment.value, .to), moment.count + 1)
      }
      if term(end) == .noun(.length) {
        return (.time(moment.value, .lasting), moment.count + 1)
      }
    }
    return nil
  }

  /// "2 seconds later", 晚一秒.
  private func shift(_ index: Int) -> Match? {
    if let value = time(index) {
      let next = term(index + 1)
      if next == .change(.later) { return (.shift(value), 2) }
      if next == .change(.earlier) { return (.shift(0 - value), 2) }
      return nil
    }
    if term(index) == .preposition(.by), let value = time(index + 1), !isChinese(index) {
      let isLate = lexemes[..<index].suffix(8).contains { ["delay", "postpone"].contains($0.word) }
      return isLate ? (.shift(value), 2) : nil
    }
    let isComing = ["出来", "出现", "进来", "上来", "显示", "开始"].contains(text(index + 1))
    let next = isComing ? index + 2 : index + 1
    guard isChinese(index), let value = time(next) else { return nil }
    switch term(index) {
    case .change(.later): return (.shift(value), next - index + 1)
    case .change(.earlier): return (.shift(0 - value), next - index + 1)
    default: return nil
    }
  }

  /// …开始, …起, …后.
  func startsThere(_ index: Int) -> Bool {
    guard isChinese(index) else { return false }
    return term(index) == .noun(.start) || isAfterwards(index)
  }

  /// "2 seconds off the end".
  private func edge(_ index: Int, _ end: Int) -> Match? {
    guard let value = time(index), case .preposition(let preposition) = term(end),
      [.of, .from, .at, .in].contains(preposition)
    else { return nil }
    let last = skipping(end + 1)
    switch term(last) {
    case .noun(.start): return (.part(isFirst: true, value), last - index + 1)
    case .noun(.end): return (.part(isFirst: false, value), last - index + 1)
    default: return nil
    }
  }

  /// "35 % off the end".
  private func edgeShare(_ index: Int) -> Match? {
    guard case .percent(let value, .bare) = term(index), (0...100).contains(value),
      case .preposition(let preposition) = term(index + 1), [.of, .from, .at].contains(preposition)
    else { return nil }
    let last = skipping(index + 2)
    switch term(last) {
    case .noun(.start): return (.share(0, value / 100), last - index + 1)
    case .noun(.end): return (.share(1 - value / 100, 1), last - index + 1)
    default: return nil
    }
  }

  /// "the first 2 s", "the last second", 前两秒, 结尾3秒.
  private func part(_ index: Int) -> Match? {
    let isFirst: Bool
    if isCompared(index), case .ordinal(let number) = term(index) {
      return (.target(.clip(number)), 1)
    }
    switch term(index) {
    case .ordinal(1): isFirst = true
    case .ordinal(-1): isFirst = false
    case .side(.in) where isChinese(index): isFirst = true
    case .preposition(.before) where isChinese(index): isFirst = true
    case .preposition(.after) where isChinese(index): isFirst = false
    case .noun(.start) where isChinese(index): isFirst = true
    case .noun(.end) where isChinese(index): isFirst = false
    default: return nil
    }
    if let twin = twin(index) { return (.part(isFirst: isFirst, twin), 1) }
    let next = skipping(index + 1)
    if case .number(let value) = term(next), !isChinese(index), ends(next + 1), value <= 600,
      lexemes[..<index].suffix(12).contains(where: \.term.isTimed)
    {
      return (.part(isFirst: isFirst, Self.milliseconds(value)), next - index + 1)
    }
    if let value = time(next) {
      if !isFirst, lasts(index) { return (.time(value, .lasting), next - index + 1) }
      return (.part(isFirst: isFirst, value), next - index + 1)
    }
    guard !isChinese(index) else { return nil }
    switch term(next) {
    case .second: return (.part(isFirst: isFirst, 1000), next - index + 1)
    case .unit(let unit) where unit >= 1000:
      return (.part(isFirst: isFirst, Milliseconds(unit)), next - index + 1)
    default: return nil
    }
  }

  /// "And the first a second shorter": an ordinal before how much longer or shorter a clip is
  /// to be.
  private func isCompared(_ index: Int) -> Bool {
    guard !isChinese(index), case .ordinal = term(index),
      let time = [1, 2].first(where: {
        self.time(index + $0) != nil
      })
    else { return false }
    switch term(index + time + 1) {
    case .change(.longer), .change(.shorter): return true
    default: return false
    }
  }

  /// "Start the harbour 2 seconds in", "end the market a second earlier": what is taken off a clip.
  func inset(_ index: Int) -> Match? {
    guard let value = time(index), !isChinese(index), index > 0 else { return nil }
    if let begun = begun(index, value) { return begun }
    var named = index - 1
    while named > 0, index - named < 4, term(named) == .filler { named -= 1 }
    guard case .target(let target) = term(named), target.isClips else { return nil }
    var back = named - 1
    while back >= 0, named - back < 5, term(back) == .filler || term(back) == .article { back -= 1 }
    let isStart = ["start", "begin", "starts", "starting"].contains(word(back))
    let isEnd = ["end", "ends", "finish", "stop", "cut"].contains(word(back))
    let next = term(index + 1)
    let isIn = word(index + 1) == "in" || word(index + 1) == "into" || next == .side(.in)
    if isStart, isIn || next == .change(.later) { return (.part(isFirst: true, value), 2) }
    if isEnd, next == .change(.earlier) { return (.part(isFirst: false, value), 2) }
    return nil
  }

  /// "The harbour should begin 3 seconds later", "make the music start 4 seconds in".
  private func begun(_ index: Int, _ value: Milliseconds) -> Match? {
    let next = term(index + 1)
    let isIn = ["in", "into"].contains(word(index + 1)) || next == .side(.in)
    guard isIn || next == .change(.later), Self.beginnings.contains(word(index - 1)) else {
      return nil
    }
    var back = index - 2
    while back >= 0, index - back < 6 {
      switch term(back) {
      case .filler, .article, .noun(.clip), .verb(.make): back -= 1
      case .target(.music), .target(.text), .target(.texts), .noun(.title), .noun(.text):
        return isIn ? (.time(value, .at), 2) : nil
      case .target(let target) where target.isClips: return (.part(isFirst: true, value), 2)
      default: return nil
      }
    }
    return nil
  }

  private static let beginnings: Set = [
    "start", "begin", "starts", "begins", "starting", "beginning", "come", "appear", "kick",
  ]

  /// "for the whole film".
  private func throughout(_ index: Int) -> Match? {
    switch term(index) {
    case .preposition(.for), .preposition(.over): break
    default: return nil
    }
    let next = skipping(index + 1)
    guard term(next) == .all, ["whole", "entire", "all"].contains(word(next)) else { return nil }
    let noun = skipping(next + 1)
    switch term(noun) {
    case .noun(.film): return (.throughout, noun - index + 1)
    case .filler where ["time", "thing"].contains(word(noun)):
      return (.throughout, noun - index + 1)
    default: return nil
    }
  }

  /// "Make the clips last 3 seconds": whether "last" is a verb.
  private func lasts(_ index: Int) -> Bool {
    guard !isChinese(index), word(index) == "last" else { return false }
    switch term(index - 1) {
    case .target, .noun(.clip), .noun(.clips), .noun(.film), .noun(.title), .noun(.text),
      .noun(.transition), .number, .passage:
      return true
    case .filler:
      return ["it", "them", "should", "must", "will", "each", "to"].contains(word(index - 1))
    case .all: return true
    default: return false
    }
  }

  private func prepositional(_ preposition: Term.Preposition, _ index: Int) -> Match? {
    let next = skipping(index + 1)
    if preposition == .after || preposition == .before, !isChinese(index),
      ["everything", "anything", "all", "stuff", "it all"].contains(word(index - 1)),
      let moment = moment(next)
    {
      let isAfter = preposition == .after
      return (
        isAfter ? .time(moment.value, .until) : .part(isFirst: true, moment.value),
        next - index + moment.count
      )
    }
    if case .percent(let value, _) = term(next), let role = Self.role(preposition) {
      return (.percent(value, role), next - index + 1)
    }
    if case .factor(let value, _) = term(next), let role = Self.role(preposition) {
      return (.factor(value, role), next - index + 1)
    }
    if preposition == .to, case .number(let value) = term(next), isLevel(value, index, next + 1) {
      return (.percent(value, .to), next - index + 1)
    }
    if preposition == .to, case .number(let value) = term(next), countsSeconds(next + 1) {
      return (.time(Self.milliseconds(value), .to), next - index + 1)
    }
    guard let moment = moment(next), let role = Self.role(preposition) else { return nil }
    var end = next + moment.count
    if moment.count == 1, edge(next, end) != nil { return nil }
    if startsThere(end) || (role == .lasting && term(end) == .noun(.length)) { end += 1 }
    return (.time(moment.value, role), end - index)
  }

  /// "Music down to 20": a number alone is a share where a sound is to have it.
  private func isLevel(_ value: Double, _ index: Int, _ next: Int) -> Bool {
    guard !isChinese(index), (3...200).contains(value), ends(next) else { return false }
    for back in stride(from: index - 1, through: max(0, index - 6), by: -1) {
      switch term(back) {
      case .noun(.volume), .target(.music), .noun(.music), .noun(.sound), .noun(.ownSound),
        .change(.quieter), .change(.louder):
        return true
      case .comma, .then, .stop, .target: return false
      default: continue
      }
    }
    return false
  }

  /// Whether a bare number is of seconds, as in what the utterance makes its condition.
  private func countsSeconds(_ next: Int) -> Bool {
    switch term(next) {
    case .stop, .comma, .and, .then: break
    default: return false
    }
    return lexemes.contains { lexeme in
      guard case .given(let condition) = lexeme.term else { return false }
      switch condition.test {
      case .longer, .shorter: return true
      default: return false
      }
    }
  }

  private static func role(_ preposition: Term.Preposition) -> Term.Role? {
    switch preposition {
    case .at, .from, .after: .at
    case .for, .over, .in: .lasting
    case .to: .to
    case .by: .by
    case .until, .before: .until
    default: nil
    }
  }
}
