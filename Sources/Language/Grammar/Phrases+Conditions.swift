import Timeline

/// 如果没有标题就…: what must be so, before what is to be done.
extension Phrases {
  private static let openers: Set = ["如果", "要是", "假如", "假使", "倘若", "若是", "万一", "若", "如果说", "要是说"]
  private static let closers: Set = ["就", "那就", "则", "那么就", "就请", "就给我", "就把", "那", "那么"]

  /// Puts a condition in the place of the words that say it.
  mutating func readConditions() {
    var start = 0
    var index = 0
    while index < lexemes.count {
      switch term(index) {
      case .stop, .comma: start = index + 1
      default:
        if let found = condition(at: index, from: start) {
          lexemes.replaceSubrange(found.range, with: found.terms)
          index = found.range.lowerBound + found.terms.count
          start = index
          continue
        }
      }
      index += 1
    }
  }

  private func condition(at index: Int, from start: Int) -> (range: Range<Int>, terms: [Lexeme])? {
    guard isChinese(index) else { return nil }
    let first: Int
    if Self.openers.contains(text(index)) {
      first = index
    } else if text(index) == "的话", index > start {
      first = start
    } else if index == start, opensBareCondition(index) {
      first = index
    } else {
      return nil
    }
    guard let end = self.end(of: max(first, start), isMarked: first != index || index != start)
    else { return nil }
    let range = first..<end
    var span = lexemes[first].span
    for place in range { span = span.joined(lexemes[place].span) }
    guard let subject = range.compactMap({ subject(term($0)) }).first else {
      // What is asked for is still asked of the clips that the condition names.
      let clips = range.filter { names(clips: $0) }.map { lexemes[$0] }
      return (range, [Lexeme(.filler, span, isChinese: true)] + clips)
    }
    let isThere = !range.contains { term($0) == .not }
    var terms = [Lexeme(.given(Condition(subject, isThere: isThere)), span, isChinese: true)]
    let named = range.first { self.subject(term($0)) != nil }
    if isThere, let named { terms.append(lexemes[named]) }
    return (range, terms)
  }

  private func names(clips index: Int) -> Bool {
    switch term(index) {
    case .ordinal, .ordinalMark, .noun(.clip), .target(.clip), .number(1): true
    default: false
    }
  }

  /// 没有标题就…, 有音乐就…: a condition without a word for "if".
  private func opensBareCondition(_ index: Int) -> Bool {
    guard ["没有", "没", "有"].contains(text(index)) else { return false }
    var hasSubject = false
    for next in index + 1..<min(lexemes.count, index + 6) {
      if subject(term(next)) != nil { hasSubject = true }
      if Self.closers.contains(text(next)), text(next) != "那" { return hasSubject }
      if term(next) == .comma || term(next) == .stop { return false }
    }
    return false
  }

  /// Past the words of a condition: 的话, 就, or the comma that ends it.
  private func end(of first: Int, isMarked: Bool) -> Int? {
    for place in first..<min(lexemes.count, first + 24) {
      if text(place) == "的话" {
        var end = place + 1
        if term(end) == .comma { end += 1 }
        return Self.closers.contains(text(end)) ? end + 1 : end
      }
      if Self.closers.contains(text(place)), place > first, text(place) != "那" { return place + 1 }
      if term(place) == .comma {
        return Self.closers.contains(text(place + 1)) ? place + 2 : place + 1
      }
      if term(place) == .stop { return isMarked ? place : nil }
    }
    return nil
  }

  private func subject(_ term: Term) -> Target? {
    switch term {
    case .noun(.music), .target(.music): .music
    case .noun(.title(nil)), .noun(.text): .titles
    case .noun(.title(let preset?)): .texts(preset)
    default: nil
    }
  }
}
