import Foley
import Language
import MediaTime
import Music
import Timeline

extension Direction {
  /// Has the sounds made that the message asks for.
  mutating func makeSounds() {
    guard let sounds else { return }
    remarks += sounds.refused
    refused += sounds.refused
    for item in sounds.items {
      let (medium, recipe) = (item.medium, item.order.recipe)
      steps.append(
        Step(
          .sound(media: medium.id, name: medium.name, recipe: recipe),
          call: ToolCall(recipe.callName, recipe.arguments(media: medium.id))))
      if let remark = item.order.remark { remarks.append(remark) }
    }
  }

  /// Lays the sounds where they are heard.
  mutating func bringSounds(into assembly: inout Assembly, told: inout [String]) {
    for item in sounds?.items ?? [] {
      let (order, medium) = (item.order, item.medium)
      switch order.recipe {
      case .music: lay(order, medium, into: &assembly, told: &told)
      case .effect(let recipe): place(order, recipe.effect, medium, into: &assembly, told: &told)
      case .voice: speak(order, medium, into: &assembly, told: &told)
      }
    }
  }

  private mutating func lay(
    _ order: SoundOrder, _ medium: Medium, into assembly: inout Assembly, told: inout [String]
  ) {
    let phrase = language.say("\(medium.name) as the music", "以\(medium.name)为背景音乐")
    attempt(phrase, &assembly, &told) { (assembly) throws(EditError) in
      try assembly.layMusic(medium)
      if let level = order.level { try assembly.setMusicLevel(level) }
      try assembly.duckMusic()
    }
  }

  private mutating func place(
    _ order: SoundOrder, _ effect: SoundEffect, _ medium: Medium, into assembly: inout Assembly,
    told: inout [String]
  ) {
    let draft = assembly.draft
    let name = medium.name
    guard let length = effect.naturalDuration?.milliseconds else {
      guard let stretch = order.cue.stretch(in: draft) else { return tellNowhere(name) }
      let phrase = language.say("\(name) over the film", "加上\(name)")
      return attempt(phrase, &assembly, &told) { (assembly) throws(EditError) in
        try assembly.layAmbience(medium, over: stretch, level: order.level ?? 0.5)
      }
    }
    guard let moments = order.cue.moments(in: draft) else { return tellNowhere(name) }
    let hit = effect.hit.milliseconds
    let isAtEnd = order.cue == .end
    let phrase =
      moments.count > 1
      ? language.say("\(name) on \(moments.count) cuts", "在\(moments.count)处转场加上\(name)")
      : language.say(
        "\(name) at \(moments[0].secondsText) s", "在\(moments[0].secondsText)秒加上\(name)")
    attempt(phrase, &assembly, &told) { (assembly) throws(EditError) in
      for moment in moments.prefix(Self.mostHits) {
        let start = isAtEnd ? moment - length : moment - hit
        let room = assembly.draft.duration - start
        try assembly.lay(
          medium, as: .effect, from: start, for: min(length, room), level: order.level ?? 0.8)
      }
    }
  }

  /// More sounds than this are not laid at once.
  private static let mostHits = 60

  private mutating func speak(
    _ order: SoundOrder, _ medium: Medium, into assembly: inout Assembly, told: inout [String]
  ) {
    guard let start = assembly.start(ofVoice: order.cue) else { return tellNowhere(medium.name) }
    let quoted = language.quote(medium.name)
    let phrase = language.say(
      "voice-over \(quoted) at \(start.secondsText) s", "在\(start.secondsText)秒配音\(quoted)")
    let captions = order.captions
    let end = start + medium.facts.duration
    attempt(phrase, &assembly, &told) { (assembly) throws(EditError) in
      try assembly.lay(
        medium, as: .voice, from: start, for: medium.facts.duration, level: order.level ?? 1)
      try assembly.holdPicture(until: end + Self.breath)
      try assembly.duckMusic()
      if let captions, let spoken = medium.spoken {
        try assembly.caption(spoken, from: start, captions)
      }
    }
    let shown = assembly.draft.pictureTrack?.segments.last?.end ?? 0
    if end > shown {
      tell(
        "The voice-over ends \((end - shown).secondsText) s after the picture; add a clip, or say "
          + "“slow down the last clip”",
        "配音比画面长\((end - shown).secondsText)秒；可以再加一段画面，或者说“放慢最后一段”")
    }
  }

  /// The picture stays so long after the last word.
  private static let breath = Milliseconds(500)

  private mutating func tellNowhere(_ name: String) {
    tell(
      "There is no such place in the film for \(language.quote(name))",
      "影片里没有放\(language.quote(name))的地方")
  }
}

extension SoundRecipe {
  /// The name of the tool call that makes it.
  fileprivate var callName: String {
    switch self {
    case .music: "compose_music"
    case .effect: "make_sound_effect"
    case .voice: "speak"
    }
  }

  fileprivate func arguments(media: String) -> [String: JSONValue] {
    var arguments: [String: JSONValue] = ["media": .string(media)]
    switch self {
    case .music(let recipe):
      arguments["mood"] = .string(recipe.mood.rawValue)
      arguments["tempo"] = recipe.tempo.map { .number($0) }
    case .effect(let recipe): arguments["effect"] = .string(recipe.effect.rawValue)
    case .voice(let voice): arguments["text"] = .string(voice.text)
    }
    return arguments
  }
}
