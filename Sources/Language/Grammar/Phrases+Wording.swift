import Timeline

/// Words on screen that are named by what they read, and what takes their place.
extension Phrases {
  /// "Replace Lisbon with Porto in the title", "from baker to chef", "it's not A, it's B",
  /// "call it B instead of A": where A is a text on screen, or a part of one.
  func rewording(_ index: Int) -> Match? {
    guard !isChinese(index), !scene.texts.isEmpty, index + 2 < lexemes.count else { return nil }
    switch word(index) {
    case "replace", "swap", "change", "switch", "exchange", "correct", "fix":
      return exchanged(from: index + 1, since: index, [.with, .for, .to], ["with", "for", "to"])
    case "from": return exchanged(from: index + 1, since: index, [.to], ["to"])
    case "not": return denied(index)
    default: break
    }
    return preferred(index)
  }

  /// "A with B", up to "in the title" or a mark.
  private func exchanged(
    from first: Int, since index: Int, _ joints: Set<Term.Preposition>, _ words: Set<String>
  ) -> Match? {
    for joint in (first + 1)..<min(first + 8, max(lexemes.count, first + 2)) {
      if isClosed(joint) { return nil }
      guard case .preposition(let preposition) = term(joint), joints.contains(preposition),
        words.contains(word(joint))
      else { continue }
      let end = end(from: joint + 1)
      guard end > joint + 1 else { return nil }
      let isNamed = self.names(text: index, end)
      return reword(first..<joint, by: joint + 1..<end, isNamed: isNamed, since: index, to: end)
    }
    return nil
  }

  /// "Not A, it's B", "not A but B".
  private func denied(_ index: Int) -> Match? {
    let first = index + 1
    for joint in (first + 1)..<min(first + 8, max(lexemes.count, first + 2)) {
      if term(joint) == .stop || term(joint) == .then { return nil }
      guard term(joint) == .comma || word(joint) == "but" else { continue }
      var start = joint + 1
      while ["it's", "but", "it", "is", "should", "be", "its", "rather"].contains(word(start)) {
        start += 1
      }
      let end = end(from: start)
      guard end > start else { return nil }
      return reword(first..<joint, by: start..<end, isNamed: false, since: index, to: end)
    }
    return nil
  }

  /// "B instead of A": B in quotation marks, or in capitals.
  private func preferred(_ index: Int) -> Match? {
    var joint = index
    if case .quote = term(index) {
      joint += 1
    } else {
      guard startsWithCapital(index), index > 0, !startsWithCapital(index - 1) else { return nil }
      while joint < lexemes.count, joint - index < 8, word(joint) != "instead", !isClosed(joint) {
        joint += 1
      }
    }
    guard ["instead", "rather", "not"].contains(word(joint)), joint > index else { return nil }
    let first = ["of", "than"].contains(word(joint + 1)) ? joint + 2 : joint + 1
    guard first > joint + 1 || word(joint) == "not" else { return nil }
    let end = end(from: first)
    guard end > first else { return nil }
    return reword(first..<end, by: index..<joint, isNamed: false, since: index, to: end)
  }

  private func isClosed(_ index: Int) -> Bool {
    switch term(index) {
    case .stop, .comma, .then, .time, .percent: true
    default: false
    }
  }

  /// Up to a mark, an "and" that begins a request, or "in the title".
  private func end(from first: Int) -> Int {
    var end = first
    while end < lexemes.count, end - first < 16 {
      switch term(end) {
      case .comma, .stop, .then: return end
      case .and where startsRequest(skipping(end + 1)): return end
      case .preposition(.in), .preposition(.on):
        if leadsToText(end) { return end }
      default: break
      }
      end += 1
    }
    return end
  }

  /// "In the title", "in the last subtitle".
  private func leadsToText(_ index: Int) -> Bool {
    (index + 1..<index + 5).contains { term($0).isText }
  }

