import Timeline

/// What words like "it" stand for, within one utterance, and what must be so.
extension Phrases {
  // MARK: Conditions

  /// "if there is no title", "if it's longer than 20 seconds", "any clip longer than 5 seconds".
  func englishCondition(_ index: Int) -> Match? {
    guard !isChinese(index) else { return nil }
    switch term(index) {
    case .when(let isMet): return conditional(index, isMet: isMet)
    case .target(.clips), .target(.stills), .target(.footage): return compared(index)
    case .all, .filler, .article, .noun(.clips):
      guard
        term(index) == .noun(.clips) || ["any", "every", "all", "each", "a"].contains(word(index))
      else { return nil }
      return compared(index)
    default: return nil
    }
  }

  private func conditional(_ index: Int, isMet: Bool) -> Match? {
    var isNegative = false
    var subject: Target?
    var next = index + 1
    while next < lexemes.count, next - index < 12 {
      let term = term(next)
      if let (test, count) = comparison(next) {
        let measured = subject == .titles ? .texts(.title) : subject ?? .film
        let condition = Condition(measured, isMet ? test : test.opposite)
        return (.given(condition), closing(next + count) - index)
      }
      switch term {
      case .preposition(.with) where subject != nil && word(next) != "with":
        return (.given(Condition(subject ?? .film, isThere: isNegative != isMet)), next - index)
      case _ where word(next) == "still" && clip(next) == nil: break
      case .not: isNegative.toggle()
      case .noun(.title(let preset)): subject = preset.map(Target.texts) ?? .titles
      case .noun(.text): subject = .titles
      case .target(let target): subject = target
      case .noun(.clip), .noun(.clips):
        let sort = clipSort(next)
        subject = subject ?? (places(sort) == nil ? .clips : sort)
      case .noun(.film), .filler, .article, .preposition(.with), .preposition(.on),
        .preposition(.in), .all, .number(1), .verb:
        break
      case .comma, .then:
        guard let subject else { return nil }
        let isThere = isNegative != isMet
        return (.given(Condition(subject, isThere: isThere)), next - index + 1)
      default: return nil
      }
      next += 1
    }
    guard let subject, next >= lexemes.count || next - index < 12 else { return nil }
    return (.given(Condition(subject, isThere: isNegative != isMet)), next - index)
  }

  /// Past a comma or a "then" that ends a condition.
  private func closing(_ index: Int) -> Int {
    term(index) == .comma || term(index) == .then ? index + 1 : index
  }

  private func compared(_ index: Int) -> Match? {
    var next = index + 1
    var subject = Target.clips
    if case .target(let target) = term(index) {
      subject = target
    } else if term(index) != .noun(.clips) {
      next = skipping(next, also: [.preposition(.of)])
      switch term(next) {
      case .noun(.clip), .noun(.clips):
        let sort = clipSort(next)
        if let sort, places(sort) != nil { subject = sort }
        next += 1
      default: return nil
      }
    }
    next = skipping(next, also: [.all])
    guard let test = comparison(next) else { return nil }
    return (.given(Condition(subject, test.test)), closing(next + test.count) - index)
  }

  private static let comparisons = [
    "more": true, "less": false, "under": false, "exceeds": true, "below": false, "above": true,
    "fewer": false, "greater": true,
  ]

  /// "longer than 5 seconds", "over 30 %".
  private func comparison(_ index: Int) -> (test: Condition.Test, count: Int)? {
    var isMore: Bool
    switch term(index) {
    case .preposition(.over): isMore = !["under", "below", "beneath"].contains(word(index))
    case .change(.longer), .change(.louder), .side(.place(.top)): isMore = true
    case .change(.shorter), .change(.quieter), .side(.place(.bottom)): isMore = false
    case .filler, .change:
      guard let known = Self.comparisons[word(index)]
      else { return nil }
      isMore = known
    default: return nil
    }
    let next = skipping(index + 1)
    switch term(next) {
    case .time(let time, _): return (isMore ? .longer(time) : .shorter(time), next - index + 1)
    case .percent(let value, _):
      return (isMore ? .louder(value / 100) : .quieter(value / 100), next - index + 1)
    default: return nil
    }
  }

  // MARK: Verbs in two parts

