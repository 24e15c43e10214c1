import Language
import Scenes
import Timeline

/// What a message asks to be different in a picture that was drawn before: "make it night",
/// "add a boat", 换成水彩风格, "draw it again".
struct RedrawingWish {
  /// The clip that shows the picture.
  let clip: Segment
  /// The picture instead.
  let drawing: Drawing

  /// What `words` ask of a picture in the film of `situation`; nil where they ask for nothing
  /// of the kind, or for something that an edit does.
  init?(_ words: String, in situation: Situation) {
    guard words.unicodeScalars.count <= 300, let (clip, scene) = Self.picture(in: situation)
    else { return nil }
    let keys = Set(Wording(words).words.compactMap(\.key))
    guard keys.isDisjoint(with: Self.talk), situation.reader(of: words).commands.isEmpty else {
      return nil
    }
    self.clip = clip
    if Self.asksAgain(words) {
      let name = clip.style.name ?? scene.prompt
      drawing = Drawing(scene, seed: scene.seed &+ 1, named: name)
      return
    }
    let text = words.lowercased()
    let removes = Self.removes(words)
    guard removes || !keys.isDisjoint(with: Self.changers) || Self.has(text, Self.chineseChangers),
      Self.isNoEdit(words, in: situation),
      let drawing = Drawing(scene, changedBy: words, removes: removes)
    else { return nil }
    self.drawing = drawing
  }

  /// The drawn picture that is spoken of: the one in focus, else the last.
  private static func picture(in situation: Situation) -> (clip: Segment, scene: SceneFile)? {
    let scenes = Dictionary(
      situation.media.compactMap { medium in medium.scene.map { (medium.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    guard !scenes.isEmpty else { return nil }
    let drawn = (situation.draft.pictureTrack?.segments ?? []).compactMap { clip in
      clip.source.flatMap { scenes[$0] }.map { (clip: clip, scene: $0) }
    }
    return drawn.last { situation.dialogue.focus.contains($0.clip.id) } ?? drawn.last
  }

  /// Whether no edit of the film is read in the words, or only one that can't be done.
  private static func isNoEdit(_ words: String, in situation: Situation) -> Bool {
    let reading = Reading(of: words, in: situation.scene, after: situation.dialogue)
    guard reading.question == nil, reading.adjustment == nil else { return false }
    return reading.requests.allSatisfy { request in
      if case .unsupported = request { true } else { false }
    }
  }

  private static func asksAgain(_ words: String) -> Bool {
    let said = words.lowercased().filter { $0.isLetter || $0 == " " }
      .split(separator: " ").joined(separator: " ")
    return again.contains(said)
  }

  /// Whether what the words name is to go.
  static func removes(_ words: String) -> Bool {
    !Set(Wording(words).words.compactMap(\.key)).isDisjoint(with: removers)
      || has(words, chineseRemovers)
  }

  private static func has(_ text: String, _ words: [String]) -> Bool {
    words.contains(where: text.contains)
  }

  private static let again: Set = [
    "draw it again", "redraw it", "redraw", "draw again", "draw another one", "another version",
    "try again", "another take", "draw it differently", "paint it again", "redraw the picture",
    "重画", "重新画", "再画一张", "再画一次", "重画一张", "换一张", "重新画一张",
  ]
  private static let changers: Set = [
    "make", "turn", "change", "set", "add", "put", "include", "draw", "paint", "with", "in", "at",
    "as", "instead", "more", "should", "switch", "give", "want", "let", "place",
  ]
  private static let chineseChangers = [
    "换", "改", "变", "加", "要", "来", "画", "添", "放", "风格", "让", "设",
  ]
  private static let removers: Set = ["remove", "delete", "without", "no", "drop", "lose", "erase"]
  private static let chineseRemovers = ["去掉", "删", "不要", "移除", "去除", "拿掉"]
  /// With one of these the words are talk, or about words to be shown.
  private static let talk: Set = [
    "i", "i'm", "you", "is", "are", "was", "what", "why", "how", "love", "like", "nice",
    "title", "caption", "subtitle", "text", "music", "song", "clip", "video", "吗", "题", "幕", "乐",
  ]
}
