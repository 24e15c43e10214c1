/// What is left of a sentence without the words that were drawn, and what those are.
struct Remainder {
  let text: String
  /// The words that were drawn, from the first up to the end of their clause.
  let subject: String

  init(of reader: PromptReader) {
    let (sentence, places) = reader.sentence
    var isGone = Array(repeating: false, count: sentence.count)
    for span in reader.spans {
      let whole = Self.widened(span, in: reader.text)
      for index in places[whole.lowerBound]..<places[whole.upperBound] { isGone[index] = true }
    }
    subject = Self.subject(sentence, isGone, isChinese: reader.isChinese)
    guard isGone.contains(true) else {
      text = String(sentence)
      return
    }
    var rest: [Character] = []
    for index in sentence.indices {
      if !isGone[index] {
        rest.append(sentence[index])
      } else if rest.last != " " {
        rest.append(" ")
      }
    }
    text = Self.clauses(of: rest).filter { !Self.isIdle($0) }.map(Self.withoutMaker)
      .joined(separator: reader.isChinese ? "，" : ", ")
  }

  /// The longest name is so many characters, up to the end of a word.
  private static let longestSubject = 40

  private static func subject(
    _ sentence: [Character], _ isGone: [Bool], isChinese: Bool
  ) -> String {
    var subject: [Character] = []
    for (index, character) in sentence.enumerated() {
      let isMark = !character.isWord && !character.isHan && !character.isWhitespace
      if isMark, !subject.isEmpty { break }
      if isGone[index], !isMark {
        subject.append(character)
      } else if !isChinese, let last = subject.last, last != " " {
        subject.append(" ")
      }
    }
    var words = subject.split(separator: " ").map { String($0) }
    while let first = words.first, words.count > 1, isJoint(first.lowercased()) {
      words.removeFirst()
    }
    if isChinese { return trimmed(words.joined()) }
    while words.joined(separator: " ").count > longestSubject, words.count > 1 {
      words.removeLast()
    }
    while let last = words.last, words.count > 1, isJoint(last.lowercased()) { words.removeLast() }
    return words.joined(separator: " ")
  }

  /// Without a number and a measure before it, and without 的 behind it.
  private static func trimmed(_ words: String) -> String {
    var text = Array(words.prefix(20))
    if text.count > 2, case .article = Vocabulary.meaning(String(text[..<2])) {
      text.removeFirst(2)
    }
    while text.count > 1, let first = text.first, isJoint(String(first)) { text.removeFirst() }
    while text.count > 1, let last = text.last, particles.contains(last), last != "上", last != "下" {
      text.removeLast()
    }
    return String(text)
  }

  /// With the articles and prepositions before it, and what follows a Chinese word: 的, 时.
  private static func widened(_ span: Range<Int>, in text: [Character]) -> Range<Int> {
    var (start, end) = (span.lowerBound, span.upperBound)
    while let word = word(before: start, in: text), isJoint(word.text) { start = word.start }
    while end < text.count, text[end].isHan, particles.contains(text[end]) { end += 1 }
    let style = Array(" style")
    if text[end...].prefix(style.count).elementsEqual(style) { end += style.count }
    return start..<end
  }

  private static func isJoint(_ word: String) -> Bool {
    if moods.contains(word) { return true }
    return switch Vocabulary.meaning(word) {
    case .article, .separator: true
    default: word.count == 1 && word.first.map(Character.measures.contains) == true
    }
  }

  /// The English word, or the Chinese character, that ends before a place.
  private static func word(
    before place: Int, in text: [Character]
  ) -> (text: String, start: Int)? {
    var end = place
    while end > 0, text[end - 1] == " " { end -= 1 }
    guard end > 0 else { return nil }
    if text[end - 1].isHan {
      // 一座 is an article, and so is 座 alone.
      if end > 1, Vocabulary.meaning(String(text[end - 2..<end])) != nil {
        return (String(text[end - 2..<end]), end - 2)
      }
      return (String(text[end - 1]), end - 1)
    }
    var start = end
    while start > 0, text[start - 1].isWord { start -= 1 }
    return start < end ? (String(text[start..<end]).lowercased(), start) : nil
  }

