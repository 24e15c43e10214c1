import Director
import Language
import MediaTime
import Scenes
import Testing
import Timeline

/// Words that describe a picture: they are drawn where there is nothing to show, and later where
/// the message says so.
@Suite struct DrawingTests {
  @Test(
    "Words alone become a film of drawn scenes",
    arguments: [
      ("a lighthouse on a cliff at dusk, waves, slow push in", ["lighthouse on a cliff at dusk"]),
      ("make a 5-second video of a lighthouse at dusk", ["lighthouse at dusk"]),
      ("draw me a city at night in the rain, vertical for TikTok", ["city at night in the rain"]),
      ("画一座雪山，缓慢推近", ["雪山"]), ("生成一段海边日出的视频，8秒", ["海边日出"]),
      (
        "a beach at dawn, then a city at night, finally the stars; 12 seconds",
        ["beach at dawn", "city at night", "stars"]
      ),
      ("先画沙漠，然后是星空", ["沙漠", "星空"]),
    ]) func draws(words: String, names: [String]) throws
  {
    var talk = Conversation()
    let turn = try talk.say(words)
    #expect(talk.drawn == names)
    #expect(talk.analysed.isEmpty)
    let clips = try #require(turn.after.pictures)
    #expect(clips.map(\.style.name) == names)
    #expect(clips.allSatisfy { $0.style.motion.contains { $0.move == .parallax } })
    #expect(turn.script.price.edits == 1 && turn.script.price.analyses == 0)
    #expect(!turn.closing.contains("not understand") && !turn.closing.contains("没有听懂"))
    try talk.say("clear the timeline")
    #expect(!talk.draft.hasContent)
    try talk.say("undo")
    #expect(talk.draft == turn.after)
  }

  @Test func doesWhatElseTheWordsSay() throws {
    var talk = Conversation()
    let turn = try talk.say("a boat on a lake at dawn, slow push in, 7 seconds, title “Dawn”")
    #expect(turn.after.duration == 7000)
    let clip = try #require(turn.after.pictures?.first)
    #expect(clip.style.motion.contains { $0.move == .pushIn })
    #expect(clip.style.regions.contains { $0.name == "water" })
    #expect(turn.after.tracks.flatMap(\.segments).contains { $0.text == "Dawn" })
  }

  @Test func namesWhatCouldNotBeDrawn() throws {
    var talk = Conversation()
    let turn = try talk.say("a cat on a meadow")
    #expect(turn.closing.contains("“cat” can't be drawn; drawn instead: deer"))
    var other = Conversation()
    #expect(try other.say("草地上的一只猫").closing.contains("“猫”还不会画，画了鹿代替"))
  }

  @Test(
    "Beside a film, a picture is drawn where the words say so, and goes where they say",
    arguments: [
      ("draw a city at night", 2, "city at night"),
      ("add a shot of the sea at sunset at the start", 0, "sea at sunset"),
      ("add a rainy street scene after the first clip", 1, "rainy street"),
      ("imagine a desert under the stars and put it first", 0, "desert under the stars"),
      ("start with a drawing of a snowy forest", 0, "snowy forest"),
      ("最后加一段海边日落的画面", 2, "海边日落"), ("画一座雪山放在开头", 0, "雪山"),
    ]) func addsPictures(words: String, index: Int, name: String) throws
  {
    var talk = Conversation([.picture("portrait"), .picture("table")])
    try talk.say("make a film")
    try talk.say(words)
    #expect(talk.drawn == [name])
    let names = talk.draft.pictures?.map(\.style.name)
    #expect(names?.count == 3 && names?[index] == name, "\(names ?? [])")
  }

  @Test func replacesAClipWithADrawing() throws {
    var talk = Conversation([.picture("portrait"), .picture("table")])
    try talk.say("make a film")
    try talk.say("replace the second clip with a drawing of a snowy forest")
    #expect(talk.draft.pictures?.map(\.style.name) == ["portrait", "snowy forest"])
  }

  @Test(
    "Words for the editor are not drawn",
    arguments: [
      "add snow", "make it night", "add a photo of the harbour at the end", "画面调亮一点",
      "create a title “Sunset”", "add fog", "generate subtitles", "make it look like a painting",
      "push in on the sea", "下雪", "create a sunset look",
    ]) func leavesEditsAlone(words: String) throws
  {
    var talk = Conversation([.picture("harbour"), .picture("table")])
    try talk.say("make a film")
    try talk.say(words)
    #expect(talk.drawn.isEmpty)
  }

