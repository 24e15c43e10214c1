import Director
import Language
import MediaTime
import Testing
import Timeline

/// A session in memory: sends messages, carries the scripts out, and keeps what came of them.
struct Conversation {
  private(set) var situation: Situation
  private(set) var turns: [Turn] = []
  /// Every message that was asked to be exported, by its quality.
  private(set) var exports: [Quality] = []
  /// The shapes in which films were ordered, nil for the draft's own.
  private(set) var shapes: [Aspect?] = []
  private(set) var analysed: [String] = []
  /// Sounds that were made, in order.
  private(set) var sounds: [SoundRecipe] = []
  /// Whether music can be composed here.
  var makesSounds: Bool {
    get { situation.makesSounds }
    set { situation.makesSounds = newValue }
  }
  /// Whether somebody here can speak.
  var hasVoice = true
  /// Models elsewhere, with what each takes for a second.
  var engines: KeyValuePairs<ClipEngine, Int> {
    get { prices }
    set {
      prices = newValue
      situation.engines = newValue.map(\.key)
    }
  }
  private var prices: KeyValuePairs<ClipEngine, Int> = [:]
  /// Engines that answer with a sentence instead.
  var closedEngines: [String: String] = [:]
  /// Clips that were made, in order.
  private(set) var clips: [ClipOrder] = []
  /// The names of pictures that were drawn.
  private(set) var drawn: [String] = []

  struct Turn {
    let message: String
    let script: Script
    let before: Draft
    let after: Draft
    let closing: String
  }

  init(
    _ media: [Medium] = [], language: SpokenLanguage? = nil, isExportAllowed: Bool = true
  ) {
    situation = Situation(
      media: media, language: language, isExportAllowed: isExportAllowed,
      costs: Costs(edit: 1, animation: 5, analysis: 0))
    upload(media, replacing: true)
  }

  var draft: Draft { situation.draft }

  mutating func upload(_ media: [Medium], replacing: Bool = false) {
    if replacing { situation.media = [] }
    for var medium in media {
      medium.isNew = true
      situation.media.append(medium)
    }
  }

  /// A voice that takes a third of a second for each word, and each Chinese character.
  private static func spoken(_ voice: VoiceOver) -> Spoken {
    let words = voice.text.split(separator: " ").flatMap { word in
      word.unicodeScalars.contains { $0.properties.isIdeographic }
        ? word.map(String.init) : [String(word)]
    }
    let timed = words.enumerated().map { index, word in
      TimedWord(
        word, start: Milliseconds(index * 333), end: Milliseconds(index * 333 + 300))
    }
    return Spoken(duration: Milliseconds(words.count * 333), words: timed)
  }

  /// Lets the beats of a medium be known.
  mutating func learn(beats: [Milliseconds], of id: String) {
    for index in situation.media.indices where situation.media[index].id == id {
      situation.media[index].beats = beats
    }
  }

  /// What the last check of the film found.
  mutating func find(_ findings: [PreflightFinding]) { situation.findings = findings }

  /// Each makes whole seconds and costs them.
  private func answers(to order: ClipOrder) -> [ClipAnswer] {
    order.engines.map { name in
      if let reason = closedEngines[name] { return .refusal(engine: name, reason: reason) }
      let price = prices.first { $0.key.name == name }?.value ?? 0
      let seconds = max(1, Int(order.duration.seconds.rounded()))
      return .offer(
        ClipOffer(
          engine: name, duration: Milliseconds(seconds * 1000), credits: price * seconds,
          dollars: price > 0 ? Double(price * seconds) / 100 : nil))
    }
  }

  @discardableResult
  mutating func say(_ message: String) throws -> Turn {
    let before = draft
    situation.drawingID = "d\(turns.count)"
    for (id, voice) in situation.voices(in: message) where hasVoice {
      situation.spoken[id] = Self.spoken(voice)
    }
    situation.answers = [:]
    for (id, order) in situation.clips(in: message) { situation.answers[id] = answers(to: order) }
    var script = Script(for: message, in: situation)
    var outcome = Outcome(before: before, after: before)
    for index in script.steps.indices {
      let response = try script.perform(index, on: &situation.history)
      switch script.steps[index].action {
      case .edit, .go: #expect(response != nil)
      case .export(let quality, let aspect):
        exports.append(quality)
        shapes.append(aspect)
        outcome.exports[index] = .finished(link: "https://example.org/film.mp4")
      case .sound(let id, let name, let recipe):
        sounds.append(recipe)
        let facts = try #require(
          recipe.facts
            ?? situation.spoken[id].map { spoken in
              MediaFacts(kind: .audio, duration: spoken.duration, hasAudio: true)
            })
        situation.media.append(
          Medium(
            id: id, name: name, facts: facts, hasAnalysis: true, sound: recipe,
            spoken: situation.spoken[id]))
      case .analyse(let id):
        analysed.append(id)
        for place in situation.media.indices where situation.media[place].id == id {
          situation.media[place].hasAnalysis = true
        }
      case .showCredits: outcome.credits = .init(available: 96, frozen: 0)
      case .draw(let id, let name, let scene):
        drawn.append(name)
        situation.media.append(
          Medium(id: id, name: name, facts: Drawing.facts, hasAnalysis: true, scene: scene))
      case .clip(let id, let name, let order, let offers, _):
        clips.append(order)
        let offer = try #require(offers.first)
        script.take(
          MadeClip(
            engine: offer.engine, model: offer.model, duration: offer.duration,
            dollars: offer.dollars), as: id)
        let facts = MediaFacts(
          kind: .video, duration: offer.duration, width: order.width, height: order.height)
        situation.media.append(Medium(id: id, name: name, facts: facts, hasAnalysis: true))
      case .cancelExports, .showState, .inspect: break
      }
    }
    outcome.after = draft
    situation.dialogue = script.dialogue
    for place in situation.media.indices { situation.media[place].isNew = false }
    let turn = Turn(
      message: message, script: script, before: before, after: draft,
      closing: script.closing(outcome))
    turns.append(turn)
    return turn
  }

  var lookup: MediaLookup {
    let media = situation.media
    return { id in media.first { $0.id == id }?.facts }
  }
}

extension Medium {
  /// A still, 4000 × 3000.
  static func picture(_ name: String, width: Int = 4000, height: Int = 3000) -> Medium {
    Medium(
      id: "m_" + name, name: name, facts: MediaFacts(kind: .image, width: width, height: height))
  }

  /// Footage with sound, 1920 × 1080 at 30.
  static func clip(_ name: String, seconds: Int = 8) -> Medium {
    Medium(
      id: "m_" + name, name: name,
      facts: MediaFacts(
        kind: .video, duration: .init(seconds * 1000), width: 1920, height: 1080, hasAudio: true,
        frameRate: 30))
  }

  /// Music.
  static func sound(_ name: String, seconds: Int = 60) -> Medium {
    Medium(
      id: "m_" + name, name: name,
      facts: MediaFacts(kind: .audio, duration: .init(seconds * 1000), hasAudio: true))
  }
}

extension Draft {
  var pictures: [Segment]? { tracks.first { $0.kind == .video }?.segments }
}
