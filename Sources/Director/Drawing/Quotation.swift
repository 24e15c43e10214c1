import Language
import Scenes
import Timeline

/// Words that a picture is drawn to carry: a quote, a motto, an announcement.
struct Quotation {
  /// What is left of the sentence, with the words as a title that appears word by word.
  let rest: String

  /// The quotation of `words` in a sentence that calls them one; nil where it doesn't.
  /// - Parameter sentence: all that was said.
  init?(_ words: String, in prompt: ScenePrompt, of sentence: String) {
    let wording = Wording(prompt.rest)
    guard let quoted = wording.words.first(where: { $0.kind == .quotation }),
      Self.isCalled(Wording(sentence))
    else { return nil }
    let language: SpokenLanguage =
      prompt.isChinese || words.first?.isIdeograph == true
      ? .chinese : .english
    let clause = Self.clause(around: quoted.place, in: wording)
    let others = [
      wording.text(of: 0..<clause.lowerBound),
      wording.text(of: min(clause.upperBound + 1, wording.scalars.count)..<wording.scalars.count),
    ].filter { !$0.isEmpty }
    let author = Self.author(wording.text(of: quoted.place.upperBound..<clause.upperBound))
    let text = words + (author.map { "\n— \($0)" } ?? "")
    let title = language.say(
      "title “\(text)” word by word throughout", "标题「\(text)」，全程，逐词出现")
    rest = (others + [title]).joined(separator: language.say(", ", "，"))
  }

  /// Whether the sentence says what kind of words they are.
  private static func isCalled(_ wording: Wording) -> Bool {
    let keys = wording.words.compactMap(\.key)
    let text = keys.joined()
    return keys.contains(where: names.contains) || chineseNames.contains(where: text.contains)
      || keys.isEmpty
  }

  private static func clause(around place: Range<Int>, in wording: Wording) -> Range<Int> {
    let marks: Set<Unicode.Scalar> = [",", "，", ".", "。", ";", "；", "\n"]
    let start = wording.scalars[..<place.lowerBound].lastIndex(where: marks.contains).map { $0 + 1 }
    let end = wording.scalars[place.upperBound...].firstIndex(where: marks.contains)
    return (start ?? 0)..<(end ?? wording.scalars.count)
  }

  /// Who said it: what follows a dash or "by".
  private static func author(_ tail: String) -> String? {
    let dashes: Set<Character> = ["-", "–", "—"]
    var rest = tail[...]
    if tail.lowercased().hasPrefix("by ") {
      rest = tail.dropFirst(3)
    } else if let first = tail.first, dashes.contains(first) {
      rest = tail.drop { dashes.contains($0) || $0 == " " }
    } else {
      return nil
    }
    let name = rest.split(separator: " ").prefix { word in
      word.first.map { $0.isUppercase || $0.isIdeograph } ?? false || particles.contains(word)
    }
    return name.isEmpty ? nil : name.joined(separator: " ")
  }

  private static let particles: Set<Substring> = [
    "de", "la", "von", "van", "der", "da", "du", "le",
  ]

  private static let names: Set = [
    "quote", "quotes", "quotation", "motto", "saying", "says", "announcement", "announce",
    "announcing", "card", "poster", "slogan", "proverb", "poem",
  ]
  private static let chineseNames = [
    "名言", "语录", "金句", "格言", "座右铭", "公告", "通知", "海报", "文案", "口号", "诗", "写着", "一句话",
  ]
}

extension Character {
  fileprivate var isIdeograph: Bool {
    unicodeScalars.first?.properties.isIdeographic ?? false
  }
}
