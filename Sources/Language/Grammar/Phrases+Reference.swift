/// Clips, by their places.
extension Phrases {
  /// "the second clip", "clip 2", 第二段, "every clip", "after the first clip".
  func reference(_ index: Int) -> Match? {
    switch term(index) {
    case .preposition(.between): return between(index)
    case .preposition(.after), .preposition(.before):
      let next = skipping(index + 1)
      guard let clip = clip(next) else { return nil }
      let isAfter = term(index) == .preposition(.after)
      return (isAfter ? .after(clip.number) : .before(clip.number), next - index + clip.count)
    case .preposition(.to) where word(index).hasSuffix("into"):
      guard let clip = clip(skipping(index + 1)) else { return nil }
      return (.before(clip.number), skipping(index + 1) - index + clip.count)
    case .noun(.music): return (.target(.music), 1)
    case .number(let value) where value == value.rounded() && value < 1000:
      let next = term(index + 1)
      if term(index - 1) == .split, next == .noun(.clip) { return (.number(value), 2) }
      if next.isText { return (.filler, 1) }
      guard next == .noun(.clip) || next == .noun(.clips) else { return nil }
      let isAll = isChinese(index) && value > 1 && Int(value) == scene.clips.count
      return (isAll && term(index + 2) == .all ? .target(.clips) : .filler, 2)
    case .all:
      let next = skipping(index + 1, also: [.preposition(.of)])
      if term(next) == .noun(.clip) || term(next) == .noun(.clips) {
        return (.target(.clips), next - index + 1)
      }
      let isEach = tokenizer.text(lexemes[index].span).lowercased() == "each"
      var isLimit = false
      if case .time(_, .until) = term(index - 1) { isLimit = true }
      let isTimed = (time(index - 1) != nil && !isLimit) || (isEach && time(index + 1) != nil)
      return isTimed && term(index + 1) != .split ? (.target(.clips), 1) : nil
    case .preposition(.on): return lone(skipping(index + 1), from: index)
    case .article, .filler:
      guard index > 0, case .move = term(index - 1),
        tokenizer.text(lexemes[index - 1].span).hasSuffix(" on")
      else { return nil }
      return lone(skipping(index), from: index)
    default: break
    }
    if let middle = middle(index) { return middle }
    if let number = ordinal(index), !isChinese(index) {
      switch term(index + 1) {
      case .noun(.transition), .passage, .wipe, .slide:
        return (.after(number > 0 ? number : number - 1), 1)
      default: break
      }
    }
    guard let clip = clip(index) else { return shared(index) }
    let end = index + clip.count
    if isChinese(index) {
      // …，跟市场之间: what lies between it and what was named before.
      if index > 1, term(index - 1) == .and, ends(index - 2), isBetween(end) {
        return (.before(clip.number), clip.count + 1)
      }
      if term(end) == .and, let next = self.clip(end + 1) {
        let last = skipping(end + 1 + next.count, also: [.noun(.clip)])
        if isBetween(last) { return (.after(clip.number), last - index + 1) }
      }
      if term(end) == .preposition(.before), isPlaced(index) || leadsToPassage(end) {
        return (.before(clip.number), clip.count + 1)
      }
      if isAfterwards(end) { return (.after(clip.number), clip.count + 1) }
    }
    return (.target(.clip(clip.number)), clip.count)
  }

  /// 移到第一段前面: whether a clip is where another is put.
  private func isPlaced(_ index: Int) -> Bool {
    guard isChinese(index - 1) else { return false }
    switch term(index - 1) {
    case .preposition(.to), .preposition(.at), .preposition(.with), .verb(.move): return true
    default: return false
    }
  }

  /// "The middle clip", 中间那张.
  private func middle(_ index: Int) -> Match? {
    let isMiddle =
      term(index) == .side(.place(.center))
      || tokenizer.text(lexemes[index].span).lowercased() == "middle"
    let next = skipping(index + 1)
    guard isMiddle, scene.clips.count % 2 == 1, scene.clips.count > 1,
      term(next) == .noun(.clip) || (term(next) == .number(1) && !isChinese(next))
    else { return nil }
    return (.target(.clip(scene.clips.count / 2 + 1)), next - index + 1)
  }

