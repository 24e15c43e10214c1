public import Language
public import Timeline

/// What a message finds: the session as it stands when its turn comes.
public struct Situation: Sendable {
  /// The draft and how it came to be; nil where nothing was made yet.
  public var history: History?
  /// The session's media, in the order in which they came.
  public var media: [Medium]
  /// The session's language; nil answers in the message's own.
  public var language: SpokenLanguage?
  /// Whether the plan lets films be exported.
  public var isExportAllowed: Bool
  /// What work costs; nil where it isn't known.
  public var costs: Costs?
  /// What the turns before spoke of.
  public var dialogue: Dialogue
  /// The ids of pictures that are drawn for the message begin with this.
  public var drawingID = "drawing"
  /// Whether pictures can be drawn of words.
  public var draws = true
  /// What a planner made of the message; nil where there is none, or it could not say.
  public private(set) var plan: String?

  /// A session with these media; nothing made yet where no history is given.
  public init(
    history: History? = nil, media: [Medium] = [], language: SpokenLanguage? = nil,
    isExportAllowed: Bool = true, costs: Costs? = nil, dialogue: Dialogue = Dialogue()
  ) {
    self.history = history
    self.media = media
    self.language = language
    self.isExportAllowed = isExportAllowed
    self.costs = costs
    self.dialogue = dialogue
  }

  /// The draft now; an empty one where nothing was made yet.
  public var draft: Draft { history?.draft ?? Draft() }

  /// What words about the draft can refer to.
  public var scene: Scene {
    let names = Dictionary(media.map { ($0.id, $0.name) }) { first, _ in first }
    let facts = Dictionary(media.map { ($0.id, $0.facts) }) { first, _ in first }
    return Scene(draft, media: { facts[$0] }, focus: dialogue.focus) { names[$0] }
  }

  /// The media that are sounds, by their index.
  var sounds: Set<Int> { Set(media.indices.filter { media[$0].facts.kind == .audio }) }

  /// Whether the film has one clip, so that all clips and the clip are the same.
  var isOneClip: Bool { draft.pictureTrack?.segments.count == 1 }

  /// What is asked of the session in `words`.
  func reader(of words: String) -> CommandReader {
    CommandReader(words, names: media.map(\.name), sounds: sounds, isStanding: isStanding)
  }

  /// Whether a reference means a clip that is in the film.
  func isStanding(_ reference: Reference) -> Bool {
    let draft = draft
    guard draft.hasContent, !reference.isRecent, !reference.isAll else { return false }
    if reference.isPronoun {
      let clips = draft.pictureTrack?.segments ?? []
      return dialogue.focus.contains { id in clips.contains { $0.id == id } }
    }
    if let medium = reference.medium {
      return media.indices.contains(medium) && draft.uses(media[medium].id)
    }
    return reference.ordinal != nil && [nil, .any, .visual].contains(reference.sort)
  }

  /// Takes what a planner made of a message, where every sentence of it can be read.
  /// - Returns: whether it was taken.
  @discardableResult
  public mutating func take(_ sentences: [String]) -> Bool {
    let names = media.map(\.name)
    let isReadable = sentences.allSatisfy { sentence in
      let wish = DrawingWish(sentence, in: self)
      let names = names + (wish?.media.map(\.medium.name) ?? [])
      let sentence = wish?.words ?? sentence
      let rest = CommandReader(sentence, names: names, isStanding: isStanding).rest().text
      let reading = Reading(of: rest, in: scene)
      let isCommand = reading.requests.isEmpty
      if wish != nil, reading.leftovers.isEmpty { return true }
      return reading.leftovers.isEmpty && (!isCommand || rest != sentence)
    }
    guard isReadable, !sentences.isEmpty else { return false }
    plan = sentences.joined(separator: ". ")
    return true
  }
}