  /// The clauses, without what is quoted being cut.
  private static func clauses(of text: [Character]) -> [String] {
    var clauses: [String] = [""]
    var closing: Character?
    for character in text {
      if let mark = closing {
        if character == mark { closing = nil }
      } else {
        closing = QuotedWords.pairs[character]
      }
      if closing == nil, ",，。;；、\n".contains(character) {
        clauses.append("")
      } else {
        clauses[clauses.count - 1].append(character)
      }
    }
    return clauses.map { clause in
      let start = clause.firstIndex { $0 != " " } ?? clause.endIndex
      let end = clause.lastIndex { $0 != " " }.map(clause.index(after:)) ?? clause.endIndex
      return start < end ? String(clause[start..<end]) : ""
    }
  }

  /// Whether nothing is left of a clause but that something is to be drawn.
  private static func isIdle(_ clause: String) -> Bool {
    let characters = Array(clause.lowercased())
    var place = 0
    while place < characters.count {
      if let word = makers.first(where: characters[place...].starts(with:)) {
        let next = place + word.count
        let isWhole =
          word.first?.isHan == true || next == characters.count
          || !characters[next].isWord
        if isWhole {
          place = next
          continue
        }
      }
      guard !characters[place].isWord, !characters[place].isHan else { return false }
      if QuotedWords.pairs[characters[place]] != nil { return false }
      place += 1
    }
    return true
  }

  /// Without the verb that asks for the drawing, before what else the clause says.
  private static func withoutMaker(_ clause: String) -> String {
    let verb = ["draw ", "paint ", "sketch ", "illustrate ", "画"].first {
      clause.lowercased().hasPrefix($0)
    }
    if let verb { return String(clause.dropFirst(verb.count)) }
    return clause
  }

  private static let particles: Set<Character> = [
    "的", "时", "里", "上", "下", "中", "旁", "边", "前", "后", "外", "内", "和", "与",
  ]

  /// Said of a thing, they ask for nothing that could be drawn otherwise.
  private static let moods: Set = [
    "calm", "quiet", "peaceful", "serene", "silent", "beautiful", "stunning", "gorgeous", "lovely",
    "pretty",
  ]

  /// Longer words stand before shorter ones that they begin with.
  private static let makers = [
    "i would like", "i'd like", "i want", "you", "can", "could", "please", "draw", "paint",
    "sketch", "illustrate", "imagine", "create", "generate", "produce", "render", "make", "show",
    "give", "turn", "put", "animated", "animation", "animate", "video", "videos", "clip", "clips",
    "film", "movie", "footage", "scene", "scenes", "shot", "picture", "image", "photo", "painting",
    "drawing", "illustration", "view", "something", "me", "us", "my", "a", "an", "the", "of",
    "with", "and", "or", "in", "on", "at", "to", "for", "from", "by", "over", "under", "about",
    "that", "this", "it", "is", "are", "there", "where", "like", "some", "into", "as", "quote",
    "quotes", "card", "announcement", "saying", "says", "first", "先", "首先", "第一幕", "第一段", "第一个",
    "请", "帮我", "给我", "为我", "帮忙", "我想要",
    "我想", "我要", "想要", "可以", "画一下", "画", "绘制", "生成", "制作", "创作", "创建", "做成", "做", "来", "要",
    "一个", "一段", "一张", "一幅", "一条", "一部", "一支", "个", "段", "张", "幅", "关于", "视频", "短片", "短视频",
    "影片", "动画", "画面", "场景", "镜头", "图片", "图", "的", "在", "有", "和", "里", "上", "下", "中", "名言", "语录",
  ].map(Array.init).sorted { $0.count > $1.count }
}
