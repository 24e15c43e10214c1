import MediaTime

/// Figures that are moments, shares or lengths by what stands around them.
extension Phrases {
  /// "Take out 12 to 18": of seconds too.
  func bareRange(_ index: Int) -> Match? {
    guard case .number(let from) = term(index), term(index + 1) == .preposition(.to),
      case .number(let to) = term(index + 2), from < to, ends(index + 3),
      Int(to) > scene.clips.count, Int(from) > scene.clips.count || scene.clips.count == 1
    else { return nil }
    switch term(index - 1) {
    case .verb(.remove), .verb(.cut), .verb(.keep), .verb(.trim): break
    default: return nil
    }
    return (.window(Self.milliseconds(from), Self.milliseconds(to)), 3)
  }

  /// "Split it at 10 and at 20": moments.
  func splitMoment(_ preposition: Term.Preposition, _ index: Int) -> Match? {
    guard preposition == .at, !isChinese(index), case .number(let value) = term(index + 1),
      value > 0, ends(index + 2), value == value.rounded() || value < 100,
      lexemes[max(0, index - 8)..<index].contains(where: { lexeme in
        switch lexeme.term {
        case .split, .verb(.cut): true
        default: false
        }
      })
    else { return nil }
    return (.time(Self.milliseconds(value), .at), 2)
  }

  /// "Music at a third": a share that a sound is to have.
  func soundShare(_ preposition: Term.Preposition, _ index: Int) -> Match? {
    guard preposition == .at || preposition == .to, !isChinese(index), term(index + 1) == .article,
      case .ordinal(let part) = term(index + 2), (3...10).contains(part), ends(index + 3),
      near(index).contains(where: {
        [.noun(.music), .target(.music), .noun(.volume)].contains($0.term)
      })
    else { return nil }
    return (.percent((1000 / Double(part)).rounded() / 10, .to), 3)
  }

  /// "The first and last second": the length that both ends share.
  func twin(_ index: Int) -> Milliseconds? {
    guard !isChinese(index), term(index + 1) == .and else { return nil }
    let other = skipping(index + 2)
    guard case .ordinal(let number) = term(other), abs(number) == 1, term(other) != term(index)
    else { return nil }
    let length = skipping(other + 1)
    if let value = time(length) { return value }
    switch term(length) {
    case .second: return 1000
    case .unit(let unit) where unit >= 1000: return Milliseconds(unit)
    default: return nil
    }
  }

  /// "Longer, like 8 seconds total": how long something becomes.
  func isStretched(_ index: Int) -> Bool {
    lexemes[max(0, index - 6)..<index].contains { lexeme in
      [.change(.longer), .change(.shorter)].contains(lexeme.term)
    }
  }

  /// "Start it one second in": a verb, and no place in the clip.
  func startsInset(_ index: Int) -> Bool {
    guard !isChinese(index), term(index) == .noun(.start) || term(index) == .noun(.end) else {
      return false
    }
    return (index + 2..<index + 5).contains { inset($0) != nil }
  }
}
