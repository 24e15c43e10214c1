/// Reads a text sentence by sentence, word by word.
struct SentenceScanner {
  /// Words up to the end of a sentence, and the pause behind them.
  struct Sentence {
    var words: [SpokenText.Word]
    var pause: SpokenText.Pause
  }

  private let text: String
  private var index: String.Index

  init(_ text: String) {
    self.text = text
    index = text.startIndex
  }

  /// Full stops behind these end no sentence.
  private static let abbreviations: Set = [
    "dr", "mr", "mrs", "ms", "prof", "st", "no", "vs", "jr", "sr", "mt", "ft", "gen", "col", "capt",
    "e.g", "i.e", "approx", "fig", "vol", "dept", "est",
  ]
  private static let terminals: Set<Character> = [
    ".", "!", "?", "。", "！", "？", "…", "；", ";", "．", "‽", "؟", "।",
  ]
  private static let clauses: Set<Character> = [
    ",", "，", "、", ":", "：", "—", "–", "،", "(", ")", "（", "）",
  ]

  /// The next sentence that has words; nil at the end.
  mutating func next() -> Sentence? {
    var words: [SpokenText.Word] = []
    while index < text.endIndex {
      let character = text[index]
      if character.isNewline {
        let breaks = skipBreaks()
        if words.isEmpty { continue }
        return Sentence(words: words, pause: breaks > 1 ? .paragraph : .sentence)
      }
      if let script = Self.script(character) {
        words.append(word(script))
        continue
      }
      index = text.index(after: index)
      guard !words.isEmpty else { continue }
      if Self.terminals.contains(character) {
        let isAbbreviation = character == "." && isAbbreviation(words[words.count - 1].text)
        words[words.count - 1].punctuation = isAbbreviation ? "." : Self.mark(character)
        if isAbbreviation { continue }
        let pause = trailingPause()
        return Sentence(words: words, pause: pause)
      }
      if Self.clauses.contains(character) { words[words.count - 1].punctuation = "," }
      if Self.isSpokenSign(character), isAfterNumber(words) {
        extend(&words[words.count - 1], with: character)
      }
    }
    return words.isEmpty ? nil : Sentence(words: words, pause: .sentence)
  }

  private static func script(_ character: Character) -> Script? {
    guard let scalar = character.unicodeScalars.first else { return nil }
    // Currency signs stand before their number and are read after it.
    if "$€£¥￥".contains(character) { return .number }
    if character.unicodeScalars.contains(where: { $0.properties.isEmojiPresentation }) {
      return nil
    }
    return Script(of: scalar)
  }

  private static func mark(_ terminal: Character) -> String {
    switch terminal {
    case "!", "！": "!"
    case "?", "？", "؟", "‽": "?"
    default: "."
    }
  }

  private static func isSpokenSign(_ character: Character) -> Bool { "%％‰°".contains(character) }

  private func isAfterNumber(_ words: [SpokenText.Word]) -> Bool {
    words.last.map { $0.range.upperBound == text.index(before: index) && $0.script == .number }
      ?? false
  }

  private func extend(_ word: inout SpokenText.Word, with character: Character) {
    word.range = word.range.lowerBound..<index
    word.text.append(character == "％" ? "%" : character)
  }

  private func isAbbreviation(_ word: String) -> Bool {
    let isInitial = word.count == 1 && word.first?.isUppercase == true && word != "I"
    return isInitial || Self.abbreviations.contains(word.lowercased())
      || word.contains(".") && isBeforeLowercase
  }

  /// Whether what follows the index goes on with a sentence.
  private var isBeforeLowercase: Bool {
    text[index...].first { !$0.isWhitespace }?.isLowercase ?? false
  }

  /// A character of a dense script, or letters and digits with what joins them.
  private mutating func word(_ first: Script) -> SpokenText.Word {
    let start = index
    var script = first
    index = text.index(after: index)
    if !first.isDense {
      while index < text.endIndex {
        let character = text[index]
        if let next = Self.script(character) {
          if next.isDense || "$€£¥￥".contains(character) { break }
          if script == .number { script = next }
        } else if !joins(character) {
          break
        }
        index = text.index(after: index)
      }
    }
    return SpokenText.Word(
      range: start..<index, text: String(text[start..<index]), script: script)
  }

  /// Whether a mark at the index stands inside a word: `3.5`, `it's`, `well-known`, `9:30`.
  private func joins(_ character: Character) -> Bool {
    guard ".,:'’-_/&@+".contains(character) else { return false }
    let after = text.index(after: index)
    guard after < text.endIndex, let next = Self.script(text[after]), !next.isDense else {
      return false
    }
    let isBetweenDigits = text[text.index(before: index)].isNumber && text[after].isNumber
    return ".,:".contains(character) ? isBetweenDigits || character == "." : true
  }

  /// Takes further marks behind a sentence's end, and breaks.
  private mutating func trailingPause() -> SpokenText.Pause {
    var breaks = 0
    while index < text.endIndex {
      let character = text[index]
      if character.isNewline {
        breaks += 1
      } else if !(character.isWhitespace || Self.terminals.contains(character)
        || "\"'”’」』)）".contains(character))
      {
        break
      }
      index = text.index(after: index)
    }
    return breaks > 1 ? .paragraph : .sentence
  }

  /// Takes line breaks and spaces between them; returns how many breaks.
  private mutating func skipBreaks() -> Int {
    var breaks = 0
    while index < text.endIndex, text[index].isWhitespace {
      if text[index].isNewline { breaks += 1 }
      index = text.index(after: index)
    }
    return breaks
  }
}