  /// Whether a text on screen is spoken of in the utterance around those lexemes.
  private func names(text index: Int, _ end: Int) -> Bool {
    let before = (max(0, index - 6)..<index + 2).contains { term($0).isText }
    return before || (end < lexemes.count && leadsToText(end))
  }

  private func reword(
    _ old: Range<Int>, by new: Range<Int>, isNamed: Bool, since index: Int, to end: Int
  ) -> Match? {
    guard let wanted = said(old), let words = said(new) else { return nil }
    let isQuoted = old.contains { if case .quote = term($0) { true } else { false } }
    let isClip = old.contains { if case .target(.clip) = term($0) { true } else { false } }
    let candidates = self.candidates(beside: end)
    guard isNamed || isQuoted || !isClip else { return nil }
    for number in candidates {
      let text = scene.texts[number].words
      guard let range = text.range(ofWords: wanted) else { continue }
      let isWhole = range == text.startIndex..<text.endIndex
      guard
        isNamed || isQuoted || isWhole || wanted.first?.isUppercase == true
          || word(index) == "from"
      else { continue }
      return (
        .reworded(number + 1, text[..<range.lowerBound] + words + text[range.upperBound...]),
        end - index
      )
    }
    return nil
  }

  /// The texts that may be meant, the ones of the kind that "in the caption" names first.
  private func candidates(beside end: Int) -> [Int] {
    let numbers = Array(scene.texts.indices)
    for place in end..<end + 5 {
      guard let preset = term(place).textPreset, let preset else { continue }
      let own = numbers.filter { scene.texts[$0].preset == preset }
      return own + numbers.filter { !own.contains($0) }
    }
    return numbers
  }

  /// The words of a range without quotation marks and "the word".
  private func said(_ range: Range<Int>) -> String? {
    if let quoted = range.compactMap({ place -> String? in
      if case .quote(let text) = term(place) { return text }
      return nil
    }).first {
      return quoted
    }
    var first = range.lowerBound
    if term(first).isText || ["the word", "the words", "words", "word"].contains(word(first)) {
      first += 1
    }
    guard first < range.upperBound else { return nil }
    return tokenizer.text(lexemes[first].span.joined(lexemes[range.upperBound - 1].span))
  }
}

extension Phrases {
  /// 名字打错了，应该是“…”, "it's misspelled: …": words that take the place of those most like them.
  func respelled(_ index: Int) -> Match? {
    guard case .quote(let wanted) = term(index), wanted.count > 3,
      lexemes[max(0, index - 14)..<index].contains(where: { lexeme in
        Self.misspelt.contains(lexeme.word) || ["错", "打错", "写错"].contains(lexeme.said)
          || lexeme.said.contains("错了") || lexeme.said.hasPrefix("应该")
      })
    else { return nil }
    let distances = scene.texts.map { Spelling.distance(Array($0.words), Array(wanted)) }
    guard let least = distances.min(), least > 0, least * 3 <= wanted.count,
      let place = distances.firstIndex(of: least)
    else { return nil }
    return (.reworded(place + 1, wanted), 1)
  }

  private static let misspelt: Set = [
    "misspelled", "misspelt", "spelled", "spelt", "typo", "wrong", "fix", "correct", "spelling",
  ]
}

