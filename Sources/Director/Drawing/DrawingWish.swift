import Language
import Timeline

/// What a message asks to be drawn, and the message with names in the place of what is.
///
/// Where there is nothing to show yet, words that describe something are pictures; later they are
/// where the message says so: "draw a city at night", 最后加一段海边日落的画面. What was drawn can be
/// drawn otherwise: "make it night".
struct DrawingWish {
  /// The pictures, with the ids and names that they get.
  let media: [(medium: Medium, drawing: Drawing)]
  /// The message that is left, in which the pictures have their names.
  let words: String
  /// What to say of them, without a full stop.
  let remarks: [String]
  /// The clip that shows the picture which the drawing takes the place of.
  let replaced: Segment?

  /// What `words` ask to be drawn in `situation`; nil where they ask for no picture.
  init?(_ words: String, in situation: Situation) {
    guard situation.draws, words.unicodeScalars.count <= 2000 else { return nil }
    var found = situation.showsNothing ? Self.whole(words, situation) : Self.part(words, situation)
    let again = found == nil ? RedrawingWish(words, in: situation) : nil
    if let again { found = ([again.drawing], [], { _ in "" }) }
    guard let found else { return nil }
    replaced = again?.clip
    var names = Set(situation.media.map(\.name))
    media = found.drawings.enumerated().map { index, drawing in
      let name = situation.freeName(drawing.name, among: &names)
      return (
        Medium(
          id: "\(situation.drawingID)_\(index + 1)", name: name, facts: Drawing.facts,
          isNew: true, hasAnalysis: true, scene: drawing.file), drawing
      )
    }
    self.words = found.words(media.map(\.medium.name))
    remarks = found.remarks
  }

  private typealias Found = (
    drawings: [Drawing], remarks: [String], words: (_ names: [String]) -> String
  )

  // MARK: Nothing is there yet

  private static func whole(_ words: String, _ situation: Situation) -> Found? {
    let reader = situation.reader(of: words)
    let isFilm = reader.commands.allSatisfy { command in
      switch command {
      case .export, .preview, .hello, .thanks, .addMusic: true
      default: false
      }
    }
    guard isFilm, let board = Storyboard(words, seed: situation.seed) else { return nil }
    guard board.isSeen, !speaksOfUploads(words), asks(words) || isDescription(words, board) else {
      return nil
    }
    return (board.drawings, board.remarks, { _ in board.rest })
  }

  /// Whether a word asks for a picture or a film to be made.
  private static func asks(_ words: String) -> Bool {
    let keys = Wording(words).words.compactMap(\.key)
    let text = keys.filter { $0.unicodeScalars.allSatisfy(\.properties.isIdeographic) }.joined()
    return keys.contains(where: makers.contains) || chineseMakers.contains(where: text.contains)
  }

  private static func speaksOfUploads(_ words: String) -> Bool {
    Wording(words).words.contains { $0.key.map(uploads.contains) ?? false }
      || words.contains("上传")
  }

  /// Whether many of the words are drawn, and what is left reads as an edit.
  private static func isDescription(_ words: String, _ board: Storyboard) -> Bool {
    let reading = Reading(of: board.rest)
    let speaks = Wording(board.rest).words.contains { $0.key.map(persons.contains) ?? false }
    guard reading.question == nil, !speaks else { return false }
    let unread = reading.leftovers.map { $0.text.count { $0.isLetter } }.reduce(0, +)
    let drawn = words.count { $0.isLetter } - board.rest.count { $0.isLetter }
    return drawn * 2 > unread
  }

  private static let makers: Set<String> = [
    "draw", "paint", "sketch", "illustrate", "imagine", "create", "generate", "make", "video",
    "clip", "film", "movie", "animation", "scene", "quote", "quotes", "announcement", "poster",
    "card", "slogan",
  ]
  private static let uploads: Set<String> = ["upload", "uploaded", "uploading"]
  /// Who says one of these speaks of something else than a picture.
  private static let persons: Set<String> = [
    "i", "i'm", "you", "we", "love", "like", "hate", "what", "why", "how", "who", "when", "did",
    "does", "do", "我", "你", "他", "她", "吗", "呢",
  ]
  private static let chineseMakers = [
    "画", "生成", "制作", "创作", "做", "视频", "短片", "影片", "动画", "名言", "语录", "金句", "海报", "公告", "文案",
  ]

  // MARK: A film is there

  private static func part(_ words: String, _ situation: Situation) -> Found? {
    let wording = Wording(words)
    var phrases: [DrawingPhrase] = []
    var drawings: [Drawing] = []
    var index = 0
    while index < wording.words.count, drawings.count < Storyboard.most {
      guard let phrase = DrawingPhrase(wording, at: index),
        let drawing = Drawing(
          phrase.description, seed: situation.seed &+ UInt64(drawings.count)),
        drawing.showsThings, phrase.hasVerb || !situation.names(phrase.description)
      else {
        index += 1
        continue
      }
      phrases.append(phrase)
      drawings.append(drawing)
      index = phrase.end
    }
    guard !drawings.isEmpty else { return nil }
    let language = Reading.language(of: words)
    return (
      drawings, drawings.flatMap { $0.remarks(in: language) },
      { names in
        let changes = zip(phrases, names).map { phrase, name in
          let add = phrase.hasVerb ? language.say("add ", "加上") : ""
          return (phrase.place, "\(add)\(name) \(phrase.spot ?? "")")
        }
        return wording.text(replacing: changes, finding: []).text
      }
    )
  }
}

extension Situation {
  /// Whether there is no film and nothing to make one of but sounds.
  fileprivate var showsNothing: Bool {
    guard !draft.hasContent else { return false }
    let setAside = draft.setAside ?? []
    return media.allSatisfy { $0.facts.kind == .audio || setAside.contains($0.id) }
  }

  /// The seed of what is drawn: the film's, or, beside what was drawn before, a new one.
  fileprivate var seed: UInt64 {
    guard case .integer(let seed)? = draft.unknown["seed"], seed >= 0 else {
      return UInt64(1 + media.count { $0.facts.motif == .scene })
    }
    return UInt64(seed)
  }

  /// Whether words are little more than the name of a medium.
  fileprivate func names(_ words: String) -> Bool {
    let mentions = CommandReader(words, names: media.map(\.name)).mentions
    let named = mentions.map(\.place.count).reduce(0, +)
    return named * 10 > words.unicodeScalars.count * 6
  }
}
