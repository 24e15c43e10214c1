import Timeline

/// Texts on screen that are spoken of, and words that take the place of theirs.
extension Phrases {
  // MARK: Texts by their words

  /// “Welcome”, where a text on screen reads so.
  func knownText(_ index: Int) -> Match? {
    guard case .quote(let words) = term(index) else { return nil }
    let isSaid = term(index - 1) == .verb(.say) || term(index - 1) == .verb(.write)
    return scene.text(reading: words, isPartial: isSaid).map { (.target(.text($0)), 1) }
  }

  // MARK: Texts by their places

  /// "the second caption", "the last title", 第二个字幕, "the caption that says …", "all texts".
  func textReference(_ index: Int) -> Match? {
    switch term(index) {
    case .all:
      let next = skipping(index + 1, also: [.preposition(.of)])
      guard let preset = term(next).textPreset else { return nil }
      return (.target(preset.map(Target.texts) ?? .titles), next - index + 1)
    case .noun(.title), .noun(.text):
      if let numbered = numbered(index) ?? atEdge(index) { return numbered }
      let end = saying(index + 1)
      guard case .target(.text(let number)) = term(end) else { return nil }
      return (.target(.text(number)), end - index + 1)
    case .target(.text(let number)):
      let end = skipping(index + 1, also: [.noun(.clip)])
      guard term(end).isText else { return nil }
      return (.target(.text(number)), end - index + 1)
    case .verb(.say), .verb(.write):
      guard case .target(.text(let number)) = term(index + 1) else { return nil }
      var end = skipping(index + 2, also: [.noun(.clip)])
      if term(end).isText { end += 1 } else { end = index + 2 }
      return (.target(.text(number)), end - index)
    case .unknown, .and: return oneMore(index) ?? otherText(index)
    case .textSize(.large), .textSize(.small): return described(index)
    case .ordinal(let ordinal): return text(ordinal, index)
    case .second: return text(2, index)
    default: return nil
    }
  }

  /// "Subtitle 2", where there are so many.
  private func numbered(_ index: Int) -> Match? {
    guard case .number(let value) = term(index + 1), !isChinese(index), !isAdded(index),
      value == value.rounded(), (1...99).contains(value), !isUnit(index + 2)
    else { return nil }
    let preset = term(index).textPreset ?? nil
    return scene.text(Int(value), of: preset).map { (.target(.text($0)), 2) }
  }

  /// "The title at the start", "the text at the end": one that is there.
  private func atEdge(_ index: Int) -> Match? {
    guard !isChinese(index), !isAdded(index) else { return nil }
    switch term(index + 1) {
    case .preposition(.at), .preposition(.in): break
    default: return nil
    }
    let edge = skipping(index + 2)
    let ordinal = term(edge) == .noun(.start) ? 1 : term(edge) == .noun(.end) ? -1 : 0
    guard ordinal != 0, lexemes.contains(where: { $0.term == .verb(.remove) }) else { return nil }
    let preset = term(index).textPreset ?? nil
    let number = preset == nil ? (ordinal == 1 ? 1 : scene.texts.count) : nil
    return (number ?? scene.text(ordinal, of: preset)).flatMap { number in
      scene.texts.indices.contains(number - 1)
        ? (.target(.text(number)), edge - index + 1) : nil
    }
  }

  /// Past words like "that says".
  private func saying(_ index: Int) -> Int {
    var index = index
    for _ in 0..<4 {
      switch term(index) {
      case .filler, .article, .verb(.say), .verb(.write): index += 1
      default: return index
      }
    }
    return index
  }

  private func text(_ ordinal: Int, _ index: Int) -> Match? {
    let next = skipping(index + 1, also: [.noun(.clip), .number(1)])
    guard let preset = term(next).textPreset else { return nil }
    // "Add a second title": one more, not the second that is there.
    if isAdded(index) { return (.filler, 1) }
    let number = scene.text(ordinal, of: preset) ?? ordinal
    return (.target(.text(number)), next - index + 1)
  }

  /// "Add another title".
  private func oneMore(_ index: Int) -> Match? {
    guard ["another", "extra", "additional"].contains(word(index)), isAdded(index),
      term(index + 1).textPreset != nil
    else { return nil }
    return (.filler, 1)
  }

  /// Whether "add" or its like stands before.
  func isAdded(_ index: Int) -> Bool {
    (max(0, index - 3)..<index).contains { term($0) == .preposition(.with) }
  }

  // MARK: Words in the place of others

