import Language
import MediaTime
import Timeline

/// What a message asks of models elsewhere, and the message without it: "use Wan for this one",
/// "what would it cost with fal?", 用模型重新生成.
struct EngineWish {
  /// What is asked.
  enum Task: Hashable {
    /// Say which engines there are.
    case list
    /// Say what they would take.
    case quote
    /// Make clips.
    case make
    /// Draw a new picture, as the built-in engine does; the rest of the message says so.
    case draw
    /// Put back what clips took the place of.
    case restore
    /// Make a clip that goes on from another, for so long, or as long as that one.
    case extend(Milliseconds?)
  }

  let task: Task
  /// Who is to make it; nil for whoever made the clip before.
  let choice: EngineMention.Choice?
  /// What the clip is to show; nil where that is left open.
  private(set) var prompt: String?
  /// Whether nothing that is there is meant, but a new clip.
  private(set) var isNew = false
  /// Whether it is to come out otherwise than before.
  let isAnew: Bool
  /// How long a new clip is to be; nil where that is left open.
  private(set) var length: Milliseconds?
  /// Whether all clips are meant.
  let namesAll: Bool
  /// The words that say which clips are meant.
  let pointing: String
  /// The message that is left.
  private(set) var rest = ""
  /// The message.
  let message: String

  /// Whether it is answered, and nothing is done.
  var isQuestion: Bool { task == .list || task == .quote }

  /// What `words` ask in `situation`; nil where they ask for nothing of models elsewhere.
  init?(_ words: String, in situation: Situation) {
    var said = words
    if let before = situation.dialogue.clip, Self.isAgain(words),
      situation.clipSpokenOf?.style.generated == nil
    {
      said = before
    }
    self.init(reading: said, in: situation)
  }

  private init?(reading words: String, in situation: Situation) {
    guard words.unicodeScalars.count <= 2000 else { return nil }
    let wording = Wording(words)
    let mention = EngineMention(in: wording, of: situation.engines)
    message = words
    if Self.asksForEngines(wording) {
      (task, choice, isAnew, namesAll, pointing) = (.list, nil, false, false, "")
      return
    }
    let isMarked = words.contains { "?？".contains($0) }
    if Question.asksForPrice(wording.words[...], isMarked: isMarked),
      mention != nil || EngineClause(wording, nil, situation).has(.engine)
    {
      (task, choice, isAnew) = (.quote, mention?.choice ?? .any, false)
      let clause = EngineClause(wording, mention, situation)
      (namesAll, pointing) = (clause.has(.all), clause.text)
      return
    }
    guard mention != nil || situation.hasClips && wording.scalars.count <= 200 else { return nil }
    let message = EngineMessage(wording, mention, situation)
    let clause = message.clause
    isAnew = clause.has(.again)
    namesAll = clause.has(.all)
    pointing = clause.text
    if let mention {
      guard message.isAsked(of: mention, situation) else { return nil }
      choice = mention.choice
    } else {
      guard situation.clip(pointedAt: pointing)?.style.generated != nil,
        clause.content.isEmpty, clause.has(.again) || clause.has(.extend)
      else { return nil }
      choice = nil
    }
    let said = Self.length(in: words)
    if choice == .builtIn, case (let prompt?, true) = clause.subject {
      task = .draw
      let verb = Reading.language(of: words).say("draw ", "画")
      rest = ([verb + prompt] + message.told + message.rest).joined(separator: ", ")
      return
    } else if choice == .builtIn {
      task = .restore
    } else if clause.has(.extend) {
      task = .extend(said)
    } else {
      task = .make
      if choice != nil { (prompt, isNew) = clause.subject }
    }
    rest = message.rest.joined(separator: ", ")
    if !message.told.isEmpty {
      prompt = ((prompt.map { [$0] } ?? []) + message.told).joined(separator: ", ")
    }
    if prompt != nil, situation.showsNoPicture { isNew = true }
    if isNew, let said {
      length = said
      rest = message.rest.filter { Self.length(in: $0) == nil }.joined(separator: ", ")
    }
  }

  // MARK: Questions