  /// "On the second": an ordinal alone, with nothing after it that it could count.
  private func lone(_ place: Int, from index: Int) -> Match? {
    guard term(place - 1) != .preposition(.on), let number = ordinal(place) else { return nil }
    switch term(place + 1) {
    case .comma, .stop, .and, .then: return (.target(.clip(number)), place - index + 1)
    default: return nil
    }
  }

  /// "The first, second and third clips": each ordinal is a clip.
  private func shared(_ index: Int) -> Match? {
    guard let number = ordinal(index) else { return nil }
    var next = index
    for _ in 0..<4 {
      guard ordinal(next) != nil, term(next + 1) == .and || term(next + 1) == .comma else {
        return nil
      }
      next = skipping(next + 2, also: [.and])
      if ordinal(next) != nil, clip(next) != nil { return (.target(.clip(number)), 1) }
    }
    return nil
  }

  private func ordinal(_ index: Int) -> Int? {
    switch term(index) {
    case .ordinal(let value): value
    case .second: 2
    default: nil
    }
  }

  func isAfterwards(_ index: Int) -> Bool {
    guard isChinese(index), !text(index).hasPrefix("紧") else { return false }
    if term(index) == .preposition(.after) { return true }
    guard term(index) == .then || term(index) == .ordinal(-1) else { return false }
    guard ["后", "之后"].contains(tokenizer.text(lexemes[index].span)) else { return false }
    return time(index + 1) == nil
  }

  private func between(_ index: Int) -> Match? {
    let first = skipping(index + 1)
    switch term(first) {
    case .target(.clipList(let numbers)) where numbers.count >= 2:
      return (.after(numbers[0]), first - index + 1)
    default: break
    }
    var number: Int?
    var next = first
    if case .ordinal(let value) = term(first), term(first + 1) == .and {
      number = value
      next = first + 1
    } else if term(first) == .second, term(first + 1) == .and {
      number = 2
      next = first + 1
    } else if let clip = clip(first) {
      number = clip.number
      next = first + clip.count
    } else if case .number(let value) = term(first), (1...999).contains(value),
      term(first + 1) == .and, case .number = term(first + 2)
    {
      switch term(first + 3) {
      case .unit, .second, .percentMark: return nil
      default: (number, next) = (Int(value), first + 1)
      }
    }
    guard let number, term(next) == .and else { return nil }
    let last = skipping(next + 1)
    if let clip = clip(last) { return (.after(number), last - index + clip.count) }
    if ordinal(last) != nil { return (.after(number), last - index + 1) }
    if case .number = term(last) { return (.after(number), last - index + 1) }
    return nil
  }

  func clip(_ index: Int) -> (number: Int, count: Int)? {
    var number: Int
    var next = index + 1
    if !isChinese(index), term(next) == .noun(.clip) || term(next) == .noun(.film) {
      let edges = ["opening": 1, "intro": 1, "closing": -1, "ending": -1, "outro": -1, "end": -1]
      if let edge = edges[word(index)], word(next) != "film" { return (edge, 2) }
    }
    switch term(index) {
    case .target(.clip(let value)):
      while term(next) == .noun(.clip) || term(next) == .noun(.clips) || term(next) == .noun(.film)
        || (isChinese(next) && term(next) == .filler && isNoun(next + 1))
      { next += 1 }
      return (value, next - index)
    case .ordinal(let value): number = value
    case .second: number = 2
    case .noun(.clip), .noun(.clips):
      let isLabelled = ["number", "no", "#"].contains(word(index + 1))
      let place = index + (isLabelled ? 2 : 1)
      guard !isChinese(index) || isLatinName(index), case .number(let value) = term(place),
        value >= 1, value < 1000, value == value.rounded()
      else { return nil }
      return (Int(value), place + 1 - index)
    default: return nil
    }
    var isNamed = false
    if case .number(1) = term(next) {
      isNamed = true
      next += 1
    }
    while term(next) == .noun(.clip) || term(next) == .noun(.clips) || term(next) == .noun(.film) {
      isNamed = true
      next += 1
      if !isChinese(next - 1) { break }
    }
    return isNamed ? (number, next - index) : nil
  }

  private func isNoun(_ index: Int) -> Bool {
    [.noun(.clip), .noun(.clips), .noun(.film)].contains(term(index))
  }

  /// 片段2 names a clip; 张2 does not.
  private func isLatinName(_ index: Int) -> Bool {
    let span = lexemes[index].span
    return span.end - span.start > 1
  }
}
