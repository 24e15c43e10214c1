/// Words of a message that describe a picture to be drawn: "draw a city at night", "a shot of the
/// sea" where it is to be added, 加一段海边日落的画面.
struct DrawingPhrase {
  /// Where the words stand that the picture takes the place of, in scalars.
  let place: Range<Int>
  /// What the picture shows.
  let description: String
  /// Whether a verb is among them: "draw".
  let hasVerb: Bool
  /// The first word behind it, by its index.
  let end: Int
  /// Where it goes, where the next words say that of "it": "and put it first".
  let spot: String?

  /// The phrase that begins with the word of that index, if one does.
  init?(_ wording: Wording, at index: Int) {
    guard
      let span = Self.drawn(wording, at: index) ?? Self.added(wording, at: index)
        ?? Self.chineseDrawn(wording, at: index) ?? Self.chineseAdded(wording, at: index),
      !span.description.isEmpty
    else { return nil }
    let words = wording.words
    let (first, last) = (span.description.lowerBound, span.description.upperBound - 1)
    description = wording.text(of: words[first].place.lowerBound..<words[last].place.upperBound)
    let placing = Self.placing(words, at: span.end)
    (end, spot) = (placing?.end ?? span.end, placing?.spot)
    place = words[index].place.lowerBound..<words[end - 1].place.upperBound
    hasVerb = span.hasVerb
  }

  private typealias Span = (description: Range<Int>, end: Int, hasVerb: Bool)

  /// "And put it first": where that leads, and up to which word; the place itself is left to be
  /// read where it is more than one word.
  private static func placing(_ words: [Word], at index: Int) -> (spot: String?, end: Int)? {
    var next = index
    if next < words.count, words[next].kind == .mark { next += 1 }
    if next < words.count, words[next].key == "and" || words[next].key == "then" { next += 1 }
    guard next > index, next + 1 < words.count,
      ["put", "place", "insert", "use", "move", "add"].contains(words[next].key),
      ["it", "this", "that", "them"].contains(words[next + 1].key)
    else { return nil }
    next += 2
    switch next < words.count ? words[next].key : nil {
    case "first": return ("at the start", next + 1)
    case "last": return ("at the end", next + 1)
    default: return (nil, next)
    }
  }

  // MARK: English

  /// "Draw me a city at night".
  private static func drawn(_ wording: Wording, at index: Int) -> Span? {
    let words = wording.words
    guard let verb = words[index].key, strongVerbs.contains(verb) || weakVerbs.contains(verb)
    else { return nil }
    var start = index + 1
    while start < words.count, ["me", "us", "up"].contains(words[start].key) { start += 1 }
    let end = descriptionEnd(words, from: start)
    let keys = words[start..<end].compactMap(\.key)
    if weakVerbs.contains(verb), keys.contains(where: editorsNouns.contains) { return nil }
    return (start..<end, end, true)
  }

  /// "A shot of the sea", "a rainy street scene", where the clause adds something.
  private static func added(_ wording: Wording, at index: Int) -> Span? {
    let words = wording.words
    guard let first = words[index].key, determiners.contains(first),
      clause(before: index, in: words).contains(where: addingVerbs.contains)
    else { return nil }
    let limit = min(index + 7, words.count)
    guard
      let noun = words[index + 1..<limit].firstIndex(where: { word in
        word.key.map(pictureNouns.contains) ?? false
      })
    else { return nil }
    if noun + 1 < words.count, ["of", "showing", "with"].contains(words[noun + 1].key) {
      let end = descriptionEnd(words, from: noun + 2)
      return end > noun + 2 ? (noun + 2..<end, end, false) : nil
    }
    let isPlain = words[index + 1..<noun].allSatisfy { $0.key.map { !stops.contains($0) } ?? false }
    return noun > index + 1 && isPlain ? (index + 1..<noun, noun + 1, false) : nil
  }

  /// Where a description ends: with the clause, or where it is said when the picture comes.
  private static func descriptionEnd(_ words: [Word], from start: Int) -> Int {
    var index = start
    while index < words.count {
      guard let key = words[index].key else { return index }
      let next = index + 1 < words.count ? words[index + 1].key : nil
      let later = index + 2 < words.count ? words[index + 2].key : nil
      let noun = next.map(articles.contains) == true ? later : next
      if ["then", "instead", "lasting", "please", "that"].contains(key) { return index }
      if ["at", "to", "in", "as"].contains(key), let noun, positions.contains(noun) {
        return index
      }
      if ["before", "after", "between", "behind"].contains(key), let noun,
        positions.contains(noun) || clips.contains(noun)
      {
        return index
      }
      if key == "for", let later, later.hasPrefix("sec") { return index }
      if key == "and", let next, addingVerbs.contains(next) || editingVerbs.contains(next) {
        return index
      }
      index += 1
    }
    return index
  }

