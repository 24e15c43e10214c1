/// Words in quotation marks, taken out of a text.
struct QuotedWords {
  /// The first of them, without the marks; nil where there are none.
  let quote: String?
  /// The text without them, a comma in the place of each.
  let rest: [Character]
  /// Where each character of the rest begins in the text, and where the text ends.
  let places: [Int]

  init(_ text: [Character]) {
    var found: String?
    var rest: [Character] = []
    var places: [Int] = []
    var at = 0
    while at < text.count {
      places.append(at)
      if let closing = QuotedWords.pairs[text[at]],
        let end = text[(at + 1)...].firstIndex(of: closing)
      {
        let inside = String(text[(at + 1)..<end]).trimmingSpaces
        if found == nil, !inside.isEmpty { found = inside }
        rest.append(",")
        at = end + 1
      } else {
        rest.append(text[at])
        at += 1
      }
    }
    quote = found
    self.rest = rest
    self.places = places + [text.count]
  }

  static let pairs: [Character: Character] = [
    "\"": "\"", "“": "”", "„": "“", "«": "»", "「": "」", "『": "』", "《": "》",
  ]
}

extension String {
  fileprivate var trimmingSpaces: String {
    let start = firstIndex { !$0.isWhitespace } ?? endIndex
    let end = lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? endIndex
    return start < end ? String(self[start..<end]) : ""
  }

  /// Whether an English word looks like an adjective, an adverb or a verb rather than a noun.
  var looksLikeModifier: Bool {
    let endings = [
      "ing", "ed", "ly", "ful", "ous", "ish", "ive", "ic", "al", "less", "able", "ible", "ant",
      "ent",
      "some", "y", "ern", "est", "en",
    ]
    return count < 3 || endings.contains { hasSuffix($0) }
  }
}

extension Character {
  /// Whether it is a Chinese character.
  var isHan: Bool {
    guard let value = unicodeScalars.first?.value else { return false }
    return (0x4E00...0x9FFF).contains(value) || (0x3400...0x4DBF).contains(value)
  }

  /// Whether it is a part of an English word.
  var isWord: Bool { (isLetter || isNumber || self == "-" || self == "'" || self == "’") && !isHan }

  /// Measure words that stand between a number and a noun.
  static let measures: Set<Character> = [
    "个", "只", "条", "头", "匹", "辆", "架", "艘", "座", "栋", "朵", "棵", "颗", "片", "位", "名", "台", "把", "张",
    "间", "道", "盏", "堆", "对", "轮", "群", "叶", "间", "幢", "株", "根", "块", "件",
  ]
}