  /// "change the title to …", 标题改成…, "make the caption say …".
  func renaming(_ index: Int) -> Match? {
    if let renamed = exchanged(index) ?? namedText(index) { return renamed }
    guard isResult(index), let subject = textBefore(index) ?? spokenText(before: index),
      !isAdded(subject)
    else { return nil }
    if case .fontName = term(skipping(index + 1)) { return nil }
    if (max(0, index - 7)..<index).contains(where: { isAttribute($0) }) { return nil }
    if case .quote(let text) = term(index + 1) { return (.renamed(text), 2) }
    guard startsWords(index + 1), let match = words(from: index),
      case .quote(let text) = match.term
    else { return nil }
    return (.renamed(text), match.count)
  }

  /// Whether what is changed there is how words look, and not what they are.
  private func isAttribute(_ index: Int) -> Bool {
    [.noun(.font), .noun(.color), .noun(.size)].contains(term(index))
  }

  /// "to", 改成 and their like; "say" where something is made to say it.
  private func isResult(_ index: Int) -> Bool {
    switch term(index) {
    case .preposition(.to): true
    case .verb(.make):
      isChinese(index) && ["改成", "换成", "改为", "改"].contains(tokenizer.text(lexemes[index].span))
    case .verb(.say), .verb(.write):
      (max(0, index - 5)..<index).contains { term($0) == .verb(.make) } || isDue(index)
    case .colon:
      ["rename", "retitle", "reword", "change", "update", "edit"].contains {
        isSaid($0, before: index)
      }
    case .filler: word(index) == "be" && isDue(index) && startsWithCapital(index + 1)
    default: false
    }
  }

  /// "“Hello” as the title", "make the title Hello World": words for a text that is there.
  private func namedText(_ index: Int) -> Match? {
    guard !isChinese(index) else { return nil }
    if case .quote(let words) = term(index), word(index + 1) == "as" {
      let noun = skipping(index + 2)
      guard let preset = term(noun).textPreset, scene.text(1, of: preset ?? .title) != nil else {
        return nil
      }
      return (.renamed(words), 1)
    }
    guard let preset = term(index - 1).textPreset, startsWithCapital(index),
      !startsWithCapital(index - 1), scene.text(1, of: preset ?? .title) != nil,
      ["make", "change", "set", "call", "rename"].contains(where: { isSaid($0, before: index) }),
      case .quote(let words)? = words(from: index - 1)?.term,
      let match = self.words(from: index - 1)
    else { return nil }
    return (.renamed(words), match.count - 1)
  }

  private func isSaid(_ verb: String, before index: Int) -> Bool {
    (max(0, index - 5)..<index).contains { word($0) == verb }
  }

  /// "The caption should say": what words on screen are to be, where there are such words.
  private func isDue(_ index: Int) -> Bool {
    guard !isChinese(index), !scene.texts.isEmpty else { return false }
    return ["should", "must", "needs", "need", "has", "ought"].contains {
      isSaid($0, before: index)
    }
  }

  /// The text that is spoken of right before, with nothing of its looks between.
  private func textBefore(_ index: Int) -> Int? {
    for back in stride(from: index - 1, through: max(0, index - 5), by: -1) {
      switch term(back) {
      case .noun(.title), .noun(.text), .target(.text), .target(.texts): return back
      case .filler, .article, .verb, .all, .noun(.clip): continue
      case .comma where !isChinese(back) && isDue(index): continue
      case .preposition(.to) where word(back + 1) == "say" || word(back + 1) == "be": continue
      default: return nil
      }
    }
    return nil
  }

  /// "Change it to …", 改成…, where a text was spoken of.
  private func spokenText(before index: Int) -> Int? {
    guard scene.spoken?.isText ?? false, index < 4 else { return nil }
    let isBare = (0..<index).allSatisfy { place in
      switch term(place) {
      case .filler, .article, .verb(.make), .comma, .then: true
      default: false
      }
    }
    return isBare ? index : nil
  }

  /// Whether words to be shown may begin there, rather than a colour, a size, a place or a time.
  private func startsWords(_ index: Int) -> Bool {
    let start = skipping(index)
    let first = term(start) == .colon ? skipping(start + 1) : start
    if startsWithCapital(index), index > 0, !startsWithCapital(0) || index > 3 { return true }
    switch term(first) {
    case .unknown, .quote: return true
    case .filler, .noun(.film), .noun(.clip), .verb, .animate, .cinematic: return true
    case .number, .colons: return false
    case .stop, .comma: return false
    case .target(.clip): return lexemes[first].isName
    default: return startsWithCapital(first)
    }
  }

  func startsWithCapital(_ index: Int) -> Bool {
    guard lexemes.indices.contains(index) else { return false }
    return tokenizer.text(lexemes[index].span).first?.isUppercase ?? false
  }
}