extension Phrases {
  /// "Way quieter", "a lot bigger", "more music": how much, and no filler.
  func intensity(_ index: Int) -> Match? {
    guard !isChinese(index) else { return nil }
    if case .fraction(let part) = term(index), word(index + 1) == "as",
      term(index + 2) == .noun(.volume)
    {
      return (.factor(part, .by), 1)
    }
    switch word(index) {
    case "lower":
      switch term(index + 1) {
      case .side(.place), .noun(.corner), .fraction, .ordinal(3): return (.side(.place(.bottom)), 1)
      default: return nil
      }
    case "way", "much", "far", "a lot", "lots", "loads", "so much":
      if case .change = term(index + 1) { return (.strength(.strong), 1) }
      return nil
    case "drop":
      let sound = skipping(index + 1)
      guard [.noun(.music), .noun(.sound), .noun(.volume)].contains(term(sound)) else { return nil }
      let manner = term(sound + 1) == .noun(.volume) ? sound + 2 : sound + 1
      return term(manner) == .strength(.slight) ? (.change(.down), 1) : nil
    case "pop":
      guard ends(index + 1), case .target(.clip) = term(index - 1) else { return nil }
      return (.treatment(.look, "saturated"), 1)
    case "low", "quiet":
      return term(index + 1) == .noun(.volume) ? (.change(.quieter), 1) : nil
    case "more":
      switch term(index + 1) {
      case .noun(.music), .noun(.sound), .noun(.volume):
        return ends(skipping(index + 2)) ? (.change(.up), 1) : nil
      default: return nil
      }
    default: return nil
    }
  }
}

/// Words on screen and what goes with them.
extension Phrases {
  /// "Take away the words at the start": words that are there, and none to be shown.
  func namesWords(_ index: Int) -> Bool {
    guard term(index) == .verb(.write), ["words", "the words"].contains(word(index)) else {
      return false
    }
    switch term(index + 1) {
    case .stop, .comma, .and, .then, .verb, .change, .textSize, .not, .color: return true
    case .preposition: return true
    case .filler:
      return ["are", "is", "be", "should", "could", "in", "that"].contains(word(index + 1))
    default: return false
    }
  }

  /// "Text at the end:", "a title on it:", "subtitle 1:": whether a text is named before a colon.
  func namesText(before index: Int) -> Bool {
    for back in stride(from: index - 1, through: max(0, index - 6), by: -1) {
      switch term(back) {
      case .noun(.title), .noun(.text): return true
      case .preposition, .article, .filler, .noun(.start), .noun(.end), .noun(.film), .noun(.clip),
        .target(.clip), .ordinal, .number, .side, .noun(.frame), .noun(.corner):
        if isChinese(back) { return false }
      default: return false
      }
    }
    return false
  }

  /// "Put my cat's name on it: Biscuit".
  func putsWords(before index: Int) -> Bool {
    guard !isChinese(index - 1), startsWithCapital(index + 1) else { return false }
    return (max(0, index - 8)..<max(index, 0)).contains { place in
      ["put", "write", "add"].contains(word(place))
        && (place..<index).contains {
          ["name", "word", "words", "line", "message"].contains(word($0))
        }
    }
  }

  /// "Title: pop in, fade out": how words look, and no words.
  func dresses(_ index: Int) -> Bool {
    guard !startsWithCapital(index), !isChinese(index) else { return false }
    switch term(index) {
    case .color: return ends(index + 1)
    case .animation, .fade, .change, .textSize, .fontName: return true
    default: return false
    }
  }

  /// A lower third names a person and what they do: "Pedro Silva, chef".
  func namesPerson(before index: Int) -> Bool {
    (max(0, index - 3)..<max(index, 0)).contains { term($0) == .noun(.title(.lowerThird)) }
  }
}

extension String {
  /// Where `words` stands in it, whatever its case, and not within a word.
  fileprivate func range(ofWords words: String) -> Range<String.Index>? {
    guard !words.isEmpty, let found = lowercased().firstRange(of: words.lowercased()) else {
      return nil
    }
    let lower = lowercased()
    guard lower.count == count else { return nil }
    let start = index(
      startIndex, offsetBy: lower.distance(from: lower.startIndex, to: found.lowerBound))
    let end = index(start, offsetBy: lower.distance(from: found.lowerBound, to: found.upperBound))
    let isOpen = start > startIndex && self[index(before: start)].isLetter
    let isLeft = end < endIndex && self[end].isLetter
    return isOpen || isLeft ? nil : start..<end
  }
}
