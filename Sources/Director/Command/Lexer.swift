import Language
import MediaTime

/// Reads words as terms: the vocabulary's, numbers, and the names of the session's media.
struct Lexer {
  private let names: [Word.Kind: [(index: Int, kinds: [Word.Kind])]]

  init(names: [String]) {
    var table: [Word.Kind: [(index: Int, kinds: [Word.Kind])]] = [:]
    let called = names.enumerated().flatMap { index, name in
      [(index, Self.stem(String(name.prefix(200))))] + Gloss.names(for: name).map { (index, $0) }
    }
    for (index, name) in called {
      let kinds = Wording(name).words.map(\.kind)
      let hasLetters = kinds.contains { kind in
        switch kind {
        case .letters, .han: true
        default: false
        }
      }
      if hasLetters, let first = kinds.first { table[first, default: []].append((index, kinds)) }
    }
    self.names = table.mapValues { $0.sorted { $0.kinds.count > $1.kinds.count } }
  }

  func lexemes(of wording: Wording) -> [Lexeme] {
    let words = wording.words
    var lexemes: [Lexeme] = []
    var index = 0
    while index < words.count {
      var (term, count) = term(words, at: index)
      // A share is a figure of the film, and no number of files.
      if case .number = words[index].kind, index + 1 < words.count,
        "%％".unicodeScalars.contains(wording.scalars[words[index + 1].place.lowerBound])
      {
        term = nil
      }
      if case .number = words[index].kind, Self.goesOn(words, index, wording) { term = nil }
      let place = words[index].place.lowerBound..<words[index + count - 1].place.upperBound
      lexemes.append(Lexeme(term: term, place: place))
      index += count
    }
    return lexemes
  }

  /// Whether a point and more of the same figure follow: 2.5D.
  private static func goesOn(_ words: [Word], _ index: Int, _ wording: Wording) -> Bool {
    guard index + 2 < words.count, words[index + 1].kind == .mark,
      wording.scalars[words[index + 1].place.lowerBound] == ".",
      words[index + 1].place.lowerBound == words[index].place.upperBound,
      words[index + 2].place.lowerBound == words[index + 1].place.upperBound
    else { return false }
    switch words[index + 2].kind {
    case .number, .letters: return true
    default: return false
    }
  }

  private func term(_ words: [Word], at index: Int) -> (Term?, Int) {
    let known = Vocabulary.shared.match(words, at: index)
    if let name = name(words, at: index) {
      let isKnown = known.map { $0.count >= name.count } ?? false
      let isFiller = known?.term == .filler && isCalled(words, index, name.count)
      let isMood = known?.term == .mood && name.count >= known?.count ?? 0
      if !isKnown || isFiller || isMood { return (.name(name.index), name.count) }
    }
    if let known { return (isMeasured(known, words, index) ? nil : known.term, known.count) }
    switch words[index].kind {
    case .number(let number):
      return (.number(number), 1)
    case .clock(let time): return (.clock(time), 1)
    case .mark: return (.joint, 1)
    case .other: return (.filler, 1)
    case .letters(let text): return (Self.seconds(text).map(Term.clock), 1)
    case .han: return numeral(words, at: index) ?? (nil, 1)
    case .quotation: return (nil, 1)
    }
  }

  private func isNumber(_ word: Word) -> Bool {
    if case .number = word.kind { true } else { false }
  }

  /// 对比再强点: of the picture, and no comparison of versions.
  private func isMeasured(
    _ known: (term: Term, count: Int), _ words: [Word], _ index: Int
  ) -> Bool {
    guard index + known.count < words.count else { return false }
    // 加到4秒 is a length.
    if known.term == .add, words[index].key == "加", words[index + 1].key == "到" {
      return numeral(words, at: index + 2) != nil || isNumber(words[index + 2])
    }
    guard known.term == .compare, words[index].key == "对",
      let next = words[index + known.count].key
    else { return false }
    return ["再", "更", "强", "弱", "高", "低", "大", "小", "度", "拉", "调", "加", "提", "降", "有"]
      .contains(next)
  }

  /// Whether a name that is a word like "a" stands where only a name can.
  func isCalled(_ words: [Word], _ index: Int, _ count: Int) -> Bool {
    guard index + count < words.count else { return index > 0 }
    let next = words[index + count]
    if next.kind == .mark || next.kind == .other { return index > 0 }
    guard case .letters(let text) = next.kind else {
      guard case .letters = words[index].kind, case .han = next.kind else { return false }
      return true
    }
    return index > 0
      && ["at", "in", "into", "to", "with", "as", "after", "before", "and", "then", "on", "by"]
        .contains(text)
  }

  /// A name without its extension.
  private static func stem(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex,
      extensions.contains(name[name.index(after: dot)...].lowercased())
    else { return name }
    return String(name[..<dot])
  }

  /// A medium's name, with or without its extension.
  func name(_ words: [Word], at index: Int) -> (index: Int, count: Int)? {
    for candidate in names[words[index].kind] ?? [] {
      let end = index + candidate.kinds.count
      guard end <= words.count, words[index..<end].map(\.kind) == candidate.kinds else { continue }
      if end + 1 < words.count, words[end].kind == .mark,
        words[end].place.lowerBound == words[end - 1].place.upperBound,
        case .letters(let suffix) = words[end + 1].kind, Self.extensions.contains(suffix)
      {
        return (candidate.index, end + 2 - index)
      }
      return (candidate.index, end - index)
    }
    return nil
  }

  private static let extensions: Set = [
    "mp4", "mov", "avi", "webm", "mkv", "jpg", "jpeg", "png", "gif", "webp", "mp3", "wav", "m4a",
    "aac", "heic", "heif", "avif", "bmp", "tif", "tiff", "m4v", "mpg", "mpeg", "flac", "ogg",
    "opus", "srt", "vtt", "ass", "ssa", "cube",
  ]

  /// `5s`.
  static func seconds(_ text: String) -> Milliseconds? {
    for unit in ["sec", "s"] where text.hasSuffix(unit) {
      if let count = Int(text.dropLast(unit.count)), (0..<100_000).contains(count) {
        return Milliseconds(count * 1000)
      }
    }
    return nil
  }

  // MARK: Chinese numerals

  static let digits: [String: Int] = [
    "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
  ]
  private static let measures: Set = ["步", "次", "张", "个", "段", "首", "条", "秒", "幅"]

  /// 第二, 第2, 两步.
  private func numeral(_ words: [Word], at index: Int) -> (Term?, Int)? {
    if words[index].key == "第" {
      guard let number = number(words, at: index + 1) else { return nil }
      return (.ordinal(number.value), number.count + 1)
    }
    guard let number = number(words, at: index), index + number.count < words.count,
      let next = words[index + number.count].key, Self.measures.contains(next)
    else { return nil }
    return (.number(number.value), number.count)
  }

  private func number(_ words: [Word], at index: Int) -> (value: Int, count: Int)? {
    guard index < words.count else { return nil }
    if case .number(let number) = words[index].kind { return (number, 1) }
    guard let first = words[index].key.flatMap({ Self.digits[$0] }) else { return nil }
    let second = index + 1 < words.count ? words[index + 1].key.flatMap { Self.digits[$0] } : nil
    if first == 10 { return second.map { (10 + $0, 2) } ?? (10, 1) }
    return (first, 1)
  }
}