  @Test(
    "A quote appears word by word, as long as its picture stays",
    arguments: [
      ("quote: “Stay hungry, stay foolish”", "Stay hungry, stay foolish"),
      (
        "a quote card saying “Less is more” by Mies van der Rohe over a calm sea",
        "Less is more\n— Mies van der Rohe"
      ),
      ("名言：「知行合一」", "知行合一"), ("announcement: “We are open”, fireworks", "We are open"),
    ]) func setsQuotes(words: String, text: String) throws
  {
    var talk = Conversation()
    let draft = try talk.say(words).after
    let title = try #require(draft.tracks.first { $0.kind == .text }?.segments.first)
    #expect(title.text == text)
    #expect(title.style.text?.entrance == .words)
    #expect(title.start == 0 && title.duration == draft.duration)
  }

  @Test func drawsNothingWhereThereIsNobodyToDraw() throws {
    var situation = Situation()
    situation.draws = false
    let script = Script(for: "a lighthouse at dusk", in: situation)
    #expect(script.steps.isEmpty)
  }

  @Test func drawsTheSameForTheSameWords() {
    let words = "mountains over a lake at noon"
    let scripts = (0..<2).map { _ in Script(for: words, in: Situation()) }
    #expect(scripts[0] == scripts[1] && !scripts[0].steps.isEmpty)
  }

  @Test func goesOnWithWhatWasDrawn() throws {
    var talk = Conversation()
    try talk.say("a lighthouse at dusk")
    try talk.say("make it 8 seconds")
    #expect(talk.draft.duration == 8000)
    try talk.say("draw a lighthouse at dusk")
    #expect(talk.drawn == ["lighthouse at dusk", "lighthouse at dusk 2"])
    #expect(talk.draft.pictures?.count == 2)
    let turn = try talk.say("remove the first clip")
    #expect(turn.after.pictures?.map(\.style.name) == ["lighthouse at dusk 2"])
  }
}

/// Pictures that were drawn are drawn otherwise, and their clips stay as they are.
@Suite struct RedrawingTests {
  @Test(
    "What was drawn changes with the words",
    arguments: [
      ("make it night", "lighthouse birds night"),
      ("at sunrise instead", "lighthouse birds sunrise"),
      ("add a boat", "lighthouse dusk birds boat"), ("remove the birds", "lighthouse dusk"),
      ("in watercolour style please", "lighthouse dusk birds watercolour"),
      ("make it winter", "lighthouse dusk birds winter"), ("改成水彩风格", "lighthouse dusk birds 水彩风格"),
      ("换成夜晚", "lighthouse birds 夜晚"), ("draw it again", "lighthouse at dusk 2"),
    ]) func redraws(words: String, name: String) throws
  {
    var talk = Conversation()
    try talk.say("a lighthouse at dusk, birds; slow push in, 7 seconds")
    let before = try #require(talk.draft.pictures?.first)
    let turn = try talk.say(words)
    let after = try #require(turn.after.pictures?.first)
    #expect(after.style.name == name)
    #expect(after.source != before.source && talk.drawn.count == 2)
    #expect(after.style.motion == before.style.motion && after.duration == before.duration)
    #expect(!turn.closing.contains("understand") && !turn.closing.contains("没有听懂"))
    try talk.say("undo")
    #expect(talk.draft.pictures?.first == before)
  }

  @Test func goesOnFromWhatWasChanged() throws {
    var talk = Conversation()
    try talk.say("a lighthouse at noon")
    try talk.say("make it night")
    try talk.say("add a full moon")
    let scene = try #require(talk.situation.media.last?.scene?.scene)
    #expect(scene.hour == .night && scene.has(.moon) && scene.has(.lighthouse))
    try talk.say("make it noon")
    let noon = try #require(talk.situation.media.last?.scene?.scene)
    #expect(noon.hour == .noon && !noon.has(.moon))
  }

  @Test(
    "Edits, questions and talk are not taken for changes of a picture",
    arguments: [
      "make it snow", "nice sunset", "what is the hour", "I like the night", "make it darker",
      "add the title “Night”", "zoom in on the lighthouse", "remove the first clip", "thanks",
    ]) func leavesOthersAlone(words: String) throws
  {
    var talk = Conversation()
    try talk.say("a lighthouse at dusk")
    try talk.say(words)
    #expect(talk.drawn.count == 1)
  }

  @Test func leavesUploadsAlone() throws {
    var talk = Conversation([.picture("portrait")])
    try talk.say("make a film")
    try talk.say("make it night")
    #expect(talk.drawn.isEmpty)
  }
}
