import Director
import Language
import Testing
import Timeline

/// Sentences in a session with a film, and the tool calls that they lead to.
@Suite struct CommandTests {
  struct Case: CustomTestStringConvertible {
    let words: String
    let calls: [String]
    let closing: String

    init(_ words: String, _ calls: String, says closing: String = "") {
      self.words = words
      self.calls = calls.split(separator: " ").map(String.init)
      self.closing = closing
    }

    var testDescription: String { words }
  }

  /// A film of two stills, a clip and music, with a title; two media wait.
  static func session() throws -> Conversation {
    var talk = Conversation([
      .picture("dawn"), .picture("beach"), .clip("waves"), .sound("lofi", seconds: 9),
    ])
    try talk.say("slow push in")
    try talk.say("title \"Summer\"")
    try talk.say("make it 10 seconds long")
    try talk.say("undo")
    talk.upload([.picture("logo", width: 500, height: 500), .sound("rain")])
    return talk
  }

  @Test(arguments: english + chinese) func leadsToItsCalls(test: Case) throws {
    var talk = try Self.session()
    let turn = try talk.say(test.words)
    #expect(turn.script.steps.map(\.call.name) == test.calls, "\(turn.closing)")
    #expect(turn.closing.contains(test.closing), "\(turn.closing)")
    let isMade = turn.script.steps.contains { $0.isEdit }
    #expect((turn.before != turn.after) == isMade)
    let errors = talk.draft.problems(media: talk.lookup).filter { $0.severity == .error }
    #expect(!talk.draft.hasContent || errors == [])
  }

  static let english: [Case] = [
    Case("undo", "undo", says: "Undid ‘title \"Summer\"’: removed title"),
    Case("Undo that, please!", "undo"), Case("can you undo the last change", "undo"),
    Case("undo 2 steps", "undo", says: "Undid ‘title \"Summer\"’ and “slowly push in”"),
    Case("undo 9 times", "undo", says: "only 3 edits"),
    Case("undo the title", "edit_timeline", says: "removed title"),
    Case("undo only the camera move", "edit_timeline", says: "Undid the last camera change alone"),
    Case("undo the music", "", says: "No edit has changed the music"),
    Case("undo everything", "go_to_version", says: "Back to the rough cut"),
    Case("redo", "redo", says: "film 13 → 10 s"), Case("do it again", "redo"),
    Case("go back to version 2", "go_to_version", says: "Back at version 2, “rough cut”"),
    Case("version 99", "", says: "There is no version 99; versions go from 1 to 5"),
    Case("go back to before the title", "go_to_version", says: "Back to before"),
    Case("start over", "edit_timeline", says: "Started over: the timeline is empty"),
    Case("go back to the rough cut", "go_to_version"),
    Case("show me the versions", "", says: "1 “empty”, 2"),
    Case("what changed?", "", says: "Since version 3: added title"),
    Case("compare with version 2", "", says: "Since version 2:"),
    Case("export", "export_video", says: "The film is ready"),
    Case("Please send me the video in 720p", "export_video"),
    Case("make it portrait and then export it", "edit_timeline export_video"),
    Case("status", "get_state", says: "Not in the film: logo and rain"),
    Case("how long is it?", "get_state", says: "13 s long"),
    Case("how many credits do I have left", "get_credits", says: "96 credits"),
    Case("what can you do?", "", says: "You can say"), Case("hello", "", says: "Hello!"),
    Case("thanks, looks great", "", says: "Say “export”"),
    Case("cancel the export", "cancel_export", says: "No export is under way"),
    Case("preview", "get_state", says: "export in draft quality"),
    Case(
      "add this", "edit_timeline analyze_media analyze_media", says: "added logo at 12.5-15.5 s"),
    Case("put the logo at the end", "edit_timeline analyze_media", says: "added logo at 12.5"),
    Case("put the logo at the start", "edit_timeline analyze_media", says: "added logo at 0-3 s"),
    Case("insert logo.png before the second clip", "edit_timeline analyze_media"),
    Case("use the second picture", "", says: "“beach” is in the film already"),
    Case("add the second picture again", "edit_timeline", says: "added beach (4)"),
    Case("change the music", "edit_timeline analyze_media", says: "BGM now plays rain"),
    Case("use the new song as background music", "edit_timeline analyze_media"),
    Case("replace the second clip with the logo", "edit_timeline analyze_media", says: "beach now"),
    Case("put waves first", "edit_timeline", says: "order is now waves, dawn, beach"),
    Case(
      "put the second clip at the end", "edit_timeline", says: "order is now dawn, waves, beach"),
    Case("move the last clip to the beginning", "edit_timeline", says: "order is now waves"),
    Case("move dawn after the second clip", "edit_timeline", says: "order is now beach, dawn"),
    Case("make the beach last", "edit_timeline", says: "order is now dawn, waves, beach"),
    Case("put dawn first", "", says: "it is so already"),
    Case("move the logo to the front", "edit_timeline analyze_media", says: "added logo at 0-3 s"),
    Case("remove the clip", "edit_timeline", says: "removed waves"),
    Case("remove the video", "edit_timeline", says: "removed waves"),
    Case("delete the picture", "", says: "Say which one: dawn, beach and waves"),
    Case("delete everything", "edit_timeline", says: "the timeline is empty"),
    Case("move the video to the front", "edit_timeline", says: "order is now waves"),
    Case("move the picture to the front", "edit_timeline analyze_media", says: "added logo"),
    Case("make it longer", "edit_timeline", says: "film 13 → 16.3 s"),
    Case("make it shorter", "edit_timeline", says: "film 13 → 10.4 s"),
    Case("make it twice as long", "edit_timeline", says: "film 13 → 26 s"),
    Case("change the music to something lively", "edit_timeline analyze_media", says: "plays rain"),
    Case("use happier music", "edit_timeline analyze_media", says: "plays rain"),
    Case("I don't like it", "", says: "“undo” to take back"),
    Case("add the ninth picture", "", says: "There is no such file"),
    Case("undo the purple thing", "", says: "did nothing"),
    Case("add snow", "edit_timeline", says: "snow"),
    Case("xyzzy plugh", "edit_timeline analyze_media analyze_media", says: "“xyzzy plugh”"),
  ]