  /// The words of the same clause before one.
  private static func clause(before index: Int, in words: [Word]) -> [String] {
    words[..<index].reversed().prefix { $0.kind != .mark && $0.key != "and" }.compactMap(\.key)
  }

  private static let strongVerbs: Set = ["draw", "paint", "sketch", "illustrate"]
  private static let weakVerbs: Set = ["generate", "create", "imagine"]
  private static let addingVerbs: Set = [
    "add", "insert", "append", "put", "place", "use", "replace", "swap", "start", "begin", "end",
    "open", "close", "finish", "follow", "want", "need", "include", "continue", "with", "show",
  ]
  private static let editingVerbs: Set = [
    "make", "push", "zoom", "pan", "export", "render", "title", "call", "slow", "speed", "move",
    "set",
  ]
  private static let determiners: Set = ["a", "an", "another", "one", "some", "new"]
  private static let articles: Set = ["the", "a", "my", "its"]
  private static let stops: Set = ["the", "of", "to", "for", "it", "this", "that", "and", "more"]
  private static let pictureNouns: Set = [
    "scene", "drawing", "picture", "image", "painting", "sketch", "illustration", "shot", "view",
    "clip", "video", "photo", "landscape",
  ]
  private static let clips: Set = ["clip", "scene", "shot", "it", "this", "that", "them", "title"]
  private static let positions: Set = [
    "end", "start", "beginning", "front", "back", "middle", "very", "first", "second", "third",
    "fourth", "fifth", "last", "opening", "closing", "final", "next",
  ]
  private static let editorsNouns: Set = [
    "effect", "effects", "look", "filter", "title", "titles", "caption", "captions", "subtitle",
    "subtitles", "transition", "transitions", "music", "song", "soundtrack", "sound", "voice",
    "voiceover", "version", "copy", "cut", "montage", "trailer", "loop", "gif", "mood", "vibe",
    "feel", "link", "preview", "thumbnail", "draft", "export", "files", "file", "credits",
  ]

  // MARK: Chinese

  /// 画一座夜晚的城市.
  private static func chineseDrawn(_ wording: Wording, at index: Int) -> Span? {
    let words = wording.words
    guard let verb = match(chineseVerbs, words, at: index) else { return nil }
    var start = index + verb
    if let next = key(words, start), verb == 1, notVerbs.contains(next) { return nil }
    if key(words, start) == "一" { start += 1 }
    if let measure = key(words, start), measures.contains(measure) { start += 1 }
    let end = chineseEnd(words, from: start)
    return (start..<end, end, true)
  }

  /// 一段海边日落的画面, where the clause adds something.
  private static func chineseAdded(_ wording: Wording, at index: Int) -> Span? {
    let words = wording.words
    var start = index
    if key(words, start) == "一" { start += 1 }
    guard let measure = key(words, start), ["段", "张", "幅", "个", "组"].contains(measure),
      clause(before: index, in: words).contains(where: chineseAdding.contains)
    else { return nil }
    start += 1
    let end = chineseEnd(words, from: start)
    for joint in stride(from: end - 1, to: start, by: -1) where key(words, joint) == "的" {
      if let count = match(chineseNouns, words, at: joint + 1) {
        return (start..<joint, joint + 1 + count, false)
      }
    }
    return nil
  }

  private static func chineseEnd(_ words: [Word], from start: Int) -> Int {
    var index = start
    while index < words.count, case .han = words[index].kind {
      if match(chineseTails, words, at: index) != nil { break }
      index += 1
    }
    return index
  }

  private static func key(_ words: [Word], _ index: Int) -> String? {
    words.indices.contains(index) ? words[index].key : nil
  }

  /// How many words the first of some phrases that stands at `index` has.
  private static func match(_ phrases: [[String]], _ words: [Word], at index: Int) -> Int? {
    phrases.first { phrase in
      index + phrase.count <= words.count
        && zip(phrase, words[index...]).allSatisfy { $0 == $1.key }
    }?.count
  }

  private static func split(_ words: String) -> [[String]] {
    words.split(separator: "|").map { $0.map(String.init) }
  }

  private static let chineseVerbs = split("绘制|生成|创作|画出|画")
  /// 画面, 画质, 画幅: not to draw.
  private static let notVerbs: Set = ["面", "质", "幅", "中", "风", "框", "外", "家", "布", "廊", "册"]
  private static let measures: Set = [
    "个", "张", "幅", "段", "片", "座", "只", "条", "组", "艘", "轮", "棵", "朵", "间", "栋", "些",
  ]
  private static let chineseAdding: Set = ["加", "添", "插", "接", "放", "换", "用", "来", "补", "要", "以"]
  private static let chineseNouns = split("画面|场景|镜头|图片|片段|空镜|视频|插画|图|画")
  private static let chineseTails = split("放在|放到|加到|加在|插到|插在|插入|接在|作为|当作|替换|然后|并且|再")
}
