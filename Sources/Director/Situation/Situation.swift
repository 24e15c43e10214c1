public import Language
public import Timeline

/// What a message finds: the session as it stands when its turn comes.
public struct Situation: Sendable {
  /// The draft and how it came to be; nil where nothing was made yet.
  public var history: History?
  /// The session's media, in the order in which they came.
  public var media: [Medium]
  /// Subtitles that were uploaded, in the order in which they came.
  public var subtitles: [SubtitleMedium] = []
  /// Colour tables that were uploaded, in the order in which they came.
  public var tables: [TableMedium] = []
  /// Where the film's captions can be had as a file; empty where they can't.
  public var captionLinks: [CaptionFormat: String] = [:]
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
  /// Whether music can be composed and sounds can be made.
  public var makesSounds = true
  /// What the message's voice-overs became, by the ids that ``voices(in:)`` gave them.
  public var spoken: [String: Spoken] = [:]
  /// Whether films are checked before they are exported.
  public var inspects = false
  /// What the last check of the film found.
  public var findings: [PreflightFinding] = []
  /// Models elsewhere that make clips, the first to be asked first.
  public var engines: [ClipEngine] = []
  /// What they say to the message's clips, by the ids that ``clips(in:)`` gave these.
  public var answers: [String: [ClipAnswer]] = [:]
  /// Why nothing can be spoken, in a sentence; nil where that was not tried.
  public var voiceRefusal: String?
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
    return Scene(
      draft, media: { facts[$0] }, focus: dialogue.focus, sounds: SoundVocabulary.names
    ) { names[$0] }
  }

  /// The media that are sounds, by their index.
  var sounds: Set<Int> { Set(media.indices.filter { media[$0].facts.kind == .audio }) }

  /// Whether the film has one clip, so that all clips and the clip are the same.
  var isOneClip: Bool { draft.pictureTrack?.segments.count == 1 }

  /// What is asked of the session in `words`.
  func reader(of words: String) -> CommandReader {
    CommandReader(words, names: callableNames, sounds: sounds, isStanding: isStanding)
  }

  /// What media are called, by their index; empty for effects, whose names are words for any
  /// effect of their kind.
  var callableNames: [String] {
    media.map { medium in
      if case .effect? = medium.sound { "" } else { medium.name }
    }
  }

  /// The medium that a step makes; nil of a step that makes none.
  func medium(madeBy action: Step.Action) -> Medium? {
    switch action {
    case .draw(let id, let name, let scene):
      Medium(id: id, name: name, facts: Drawing.facts, hasAnalysis: true, scene: scene)
    case .sound(let id, let name, let recipe):
      (recipe.facts ?? spoken[id]?.facts).map { facts in
        Medium(
          id: id, name: name, facts: facts, hasAnalysis: true, sound: recipe, spoken: spoken[id])
      }
    case .clip(let id, let name, let order, let offers, _):
      offers.first.map { offer in
        Medium(id: id, name: name, facts: order.facts(of: offer), hasAnalysis: true)
      }
    default: nil
    }
  }

  /// A name that no medium has yet, made of `name`.
  func freeName(_ name: String, among names: inout Set<String>) -> String {
    var (free, number) = (name, 2)
    while !names.insert(free).inserted {
      free = "\(name) \(number)"
      number += 1
    }
    return free
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
