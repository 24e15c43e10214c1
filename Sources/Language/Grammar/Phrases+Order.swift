/// The order that clips are to have, said as a list.
extension Phrases {
  /// "City first, then beach, then forest", "order: 3, 1, 2", "open on the market then the
  /// harbour": a list of clips that says in which order they come.
  mutating func readOrder() {
    var index = 0
    while index < lexemes.count {
      if let list = list(at: index) {
        lexemes.replaceSubrange(list.range, with: list.terms)
        index = list.range.lowerBound + list.terms.count
      } else {
        index += 1
      }
    }
  }

  /// "Replace the second dissolve with a dip to black": the passage that is there is only named.
  mutating func exchangePassages() {
    let verbs: Set = ["replace", "swap", "change", "switch", "exchange", "turn", "swap out"]
    for index in lexemes.indices where verbs.contains(word(index)) && !isChinese(index) {
      let near = index + 1..<min(index + 7, lexemes.count)
      guard let first = near.first(where: { isPassage(term($0)) }),
        let joint = (first + 1..<min(first + 5, lexemes.count)).first(where: { place in
          ["with", "for", "to", "into", "by"].contains(word(place))
        }), (joint + 1..<min(joint + 4, lexemes.count)).contains(where: { isPassage(term($0)) }),
        !near.prefix(first - index).contains(where: { ends($0) })
      else { continue }
      lexemes[index].term = .verb(.make)
      lexemes[first].term = .noun(.transition)
      lexemes[joint].term = .filler
    }
  }

  /// "Move the sunset up one spot": one place earlier, and not to the top.
  func shiftedPlace(_ index: Int) -> Match? {
    if ["reorder", "rearrange", "resequence", "re-order"].contains(word(index)) {
      let first = term(index + 1) == .colon ? index + 2 : index + 1
      if case .number = term(first), case .number = term(first + 1) {
        return (.arrange, first - index)
      }
      return nil
    }
    guard !isChinese(index), case .number(let value) = term(index + 1), (1...20).contains(value),
      lexemes[max(0, index - 6)..<index].contains(where: \.isClip)
    else { return nil }
    let isCounted = term(index + 2) == .filler || ends(index + 2)
    guard isCounted else { return nil }
    switch word(index) {
    case "up", "forward", "ahead", "back", "down", "along":
      let isEarlier = ["up", "forward", "ahead"].contains(word(index))
      let isBack = word(index) == "back"
      return (.change(isEarlier || isBack ? .earlier : .later), 1)
    default: return nil
    }
  }

  private func isPassage(_ term: Term) -> Bool {
    switch term {
    case .passage, .wipe, .slide: true
    default: false
    }
  }

  private func list(at index: Int) -> (range: Range<Int>, terms: [Lexeme])? {
    guard !isChinese(index), let first = clip(index) else { return nil }
    var clips = [first.number]
    var spans = [lexemes[index].span]
    var end = index + first.count
    var (opens, thens, isOver) = (false, 0, false)
    while end < lexemes.count, !isOver, clips.count < 50 {
      var next = end
      joints: while next < lexemes.count, next - end < 5 {
        switch term(next) {
        case .then: thens += 1
        case .ordinal(1): opens = opens || clips.count == 1
        case .comma, .and, .article, .filler, .ordinal(-1): break
        default: break joints
        }
        next += 1
      }
      guard next > end, next < lexemes.count, let clip = clip(next), !clips.contains(clip.number)
      else {
        isOver = true
        continue
      }
      clips.append(clip.number)
      spans.append(lexemes[next].span)
      end = next + clip.count
    }
    while term(end) == .filler || term(end) == .ordinal(-1) { end += 1 }
    guard clips.count > 1, term(end) == .stop else { return nil }
    let start = self.start(of: index)
    let isOrder =
      start.isNamed || start.opens || (opens && clips.count > 2)
      || (opens && thens > 0) || thens > 1
    guard isOrder, thens > 0 || clips.count > 2 else { return nil }
    let targets = zip(clips, spans).map { Lexeme(.target(.clip($0)), $1) }
    return (start.index..<end, [Lexeme(.arrange, lexemes[start.index].span)] + targets)
  }

  /// Where a list begins: at a word for order, at "open on", or at its first clip.
  private func start(of index: Int) -> (index: Int, isNamed: Bool, opens: Bool) {
    var back = index - 1
    while back > 0, index - back < 4,
      term(back) == .filler || term(back) == .article
        || term(back) == .colon
    { back -= 1 }
    guard back >= 0 else { return (index, false, false) }
    if ["order", "sequence", "running order", "clip order", "shuffle"].contains(word(back)) {
      return (back, true, false)
    }
    if term(back) == .opensWith { return (back, false, true) }
    return (index, false, false)
  }
}
