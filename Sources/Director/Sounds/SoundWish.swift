import Foley
import Language
import MediaTime
import Music
public import Timeline

/// What a message asks to be heard that nobody uploaded, and the message without it: music to be
/// composed, sound effects, words to be spoken.
struct SoundWish {
  /// A sound, with the medium that it becomes.
  struct Item {
    let order: SoundOrder
    let medium: Medium
  }

  /// The sounds that can be made, in the order of the message.
  let items: [Item]
  /// The message that is left.
  let words: String
  /// What can't be made, in sentences without a full stop.
  let refused: [String]

  /// What `words` ask to be heard in `situation`; nil where they ask for no sound.
  init?(_ words: String, in situation: Situation) {
    guard situation.makesSounds, words.unicodeScalars.count <= 5000 else { return nil }
    let language = situation.language ?? Reading.language(of: words)
    let wording = Wording(words)
    var orders = Self.orders(wording, situation, language)
    if !orders.contains(where: \.isMusic) {
      let rest = Self.without(orders.compactMap(\.place), in: wording)
      if let music = Self.unspecified(rest, situation, language) { orders.append(music) }
    }
    guard !orders.isEmpty else { return nil }
    var names = Set(situation.media.map(\.name))
    var items: [Item] = []
    var refused: [String] = []
    for order in orders.prefix(Self.most) {
      let id = Self.id(items.count + refused.count, in: situation)
      guard let facts = order.recipe.facts ?? situation.spoken[id].map(\.facts) else {
        refused.append(situation.voiceRefusal?.trimmingSuffix(".。") ?? Self.noVoice(language))
        continue
      }
      let name = situation.freeName(order.name, among: &names)
      let medium = Medium(
        id: id, name: name, facts: facts, isNew: true, hasAnalysis: true, sound: order.recipe,
        spoken: situation.spoken[id])
      items.append(Item(order: order, medium: medium))
    }
    self.items = items
    self.refused = refused
    self.words = Self.without(orders.compactMap(\.place), in: wording)
  }

  /// The id of the message's sound of that index.
  private static func id(_ index: Int, in situation: Situation) -> String {
    "\(situation.drawingID)_s\(index + 1)"
  }

  /// More sounds than this are not made of one message.
  private static let most = 8

  private static func noVoice(_ language: SpokenLanguage) -> String {
    language.say("There is no voice here to speak with", "这里没有可用的语音")
  }

  // MARK: Reading

  private static func orders(
    _ wording: Wording, _ situation: Situation, _ language: SpokenLanguage
  ) -> [SoundOrder] {
    let text = wording.text(of: 0..<wording.scalars.count)
    let names = CommandReader(text, names: situation.callableNames).mentions
    var orders: [SoundOrder] = []
    for run in SoundRun.runs(in: wording, barred: names.map(\.place)) {
      if let voice = VoiceOrder(run: run, situation: situation, language: language).order {
        orders.append(voice)
        continue
      }
      let effects = EffectOrder(run: run, situation: situation, language: language).orders
      orders += effects
      if !orders.contains(where: \.isMusic),
        let music = MusicOrder(run: run, situation: situation, language: language).order
      {
        orders.append(music)
      }
    }
    return orders
  }

  /// Music that is asked for in a way that leaves open which: the words stay, and say where.
  private static func unspecified(
    _ words: String, _ situation: Situation, _ language: SpokenLanguage
  ) -> SoundOrder? {
    guard situation.waitingSounds.isEmpty else { return nil }
    let reader = situation.reader(of: words)
    let requests = Reading(of: reader.rest().text, in: situation.scene).requests
    let commands = reader.commands + requests.compactMap { Command(standingFor: $0, among: []) }
    let run = SoundRun(wholeOf: words)
    guard !run.has(.remove), run.pace == nil else { return nil }
    let music = MusicOrder(run: run, situation: situation, language: language)
    if commands.contains(.replaceMusic(nil)) { return music.feeling ?? music.another }
    guard commands.contains(.addMusic) else { return nil }
    if situation.draft.musicTrack == nil { return music.feeling ?? music.chosen }
    return music.feeling
  }

  /// The message without the stretches that were taken.
  private static func without(_ places: [Range<Int>], in wording: Wording) -> String {
    var kept: [Range<Int>] = []
    for place in places.sorted(by: { $0.lowerBound < $1.lowerBound })
    where kept.last.map({ $0.upperBound <= place.lowerBound }) ?? true {
      kept.append(place)
    }
    return wording.text(replacing: kept.map { ($0, ", ") }, finding: []).text
  }

  // MARK: Voices

  /// What has to be spoken before the message can be carried out, by the ids of the media that it
  /// becomes.
  static func voices(in words: String, _ situation: Situation) -> [(id: String, voice: VoiceOver)] {
    guard situation.makesSounds, words.unicodeScalars.count <= 5000 else { return [] }
    let language = situation.language ?? Reading.language(of: words)
    let orders = orders(Wording(words), situation, language)
    return orders.prefix(most).enumerated().compactMap { index, order in
      if case .voice(let voice) = order.recipe { (id(index, in: situation), voice) } else { nil }
    }
  }
}

extension Situation {
  /// What has to be spoken before `words` can be carried out: the ids under which ``spoken`` has
  /// to have what it became, and what is said.
  public func voices(in words: String) -> [(id: String, voice: VoiceOver)] {
    SoundWish.voices(in: words, self)
  }
}

extension Spoken {
  /// What a draft needs to know of it.
  public var facts: MediaFacts { MediaFacts(kind: .audio, duration: duration, hasAudio: true) }
}