  /// "Take the title off", "turn the music off", "leave the second clip out".
  func separated(_ index: Int) -> Match? {
    if word(index) == "hold", ends(index + 1),
      lexemes[..<index].suffix(12).contains(where: \.isTurn)
    {
      return (.move(.static), 1)
    }
    if word(index) == "off", ends(index + 1), index > 0, isSwitched(index - 1) {
      return (.verb(.remove), 1)
    }
    switch term(index) {
    case .verb(.keep), .verb(.make), .verb(.cut), .filler:
      guard ["take", "leave", "get", "turn", "switch", "throw", "cut"].contains(word(index)) else {
        return nil
      }
    case .unknown, .swap:
      guard ["leave", "throw", "switch", "stop"].contains(word(index)) else { return nil }
    case .strength(.slow), .noun(.speed): return paced(index)
    case .preposition(.with):
      guard word(index) == "throw" else { return nil }
    default: return nil
    }
    if word(index) == "stop", case .playback = term(skipping(index + 1)) {
      return (.playback(.normal), skipping(index + 1) - index + 1)
    }
    if word(index) == "stop", term(skipping(index + 1)) == .noun(.camera),
      ends(skipping(index + 1) + 1)
    {
      return (.move(.static), skipping(index + 1) - index + 1)
    }
    if word(index) == "stop" {
      return stopsMove(index) ? (.verb(.remove), 1) : nil
    }
    if word(index) == "leave", leavesAlone(index) { return (.verb(.keep), 1) }
    if word(index) == "take", takesAway(index) { return (.verb(.remove), 1) }
    for next in (index + 1)..<(index + 8) {
      switch term(next) {
      case .stop, .comma, .and, .then, .verb, .time, .part, .share, .percent: return nil
      default: break
      }
      let isLast = next > index + 1 && (ends(next + 1) || isPlace(next + 1))
      if isLast, ["off", "out", "away"].contains(word(next)) { return (.verb(.remove), 1) }
    }
    return nil
  }

  /// "Music off", "subtitles off".
  private func isSwitched(_ index: Int) -> Bool {
    switch term(index) {
    case .noun(.music), .target(.music), .noun(.title), .noun(.text), .noun(.sound),
      .noun(.ownSound):
      true
    default: false
    }
  }

  /// "Take 2 seconds off the end", "take the last second out of the harbour".
  private func takesAway(_ index: Int) -> Bool {
    var hasLength = false
    for next in (index + 1)..<(index + 8) {
      switch term(next) {
      case .stop, .comma, .and, .then, .verb: return false
      case .time, .part, .share, .percent: hasLength = true
      default: hasLength = hasLength || time(next) != nil
      }
      if hasLength, ["off", "out", "out of", "away"].contains(word(next)) { return true }
    }
    return false
  }

  /// "Leave the beach alone", "leave the sunset as it is".
  private func leavesAlone(_ index: Int) -> Bool {
    (index + 2..<index + 6).contains { place in
      ["alone", "untouched", "unchanged", "as it is", "as is", "be"].contains(word(place))
    }
  }

  /// "Stop the camera moving".
  private func stopsMove(_ index: Int) -> Bool {
    (index + 1..<index + 5).contains { place in
      switch term(place) {
      case .noun(.camera), .noun(.motion), .animate, .family, .move: true
      default: false
      }
    }
  }

  /// "Slow the harbour down", "speed the market up", "slow it to 50 %": verbs, and no manner.
  private func paced(_ index: Int) -> Match? {
    let isSlow = word(index) == "slow"
    guard isSlow || word(index) == "speed" else { return nil }
    var next = index + 1
    while term(next) == .filler || term(next) == .article, next < index + 4 { next += 1 }
    switch term(next) {
    case .target(let target) where target.isClips: break
    case .noun(.clip), .noun(.clips), .noun(.film), .ordinal, .second, .all, .both:
      guard next > index + 1 else { return nil }
    case .strength, .percent, .side, .preposition(.to), .preposition(.by):
      guard Self.paced.contains(word(next - 1)) else { return nil }
    default: return nil
    }
    guard !isSlow else { return (.change(.slower), 1) }
    let isUp = (next..<next + 5).contains { word($0) == "up" }
    return isUp ? (.change(.faster), 1) : nil
  }

  private static let paced: Set = ["it", "them", "that", "this", "everything", "her", "him"]

