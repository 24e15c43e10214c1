import Timeline

/// What may be said next, in words that are understood.
struct Advice {
  let language: SpokenLanguage
  /// Sentences to say, without quotation marks around them.
  let examples: [String]
  private let hasMedia: Bool
  private let hasFilm: Bool

  init(_ situation: Situation, draft: Draft, language: SpokenLanguage) {
    self.language = language
    hasMedia = !situation.media.isEmpty
    hasFilm = draft.hasContent
    guard hasMedia, hasFilm else {
      examples =
        hasMedia
        ? [
          language.say("slow push in, 5 seconds", "缓慢推近，5秒"),
          language.say("portrait, title \"Summer\"", "竖屏，标题「夏天」"),
        ] : [language.say("make it a 5-second cinematic clip", "做成5秒的电影感短片")]
      return
    }
    examples = Self.examples(situation, draft, language)
  }

  private static func examples(
    _ situation: Situation, _ draft: Draft, _ language: SpokenLanguage
  ) -> [String] {
    let kinds = Dictionary(situation.media.map { ($0.id, $0.facts.kind) }) { first, _ in first }
    let clips = draft.tracks.first { $0.kind == .video }?.segments ?? []
    var examples: [String] = []
    if let still = clips.firstIndex(where: { kinds[$0.source ?? ""] == .image }), still == 0 {
      examples.append(language.say("slow push in on the first clip", "第一段缓慢推近"))
    } else if !clips.isEmpty {
      examples.append(language.say("trim the first 2 seconds", "剪掉前2秒"))
    }
    if !draft.tracks.contains(where: { $0.kind == .text }) {
      examples.append(language.say("add the title \"Summer\"", "加标题「夏天」"))
    } else if clips.count > 1 {
      examples.append(language.say("dissolve between clips for 1 second", "片段之间叠化1秒"))
    }
    if draft.tracks.contains(where: { $0.kind == .audio }) {
      examples.append(language.say("music at 30 %", "音乐音量30%"))
    } else {
      examples.append(language.say("make it 10 seconds long", "时长10秒"))
    }
    return examples
  }

  /// One sentence: what may be said, or what is needed first.
  var sentence: String {
    let quoted = examples.map { "“\($0)”" }
    if !hasMedia {
      let scene = language.quote(Drawing.offers(in: language)[0])
      return language.say(
        "Upload a picture or a clip and say for instance \(quoted[0]), or say what to draw, such "
          + "as \(scene)", "可以上传一张图片或一段视频，再说\(quoted[0])，或者说说想画什么，比如\(scene)")
    }
    let list = language.say(
      quoted.count > 1
        ? quoted.dropLast().joined(separator: ", ") + " or " + (quoted.last ?? "")
        : quoted.joined(), quoted.joined(separator: "、"))
    return hasFilm
      ? language.say("You can say \(list)", "可以说\(list)")
      : language.say("Say what to make of it, such as \(list)", "说说想怎么做，比如\(list)")
  }
}