  static let chinese: [Case] = [
    Case("撤销", "undo", says: "已撤销"), Case("帮我撤回一下", "undo"), Case("撤销两步", "undo"),
    Case("只撤销标题", "edit_timeline", says: "只撤销了最近的标题修改：删除标题"),
    Case("重做", "redo", says: "已重做"), Case("回到第2版", "go_to_version", says: "已回到第2版"),
    Case("回到加标题之前", "go_to_version"), Case("重来", "edit_timeline", says: "时间线已清空"),
    Case("改了什么", "", says: "和第3版相比"), Case("导出", "export_video", says: "影片已完成"),
    Case("导出720p的视频", "export_video"), Case("竖屏，然后导出", "edit_timeline export_video"),
    Case("把视频发给我", "export_video"), Case("状态", "get_state", says: "没有放进影片的素材：logo、rain"),
    Case("现在有几个片段？", "get_state"), Case("还剩多少积分", "get_credits", says: "还有96积分"),
    Case("你能做什么", "", says: "可以说"), Case("你好", "", says: "你好！"), Case("谢谢", "", says: "导出"),
    Case("加上这个", "edit_timeline analyze_media analyze_media", says: "添加logo（12.5-15.5 秒）"),
    Case("把logo放在片尾", "edit_timeline analyze_media"),
    Case("把新的图片放在第一段后面", "edit_timeline analyze_media", says: "添加logo（2.5-5.5 秒）"),
    Case("换一段音乐", "edit_timeline analyze_media", says: "背景音乐 换成 rain"),
    Case("用这首歌做背景音乐", "edit_timeline analyze_media"),
    Case("把waves放到第一个", "edit_timeline", says: "顺序改为waves、dawn、beach"),
    Case("把最后一段放到最前面", "edit_timeline", says: "顺序改为waves、dawn、beach"),
    Case("把dawn移到最后", "edit_timeline", says: "顺序改为beach、waves、dawn"),
    Case("删掉视频", "edit_timeline", says: "删除waves"), Case("全部删掉", "edit_timeline"),
    Case("短一点", "edit_timeline", says: "影片 13 → 10.4 秒"),
    Case("来点轻松的音乐", "edit_timeline analyze_media", says: "背景音乐 换成 rain"),
    Case("换一段轻快的音乐", "edit_timeline analyze_media", says: "背景音乐 换成 rain"),
    Case("换首欢快一点的歌", "edit_timeline analyze_media", says: "背景音乐 换成 rain"),
    Case("加一点轻松的背景音乐", "edit_timeline analyze_media", says: "背景音乐 换成 rain"),
    Case("转场用淡入淡出", "", says: "“叠化”没有变化"), Case("不太喜欢", "", says: "“撤销”"),
    Case("标题的字体大一点", "edit_timeline", says: "标题 字号"),
    Case("字体大一点", "edit_timeline", says: "标题 字号"),
    Case("把第二段换成这张图", "edit_timeline analyze_media", says: "beach 换成 logo"),
    Case("用第二张图", "", says: "已经在影片里了"), Case("下雪", "edit_timeline", says: "雪"),
  ]

