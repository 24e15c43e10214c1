import Director
import Language
import MediaTime
import Testing
import Timeline

/// Clips by models elsewhere: what asks for them, and what becomes of the draft.
@Suite struct ClipTests {
  private static let photo = MediaFacts(kind: .image, width: 1920, height: 1080)
  private static let engines: KeyValuePairs = [
    ClipEngine(name: "wan", model: "Wan-AI/Wan2.2-TI2V-5B"): 0, ClipEngine(name: "comfy"): 0,
    ClipEngine(name: "fal", model: "fal-ai/kling-video/v2.1"): 10,
  ]

  private func conversation(
    _ names: [String] = ["dawn"], _ language: SpokenLanguage? = .english
  ) throws -> Conversation {
    var conversation = Conversation(
      names.map { Medium(id: $0, name: $0, facts: Self.photo) }, language: language)
    conversation.engines = Self.engines
    if !names.isEmpty { try conversation.say("3 seconds each") }
    return conversation
  }

  @Test(
    "A clip is made of the picture by whom the words name",
    arguments: [
      ("use Wan for this one", "wan", nil), ("make it with wan", "wan", nil),
      ("animate this with comfy", "comfy", nil), ("use kling for it", "fal", nil),
      ("could you redo this with fal please", "fal", nil), ("WITH FAL", "fal", nil),
      ("animate the picture with wan: she turns her head", "wan", "she turns her head"),
      (
        "animate this with wan: the mist drifts, slow push in", "wan",
        "the mist drifts, slow push in"
      ),
      ("make it with the wan model, waves roll in", "wan", "waves roll in"),
      ("animate the woman walking with comfy", "comfy", "the woman walking"),
      ("用 Wan 生成这一段", "wan", nil), ("用wan做", "wan", nil), ("把这张图用comfy动起来", "comfy", nil),
      ("用fal重新生成", "fal", nil), ("让wan来生成这个片段", "wan", nil),
    ] as [(String, String, String?)])
  func makes(_ words: String, _ engine: String, _ prompt: String?) throws {
    var conversation = try conversation()
    let turn = try conversation.say(words)
    let order = try #require(conversation.clips.first, "\(turn.closing)")
    #expect(conversation.clips.count == 1)
    #expect(order.engines == [engine] && order.start == .picture("dawn"))
    #expect(order.duration == 3000)
    if let prompt { #expect(order.prompt == prompt) }
    let segment = try #require(turn.after.tracks.first?.segments.first)
    #expect(segment.style.generated?.engine == engine && segment.source != "dawn")
    #expect(segment.style.motion.isEmpty && segment.duration == 3000)
    try conversation.say("undo")
    #expect(conversation.draft == turn.before)
  }

  @Test(
    "The best there is, where no engine is named",
    arguments: [
      "use a real model", "animate this with a real video model", "用模型重新生成", "用真正的视频模型",
    ])
  func makesByAny(_ words: String) throws {
    var conversation = try conversation()
    conversation.closedEngines = ["wan": "wan can't be reached; start it."]
    let turn = try conversation.say(words)
    #expect(conversation.clips.first?.engines == ["wan", "comfy", "fal"])
    #expect(turn.closing.contains("on with comfy"))
    #expect(turn.after.tracks[0].segments[0].style.generated?.engine == "comfy")
  }

  @Test(
    "A new clip shows what the words say, and stands at the end",
    arguments: [
      ("generate a clip of a fox running through snow with fal", "a fox running through snow"),
      ("create a video of a red kite with fal, 4 seconds", "a red kite"),
      ("用fal生成一段狐狸在雪地里奔跑的视频", "狐狸在雪地里奔跑"),
    ])
  func makesNew(_ words: String, _ prompt: String) throws {
    for names in [[], ["dawn"]] {
      var conversation = try conversation(names)
      let turn = try conversation.say(words)
      let order = try #require(conversation.clips.first, "\(turn.closing)")
      #expect(order.prompt == prompt && order.start == .words && order.engines == ["fal"])
      #expect(order.duration == (words.contains("4") ? 4000 : 5000))
      let clips = turn.after.tracks[0].segments
      #expect(clips.count == names.count + 1)
      #expect(clips.last?.style.generated?.prompt == prompt)
      #expect(turn.script.price.clips == Int(order.duration.seconds) * 10)
    }
  }

  @Test("A length in one word is no part of what a clip shows", arguments: ["3s", "7s", "12sec"])
  func leavesLengthsOut(_ length: String) throws {
    var (plain, timed) = (try conversation(), try conversation())
    try plain.say("animate this with wan")
    try timed.say("animate this with wan \(length)")
    #expect(timed.clips.map(\.prompt) == plain.clips.map(\.prompt))
    #expect(timed.clips.count == 1)
  }

  @Test("The rest of the message is done, too")
  func keepsRest() throws {
    var conversation = try conversation()
    let turn = try conversation.say("use wan for this one, the title “Dawn”, and export")
    #expect(conversation.clips.count == 1 && conversation.exports.count == 1)
    #expect(turn.after.tracks.contains { $0.kind == .text })
    var fresh = Conversation([], language: .english)
    fresh.engines = Self.engines
    let opened = try fresh.say("generate a clip of a fox with fal, the title “Fox”")
    #expect(fresh.clips.map(\.prompt) == ["a fox"])
    #expect(opened.after.tracks.contains { $0.kind == .text }, "\(opened.closing)")
  }

  @Test(
    "Nothing of the kind is read in other words",
    arguments: [
      "use a warm look", "make it 5 seconds with a fade", "slow push in with calm music",
      "add a title saying use wan", "add a title saying what engines do",
      "fade out on the last clip", "again", "extend it by 2 seconds",
      "make it night with rain", "用暖色调", "延长2秒", "再来一个", "try again",
    ])
  func leavesAlone(_ words: String) throws {
    var conversation = try conversation()
    let told = try conversation.say(words)
    #expect(conversation.clips.isEmpty && !told.closing.contains("Video engines here"))
    var plain = Conversation(
      [Medium(id: "dawn", name: "dawn", facts: Self.photo)], language: .english)
    try plain.say("3 seconds each")
    let turn = try plain.say(words)
    #expect(!turn.closing.contains("No video engine"))
  }

  @Test("Which clip is meant is asked, and the answer is enough")
  func asksWhich() throws {
    var conversation = try conversation(["dawn", "city"])
    try conversation.say("title “Two”")
    let asked = try conversation.say("use wan for this one")
    #expect(asked.script.asks && asked.closing.contains("Which clip: dawn and city?"))
    try conversation.say("the second")
    #expect(conversation.clips.map(\.start) == [.picture("city")])
    try conversation.say("make the first clip with comfy")
    #expect(conversation.clips.last?.start == .picture("dawn"))
    #expect(
      conversation.draft.tracks[0].segments.map { $0.style.generated?.engine } == ["comfy", "wan"])
    try conversation.say("use fal for all of them")
    #expect(conversation.clips.count == 4)
  }