  private static func asksForEngines(_ wording: Wording) -> Bool {
    let keys = wording.words.compactMap(\.key)
    guard keys.count < 14 else { return false }
    let line = keys.joined(separator: " ")
    let han = keys.joined()
    if ["引擎", "视频模型"].contains(where: han.contains) {
      return ["哪些", "什么引擎", "什么视频模型", "有没有", "列出", "几个"].contains(where: han.contains)
    }
    let names = ["engines", "video models", "video engines", "ai models"]
    guard names.contains(where: (" \(line) ").contains) else { return false }
    let said = keys.drop {
      ["please", "so", "and", "ok", "hey", "can", "you", "tell", "me"].contains($0)
    }
    return said.first.map { openers.contains($0) } ?? false
  }

  private static let openers: Set = ["which", "what", "list", "show", "are", "do", "any", "what's"]

  /// Whether words ask for the same once more, and for nothing else.
  private static func isAgain(_ words: String) -> Bool {
    let wording = Wording(words)
    var (index, says) = (0, false)
    while index < wording.words.count {
      if wording.words[index].kind == .mark {
        index += 1
        continue
      }
      guard let match = EngineTerm.vocabulary.match(wording.words, at: index),
        [.again, .filler, .pointed, .make].contains(match.term)
      else { return false }
      says = says || match.term == .again
      index += match.count
    }
    return says
  }

  /// The length that words name in seconds; nil where they name none.
  private static func length(in words: String) -> Milliseconds? {
    let text = words.lowercased()
    if let found = text.firstMatch(
      of: /(\d+(?:\.\d+)?)\s*(?:more\s+)?(?:seconds?|secs?|s|秒)(?![a-z])/),
      let seconds = Double(found.1)
    {
      return Milliseconds(seconds: min(max(seconds, 0.2), 600))
    }
    if let found = text.firstMatch(of: /([一二两三四五六七八九十])秒/) {
      return Lexer.digits[String(found.1)].map { Milliseconds($0 * 1000) }
    }
    let found = text.firstMatch(
      of: /\b(one|two|three|four|five|six|seven|eight|nine|ten)\s+(?:more\s+)?seconds?\b/)
    let names = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    return found.flatMap { names.firstIndex(of: String($0.1)) }.map {
      Milliseconds(($0 + 1) * 1000)
    }
  }
}

extension EngineWish {
  /// The message before, where it had to be asked which clip it means, and `words` say that.
  static func continued(_ words: String, in situation: Situation) -> String? {
    guard let before = situation.dialogue.unanswered, words.count < 80,
      let wish = EngineWish(before, in: situation), wish.task == .make,
      EngineWish(words, in: situation) == nil
    else { return nil }
    let both = before.trimmingSuffix(".。!！?？ ") + " " + words
    let target = Reading(of: words, in: situation.scene).mentioned
    let isAll = EngineWish(both, in: situation)?.namesAll ?? false
    return target?.isClips ?? false || isAll ? both : nil
  }
}

extension Situation {
  /// The clips of which those have to be asked who may make them before `words` can be carried
  /// out: the ids under which ``answers`` has to have what they say.
  public func clips(in words: String) -> [(id: String, order: ClipOrder)] {
    guard !engines.isEmpty else { return [] }
    var direction = Direction(words, self)
    _ = direction.script()
    return direction.asked
  }

  /// Whether the film shows nothing yet, and there is no picture to make one of.
  var showsNoPicture: Bool {
    !draft.hasContent && !media.contains { $0.facts.kind.hasPicture }
  }

  /// Whether the film has clips by models elsewhere.
  fileprivate var hasClips: Bool {
    (draft.pictureTrack?.segments ?? []).contains { $0.style.generated != nil }
  }

  /// The clip that was spoken of last, or the only one.
  var clipSpokenOf: Segment? {
    let clips = draft.pictureTrack?.segments ?? []
    return clips.last { dialogue.focus.contains($0.id) } ?? (clips.count == 1 ? clips[0] : nil)
  }

  /// The clip that words point at by its place or name, else the one that was spoken of last.
  func clip(pointedAt words: String) -> Segment? {
    guard let target = Reading(of: words, in: scene).mentioned, target.isClips else {
      return clipSpokenOf
    }
    let facts = Dictionary(media.map { ($0.id, $0.facts) }) { first, _ in first }
    let ids = target.segments(in: draft) { facts[$0] }
    return ids.count == 1 ? draft.segment(ids[0]) : nil
  }

  /// Whether `words` ask for something of models elsewhere.
  public func asksEngines(_ words: String) -> Bool { EngineWish(words, in: self) != nil }
}
