/// Where lines had better not break, beyond what Unicode's rules (UAX 14) forbid.
///
/// After Netflix's and the BBC's guides for subtitles: a number stays with its unit, an initial
/// with its name; an article, a preposition or a conjunction goes with what follows it; a line
/// best ends with a mark. In Chinese, a line best ends with a mark or a particle.
struct BreakRules {
  private let characters: [Character]
  /// The byte at which each character starts.
  private let starts: [Int]

  init(_ text: String) {
    characters = Array(text)
    var offset = 0
    starts = text.map { character in
      defer { offset += character.utf8.count }
      return offset
    }
  }

  /// Bytes at which a line must not begin, each with the bytes of the characters on both sides.
  var glued: [Range<Int>] {
    characters.indices.dropFirst().compactMap { index in
      guard isGlued(at: index) else { return nil }
      let end = index + 1 < starts.count ? starts[index + 1] : starts[index] + 1
      return starts[index - 1]..<end
    }
  }

  /// What it costs that a line begins at a byte; 0 is a good place.
  func penalty(at byte: Int) -> Double {
    guard let index = index(of: byte), index > 0 else { return 0 }
    guard let last = characters[..<index].last(where: { !$0.isWhitespace }) else { return 0 }
    if last.isClauseEnd { return -0.15 }
    if last.isIdeographic {
      if Self.particles.contains(last) { return 0 }
      return Self.openers.contains(characters[index]) ? 0.02 : 0.08
    }
    let (before, after) = (word(before: index), word(after: index))
    if Self.leading.contains(before.lowercased()) { return 0.12 }
    let isName = before.first?.isUppercase == true && after.first?.isUppercase == true
    return isName ? 0.06 : 0
  }

  /// Whether the characters from a byte to the end are too few to be a line of their own: one
  /// word, or one ideograph with its marks.
  func isOrphan(from byte: Int, to end: Int) -> Bool {
    guard let first = index(of: byte) else { return false }
    var line = characters[first...].prefix { $0 != "\n" }
    line = line.prefix(max((index(of: end) ?? characters.count) - first, 0))
    let letters = line.filter { !$0.isWhitespace && !$0.isPunctuation }
    if letters.contains(where: \.isIdeographic) { return letters.count < 2 }
    return line.split(whereSeparator: \.isWhitespace).count < 2
  }

  private func index(of byte: Int) -> Int? {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < byte { low = middle + 1 } else { high = middle }
    }
    return low < starts.count && starts[low] == byte ? low : nil
  }

  private func isGlued(at index: Int) -> Bool {
    let (before, after) = (characters[index - 1], characters[index])
    if before.isASCIIDigit, after.isIdeographic { return true }
    guard before == " ", !after.isWhitespace else { return false }
    let (left, right) = (word(before: index), word(after: index))
    if left.last?.isASCIIDigit == true, Self.units.contains(right.lowercased()) { return true }
    if Self.titles.contains(left.lowercased()) { return after.isUppercase }
    let initial = left.hasSuffix(".") ? left.dropLast() : left
    return initial.count == 1 && left != "I" && left != "A"
      && initial.first?.isUppercase == true && after.isUppercase
  }

  private func word(before index: Int) -> Substring {
    var end = index
    while end > 0, characters[end - 1].isWhitespace { end -= 1 }
    var start = end
    while start > 0, !characters[start - 1].isWhitespace, end - start < 24 { start -= 1 }
    return String(characters[start..<end])[...]
  }

  private func word(after index: Int) -> Substring {
    let word = characters[index...].prefix(24).prefix { !$0.isWhitespace }
    let end = word.lastIndex { !$0.isClauseEnd } ?? word.startIndex
    return String(word[...end])[...]
  }

  private static let units: Set<String> = [
    "%", "‰", "°", "°c", "°f", "mm", "cm", "m", "km", "ft", "in", "mi", "miles", "g", "kg", "lb",
    "t", "ms", "s", "sec", "min", "h", "hours", "days", "years", "am", "pm", "a.m.", "p.m.", "hz",
    "khz", "mhz", "ghz", "fps", "kb", "mb", "gb", "tb", "px", "w", "kw", "v", "km/h", "mph", "€",
    "$", "£", "¥", "usd", "eur", "million", "billion",
  ]
  private static let titles: Set<String> = [
    "mr.", "mrs.", "ms.", "dr.", "prof.", "st.", "mr", "mrs", "ms", "dr", "no.", "p.", "vol.",
  ]
  private static let leading: Set<String> = [
    "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "from", "with", "and", "or",
    "but", "my", "your", "his", "her", "its", "our", "their", "is", "are", "was", "were", "not",
    "as", "into", "than", "that", "this", "these", "i", "we", "he", "she", "they",
  ]
  private static let particles = Set<Character>("的了着过地得吗呢吧啊呀们里上下中后前时はがをにでとのもへや")
  private static let openers = Set<Character>("我你他她它这那在和与是把被从对向为也都就不没很")
}

extension Character {
  /// Whether it is Chinese, or a kana, which lines may break beside.
  var isIdeographic: Bool {
    guard let scalar = unicodeScalars.first else { return false }
    return scalar.properties.isIdeographic || (0x3040...0x30FF).contains(scalar.value)
  }

  /// Whether it is a mark that ends a clause.
  var isClauseEnd: Bool { Self.clauseEnds.contains(self) }

  /// Whether it is one of 0 to 9, of either width.
  var isASCIIDigit: Bool { isNumber && wholeNumberValue != nil && !isIdeographic }

  private static let clauseEnds = Set<Character>(",.;:!?…—–，。、；：！？،؛؟")
}