  @Test("Another seed, an extension, and the still again")
  func goesOn() throws {
    var conversation = try conversation()
    try conversation.say("animate this with wan: waves")
    for (number, words) in ["another seed", "再来一个", "try again"].enumerated() {
      try conversation.say(words)
      #expect(
        conversation.clips.last?.seed == number + 2 && conversation.clips.last?.prompt == "waves")
    }
    let made = try #require(conversation.draft.tracks[0].segments.first)
    try conversation.say("make this clip go on for 2 more seconds")
    let order = try #require(conversation.clips.last)
    #expect(order.start == .frame(of: made.source ?? "", at: 3000) && order.duration == 2000)
    #expect(conversation.draft.tracks[0].segments.count == 2)
    try conversation.say("延长这段")
    #expect(conversation.draft.tracks[0].segments.count == 3)
    let turn = try conversation.say("make the first clip with the built-in engine")
    #expect(turn.after.tracks[0].segments[0].source == "dawn")
    #expect(!turn.after.tracks[0].segments[0].style.motion.isEmpty)
    #expect(turn.script.price.edits == 0)
    try conversation.say("undo")
    #expect(conversation.draft == turn.before)
    try conversation.say("第一段用内置引擎做")
    #expect(conversation.draft.tracks[0].segments[0].source == "dawn")
  }

  @Test("A clip of words alone is drawn where the built-in engine is to make it")
  func drawsInstead() throws {
    var conversation = try conversation([])
    try conversation.say("generate a clip of a lighthouse at dusk with fal")
    try conversation.say("make it with the built-in engine")
    #expect(conversation.drawn.count == 1)
    let segment = try #require(conversation.draft.tracks[0].segments.first)
    #expect(segment.style.generated == nil && segment.source != nil)
  }

  @Test(
    "A new clip by the built-in engine is drawn",
    arguments: [
      "generate a clip of a lighthouse at dusk with the built-in engine", "用内置引擎生成一段海上灯塔的画面",
    ])
  func draws(_ words: String) throws {
    for names in [[], ["dawn"]] {
      var conversation = try conversation(names)
      let turn = try conversation.say(words)
      #expect(conversation.drawn.count == 1 && conversation.clips.isEmpty, "\(turn.closing)")
      #expect(turn.after.tracks[0].segments.count == names.count + 1)
    }
  }

  @Test(
    "A price is told, and nothing is made",
    arguments: [
      ("what would it cost with fal?", ["fal takes 30 credits (about $0.30) for 3 s"]),
      ("what would it cost?", ["wan takes no credits", "fal takes 30 credits"]),
      ("用fal要多少钱？", ["fal生成3秒需要30积分"]), ("要多少钱", ["wan生成3秒", "fal生成3秒"]),
    ])
  func quotes(_ words: String, _ said: [String]) throws {
    let isChinese = said[0].contains("秒")
    var conversation = try conversation(["dawn"], isChinese ? .chinese : .english)
    let turn = try conversation.say(words)
    #expect(conversation.clips.isEmpty && turn.script.price.isEmpty)
    #expect(turn.after == turn.before)
    for sentence in said { #expect(turn.closing.contains(sentence), "\(turn.closing)") }
  }

  @Test(
    "The engines are told, and how to add one",
    arguments: ["which engines are there?", "有哪些引擎？", "what video models do you have?"])
  func tellsEngines(_ words: String) throws {
    var conversation = try conversation()
    let told = try conversation.say(words)
    #expect(told.closing.contains("wan") && told.closing.contains("fal"))
    conversation.engines = [:]
    for words in [words, "use wan for this one", "用模型重新生成", "make it with a real video model"] {
      let turn = try conversation.say(words)
      #expect(turn.closing.contains("kinora engines add"), "\(words): \(turn.closing)")
      #expect(turn.after == turn.before)
    }
  }

  @Test("A name that isn't here, and an engine that doesn't answer, change nothing")
  func tellsWhatLacks() throws {
    var conversation = try conversation()
    var turn = try conversation.say("use veo for this one")
    #expect(turn.closing.contains("no engine called “veo”") && turn.after == turn.before)
    conversation.closedEngines = ["fal": "fal doesn't accept the key; check it."]
    turn = try conversation.say("use fal for this one")
    #expect(turn.closing.contains("doesn't accept the key"))
    #expect(turn.closing.contains("make it with wan") && turn.script.price.isEmpty)
    #expect(turn.after == turn.before && conversation.clips.isEmpty)
  }
}
