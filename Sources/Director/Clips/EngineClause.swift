import Language
import Timeline

/// The clause that asks a model elsewhere for a clip, without the words that name it.
struct EngineClause {
  private struct Piece {
    var term: EngineTerm?
    var words: Range<Int>
    /// Whether it may be the name of something that is there.
    var isName = false
  }

  private let wording: Wording
  private var pieces: [Piece] = []
  /// Whether to use the engine is what is asked.
  let isUse: Bool

  init(
    _ wording: Wording, _ mention: EngineMention?, _ situation: Situation,
    in place: Range<Int>? = nil
  ) {
    self.wording = wording
    let words = wording.words
    let names = Self.names(in: situation)
    isUse =
      mention.map { EngineTerm.vocabulary.match(words, at: $0.range.lowerBound)?.term == .use }
      ?? false
    let place = place ?? words.indices
    var index = place.lowerBound
    while index < place.upperBound {
      if let mention, mention.range.contains(index) {
        index = mention.range.upperBound
        continue
      }
      let match = EngineTerm.vocabulary.match(words, at: index)
      let count = match?.count ?? 1
      let isName = match == nil && words[index].key.map(names.contains) ?? false
      let isKnown = isName || Self.isPlace(words[index])
      pieces.append(
        Piece(
          term: match?.term ?? (isKnown ? .filler : nil), words: index..<index + count,
          isName: isName))
      index += count
    }
  }

  /// Whether it says that.
  func has(_ term: EngineTerm) -> Bool { pieces.contains { $0.term == term } }

  /// Whether nothing is said but which clips are meant.
  var isBare: Bool { pieces.allSatisfy { $0.term != nil } }

  /// Its words.
  var text: String { text(of: pieces[...]) }

  /// The words that mean nothing here: what the clip shows.
  var content: String { text(of: shown(in: pieces[...])) }

  /// What the clip is to show, and whether it is a new one.
  var subject: (prompt: String?, isNew: Bool) {
    guard let make = pieces.firstIndex(where: { $0.term == .make }) else {
      return (content.isEmpty ? nil : content, false)
    }
    var rest = pieces[(make + 1)...].drop { $0.term == .filler }
    let isFresh = rest.first?.term == .indefinite
    let creates = pieces[make].words.contains { index in
      wording.words[index].key.map(Self.creators.contains) ?? false
    }
    if isFresh {
      // "A clip of a fox" shows a fox; "a fox" does, too.
      let clip = rest.dropFirst().prefix { $0.term != nil }
      if let of = clip.firstIndex(where: { $0.term == .of }) { rest = rest[(of + 1)...] }
    }
    let shown = shown(in: rest, withNames: isFresh)
    guard !shown.isEmpty else { return (nil, false) }
    let prompt = text(of: withArticle(shown))
    let points = rest.contains { $0.term == .pointed || $0.term == .all }
    return (prompt, isFresh || creates && !points)
  }

  /// From the first word that means nothing here to the last.
  private func shown(
    in pieces: ArraySlice<Piece>, withNames: Bool = false
  ) -> ArraySlice<Piece> {
    let isShown = { (piece: Piece) in piece.term == nil || withNames && piece.isName }
    guard let first = pieces.firstIndex(where: isShown), let last = pieces.lastIndex(where: isShown)
    else { return [] }
    return pieces[first...last]
  }

  /// With the article in front.
  private func withArticle(_ shown: ArraySlice<Piece>) -> ArraySlice<Piece> {
    let first = shown.startIndex
    guard first > 0,
      pieces[first - 1].words.allSatisfy({ index in
        ["a", "an", "the", "my", "your", "one"].contains(wording.words[index].key ?? "")
      })
    else { return shown }
    return pieces[(first - 1)..<shown.endIndex]
  }

  private func text(of pieces: ArraySlice<Piece>) -> String {
    var text = ""
    var end: Int?
    for piece in pieces {
      let words = wording.words[piece.words]
      guard let first = words.first, let last = words.last else { continue }
      let isApart = end.map { $0 < first.place.lowerBound } ?? false
      text += isApart ? " " : ""
      text += wording.text(of: first.place.lowerBound..<last.place.upperBound)
      end = last.place.upperBound
    }
    return text
  }

  /// Words that ask for something that isn't there yet.
  private static let creators: Set = ["generate", "create", "produce", "render", "film", "生", "创"]

  /// Whether a word says which clip: a number, 第, 二.
  private static func isPlace(_ word: Word) -> Bool {
    switch word.kind {
    case .number, .clock, .quotation, .other, .mark: true
    case .letters(let text), .han(let text): places.contains(text) || isLength(text)
    }
  }

  /// Whether it is a length in one word: "7s".
  private static func isLength(_ word: String) -> Bool {
    let unit = word.drop(while: \.isNumber)
    return unit.count < word.count && ["s", "sec", "secs"].contains(unit)
  }

  private static let places: Set = [
    "first", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "last", "next", "previous",
    "number", "picture", "photo", "image", "still", "pictures", "photos", "clips", "shots",
    "scenes",
    "第", "一", "二", "两", "三", "四", "五", "六", "七", "八", "九", "十", "段", "张", "个", "幅", "最", "后",
    "首", "图", "照", "片",
  ]

  /// The words of which names of clips and media consist.
  private static func names(in situation: Situation) -> Set<String> {
    let clips = (situation.draft.pictureTrack?.segments ?? []).compactMap(\.style.name)
    let names = clips + situation.media.map(\.name)
    return Set(names.prefix(100).flatMap { Wording($0).words.compactMap(\.key) })
  }
}
