/// A sentence in English, Chinese or both, read as a scene.
///
/// Words of the camera and of praise are for others and are passed over. Any text is safe to
/// read; what goes beyond the first 2000 characters isn't read.
public struct ScenePrompt: Sendable, Hashable {
  /// The scene it describes, complete.
  public let scene: SceneGraph
  /// What the words say, and nothing that they leave open: how they would change another scene.
  public let said: SceneChange
  /// What was understood, as it was typed, in order.
  public let drawn: [String]
  /// What can't be drawn, and what was drawn in its place.
  public let notDrawn: [Substitution]
  /// Words in quotation marks that are meant to be shown.
  public let quote: String?
  /// What is left of the words once what was understood is taken out, with what is quoted: words
  /// for the camera and the editor, such as "slow push in, 5 seconds"; empty where nothing is.
  public let rest: String
  /// The first words that are drawn, on one line: "lighthouse on a cliff at dusk"; empty where
  /// none are.
  public let subject: String
  /// Whether most of it is in Chinese.
  public let isChinese: Bool
  /// Whether it names things to be seen, and not only an hour, a season or the weather.
  public let namesThings: Bool
  /// Whether it names nothing that can be drawn.
  public let isEmpty: Bool

  /// Reads words.
  public init(_ words: String) {
    var reader = PromptReader(words)
    reader.read()
    namesThings = !reader.scene.elements.isEmpty
    scene = reader.scene.completed
    said = reader.said
    drawn = reader.drawn
    notDrawn = reader.notDrawn
    quote = reader.quote
    let remainder = Remainder(of: reader)
    (rest, subject) = (remainder.text, remainder.subject)
    isChinese = reader.isChinese
    isEmpty = reader.isEmpty
  }

  /// What can be drawn, to offer where nothing was understood; in Chinese or in English.
  public static func offers(inChinese: Bool) -> [String] {
    inChinese
      ? [
        "日落时的灯塔和海浪", "倒映雪山的湖", "夜晚的城市天际线", "薄雾中的森林", "开满花的草地", "沙漠", "雪中的小屋",
        "银河与极光", "烟花", "篝火", "雨中的街道", "雨窗", "海底", "太空", "水墨、烟与光斑",
      ]
      : [
        "a lighthouse at dusk over the waves", "a mountain lake", "a city at night",
        "a misty forest", "a meadow with flowers", "a desert", "a cabin in the snow",
        "the Milky Way or an aurora", "fireworks", "a campfire", "a street in the rain",
        "rain on a window", "a reef under water", "space", "ink, smoke or bokeh",
      ]
  }
}