  private func isPlace(_ index: Int) -> Bool {
    switch term(index) {
    case .preposition(.of), .filler: true
    default: false
    }
  }

  // MARK: Pronouns

  /// Puts what was named last in the place of "it" and "them", and the others of "the rest".
  mutating func resolvePronouns() {
    var result: [Lexeme] = []
    result.reserveCapacity(lexemes.count)
    var last: Target?
    /// Whether something is said to go, and whether that is what was named last.
    var (removes, isGone) = (false, false)
    var title: TextStyle.Preset??
    for index in lexemes.indices {
      let lexeme = lexemes[index]
      guard !lexeme.isChinese else {
        result.append(lexeme)
        continue
      }
      switch lexeme.term {
      case .target(let target):
        (last, isGone) = (target, removes)
        title = nil
      case .verb(.remove): removes = true
      case .comma, .and, .then, .stop, .part, .window, .share: removes = false
      case .given(let condition):
        last = condition.subject == .film ? nil : condition.subject
        if condition.subject.isText {
          if case .texts(let preset) = condition.subject {
            title = .some(preset)
          } else {
            title = .some(nil)
          }
        }
      case .noun(.title), .noun(.text), .quote: last = nil
      case .noun(.film): if word(index) != "footage" { last = nil }
      case .request(.aspect): last = nil
      default: break
      }
      if lexeme.term == .number(1), let title, isAdded(index) {
        result.append(Lexeme(.noun(.title(title)), lexeme.span))
        continue
      }
      if lexeme.term == .rest {
        let numbers = last?.places ?? []
        let target: Term = numbers.isEmpty ? .filler : .target(.clipsBut(numbers))
        result.append(Lexeme(target, lexeme.span))
        continue
      }
      guard standsForSomething(index), let last, !isGone, lexeme.term.mayHoldPronoun else {
        result.append(lexeme)
        continue
      }
      // "The market right after it": no clip comes after itself.
      if case .clip? = scene.spoken, case .clip = last, let before = result.last,
        before.place(1) != nil, !result.contains(where: { $0.term == .comma })
      {
        result.append(lexeme)
        continue
      }
      if lexeme.term != .filler { result.append(lexeme) }
      if case .clip(let number) = last, let before = result.last, let place = before.place(number) {
        result[result.count - 1] = Lexeme(place, before.span.joined(lexeme.span))
        continue
      }
      var implied = Lexeme(.target(last), lexeme.span)
      implied.isImplied = true
      result.append(implied)
    }
    lexemes = result
  }

  /// "It" and "them"; "that" where no noun follows.
  private func standsForSomething(_ index: Int) -> Bool {
    let words = word(index).split(separator: " ")
    if words.contains("it") || words.contains("them") { return true }
    guard words == ["that"] else { return false }
    if ["start", "begin", "end", "cut", "trim", "slow", "mute", "loop"].contains(word(index - 1)) {
      return term(index + 1) == .filler || ends(index + 1)
    }
    switch term(index + 1) {
    case .comma, .stop, .and, .then, .preposition: return true
    default: return false
    }
  }
}

extension Lexeme {
  /// What "before", "after" and "into" make of a clip that follows them.
  fileprivate func place(_ number: Int) -> Term? {
    switch term {
    case .preposition(.before): .before(number)
    case .preposition(.after): .after(number)
    case .preposition(.to) where isInto: .before(number)
    default: nil
    }
  }
}

extension Condition.Test {
  fileprivate var opposite: Condition.Test {
    switch self {
    case .isThere: .isNotThere
    case .isNotThere: .isThere
    case .longer(let time): .shorter(time)
    case .shorter(let time): .longer(time)
    case .louder(let gain): .quieter(gain)
    case .quieter(let gain): .louder(gain)
    }
  }
}

extension Term {
  /// Whether a pronoun in its words says what it is done to: "slow it down", "it".
  fileprivate var mayHoldPronoun: Bool {
    switch self {
    case .filler, .change, .treatment, .mute, .tempo, .playback, .fit, .split, .swap, .duplicate:
      true
    default: false
    }
  }
}

extension Lexeme {
  /// Whether it moves the camera.
  fileprivate var isTurn: Bool {
    switch term {
    case .move, .family: true
    default: false
    }
  }
}
