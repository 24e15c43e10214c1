import Scenes
import Testing

/// Prompts in both languages, and the scenes they must give.
@Suite struct PromptTests {
  /// A prompt and what its scene must have.
  struct Case: Sendable, CustomTestStringConvertible {
    let words: String
    let kinds: [SceneGraph.Kind]
    var hour: SceneGraph.Hour?
    var weather: SceneGraph.Weather?
    var season: SceneGraph.Season?
    var style: SceneGraph.Style?
    var testDescription: String { words }
  }

  @Test("A prompt gives its scene", arguments: Case.all)
  func reads(_ given: Case) {
    let prompt = ScenePrompt(given.words)
    #expect(!prompt.isEmpty)
    for kind in given.kinds { #expect(prompt.scene.has(kind), "\(kind) in \(prompt.scene)") }
    if let hour = given.hour { #expect(prompt.scene.hour == hour) }
    if let weather = given.weather { #expect(prompt.scene.weather == weather) }
    if let season = given.season { #expect(prompt.scene.season == season) }
    if let style = given.style { #expect(prompt.scene.style == style) }
    #expect(prompt.notDrawn.isEmpty, "\(prompt.notDrawn)")
    #expect(!prompt.drawn.isEmpty)
    #expect(prompt.drawn.allSatisfy { given.words.contains($0) }, "\(prompt.drawn)")
    #expect(prompt.scene.completed == prompt.scene)
  }

  @Test(
    "What can't be drawn is named as it was typed, with what is nearest",
    arguments: [
      ("a dragon over mountains", "dragon", SceneGraph.Kind.birds),
      ("A Robot walking in the desert", "Robot", .person),
      ("two Dogs on a beach", "Dogs", .deer),
      ("a castle on a hill", "castle", .house),
      ("a cup of coffee", "cup", nil),
      ("a giant purple blorb in a forest", "blorb", nil),
      ("一条龙飞过雪山", "龙", .birds),
      ("沙漠里的机器人", "机器人", .person),
      ("湖边的一座城堡", "城堡", .house),
      ("一台示波器在森林里", "示波器", nil),
      ("海上的轮船", "轮船", .boat),
    ] as [(String, String, SceneGraph.Kind?)])
  func names(_ words: String, _ word: String, _ nearest: SceneGraph.Kind?) throws {
    let prompt = ScenePrompt(words)
    let found = try #require(prompt.notDrawn.first { $0.word == word }, "\(prompt.notDrawn)")
    #expect(found.nearest == nearest)
    if let nearest { #expect(prompt.scene.has(nearest)) }
    #expect(!prompt.drawn.contains(word))
  }

  @Test(
    "A prompt of nothing drawable is empty",
    arguments: [
      "", "   ", "🙂🚀", "\u{0}\u{7}\u{1B}[31m", "make a beautiful cinematic 4k video, slow push in",
      "请生成一段唯美的视频", "!!!???", "the of and", "watercolour",
    ])
  func isEmpty(_ words: String) {
    let prompt = ScenePrompt(words)
    #expect(prompt.isEmpty)
    #expect(!prompt.scene.elements.isEmpty)
    #expect(prompt.notDrawn.isEmpty)
  }

  @Test("What is offered can be drawn", arguments: [true, false])
  func offers(_ inChinese: Bool) {
    for offer in ScenePrompt.offers(inChinese: inChinese) {
      let prompt = ScenePrompt(offer)
      #expect(!prompt.isEmpty && prompt.notDrawn.isEmpty, "\(offer): \(prompt.notDrawn)")
      #expect(prompt.isChinese == inChinese)
    }
  }

  @Test("Any length of any text is read")
  func readsLongText() {
    let long = String(repeating: "a dragon, 一条龙 🙂 \u{0} “x", count: 10_000)
    #expect(ScenePrompt(long).notDrawn.count == 2)
    #expect(ScenePrompt(String(repeating: "“", count: 100_000)).isEmpty)
    #expect(ScenePrompt(String(repeating: "9", count: 100_000)).isEmpty)
  }

  @Test("Counts, places and sizes belong to their things")
  func readsAttributes() {
    let sea = ScenePrompt("three boats and a large lighthouse on the left at sunset").scene
    #expect(sea.element(.boat)?.count == 3)
    #expect(sea.element(.lighthouse)?.count == nil)
    #expect(sea.element(.lighthouse)?.scale == .large)
    #expect(sea.element(.lighthouse)?.place == .left)
    let hill = ScenePrompt("山坡右边有两只鹿，天上有五个热气球").scene
    #expect(hill.element(.deer)?.count == 2)
    #expect(hill.element(.deer)?.place == .right)
    #expect(hill.element(.balloon)?.count == 5)
    #expect(ScenePrompt("two people on a beach").scene.has(.couple))
    #expect(ScenePrompt("a boy and a girl by a lake").scene.has(.couple))
    #expect(ScenePrompt("a hot air balloon").scene.element(.balloon)?.count == 1)
    #expect(ScenePrompt("a village by a lake").scene.element(.house)?.count == 6)
    #expect(ScenePrompt("山谷里的小村庄").scene.element(.house)?.count == 6)
    #expect(ScenePrompt("two cottages").scene.element(.house)?.count == 2)
    #expect(ScenePrompt("a cottage").scene.element(.house)?.count == nil)
    #expect(ScenePrompt("a flock of birds").scene.element(.birds)?.count == nil)
    #expect(ScenePrompt("7 birds over the sea").scene.element(.birds)?.count == 7)
  }

  @Test("Colours belong to the palette only where they change something")
  func readsColours() {
    #expect(ScenePrompt("a red balloon over green hills").scene.palette == [.red])
    #expect(ScenePrompt("blue sky and white clouds over the sea").scene.palette == [])
    #expect(ScenePrompt("a purple sky over the desert").scene.palette == [.purple])
    #expect(ScenePrompt("粉色和蓝色的渐变").scene.palette == [.pink, .blue])
    #expect(ScenePrompt("a teal and orange city").scene.palette == [.teal])
  }

  @Test("Quoted words are kept, and not read as a scene")
  func readsQuotes() {
    let english = ScenePrompt("\"The sea is calm\" over a mountain lake")
    #expect(english.quote == "The sea is calm")
    #expect(!english.scene.has(.sea))
    #expect(english.scene.has(.lake))
    let chinese = ScenePrompt("“祝你生日快乐”")
    #expect(chinese.quote == "祝你生日快乐")
    #expect(!chinese.isEmpty)
    #expect(chinese.scene.has(.bokeh))
    #expect(ScenePrompt("a lake").quote == nil)
  }
}