  /// Words of the session inside other requests are not commands.
  @Test(arguments: [
    ("add the title \"Undo\"", "added title"), ("加标题「导出」", "添加标题"),
    ("title \"start over\" at the top", "added title"), ("zoom in on the second clip", "zoom in"),
    ("remove the music", "removed BGM"),
  ]) func staysARequest(words: String, closing: String) throws {
    var talk = try Self.session()
    try talk.say("undo")
    let turn = try talk.say(words)
    #expect(turn.script.steps.map(\.call.name) == ["edit_timeline"])
    #expect(turn.closing.contains(closing), "\(turn.closing)")
  }

  @Test(arguments: [
    ("export", Quality.high), ("export in draft quality", .draft), ("导出草稿", .draft),
    ("download it in 720p", .standard), ("make it portrait, standard quality, export", .standard),
    ("导出高清", .high), ("render 4k", .high),
  ]) func exportsInTheQualityNamed(words: String, quality: Quality) throws {
    var talk = try Self.session()
    try talk.say(words)
    #expect(talk.exports == [quality])
  }

  @Test(arguments: [
    ("change the music to something lively", "There is no other music here"),
    ("换一段轻快的音乐", "没有其他音乐"), ("add some music", "plays as the music already"),
    ("加一点背景音乐", "已经是背景音乐"),
  ]) func saysThatThereIsNoOtherMusic(words: String, closing: String) throws {
    var talk = Conversation([.picture("dawn"), .sound("lofi")])
    talk.makesSounds = false
    try talk.say("make a film")
    let turn = try talk.say(words)
    #expect(turn.before == turn.after)
    #expect(turn.closing.contains(closing), "\(turn.closing)")
    #expect(!turn.closing.contains("not understand") && !turn.closing.contains("没有听懂"))
  }

  /// What is only done in part has a name in the history all the same.
  @Test func namesEachEdit() throws {
    var talk = try Self.session()
    for words in ["淡入淡出", "fade in and out", "slow push in"] {
      try talk.say(words)
      #expect(talk.situation.history?.versions.allSatisfy { !$0.label.isEmpty } ?? false)
    }
  }

  @Test func exportsOnlyWhereThePlanAllows() throws {
    var talk = Conversation([.picture("dawn")], isExportAllowed: false)
    let turn = try talk.say("push in and export")
    #expect(talk.exports == [])
    #expect(turn.closing.contains("The plan does not include exports"))
  }
}

extension Step {
  /// Whether it makes or takes another version.
  var isEdit: Bool {
    switch action {
    case .edit, .go: true
    default: false
    }
  }
}
