import Director
import Language
import Testing
import Timeline

/// Whole conversations: what is done can be undone, and nothing is done in silence.
@Suite struct ConversationTests {
  static let english = [
    "make a 10 second film, slow push in, title \"Summer\"", "undo the title", "undo",
    "make it portrait and export in 720p", "add this", "put the second picture at the start",
    "music at 30 %", "delete the last clip", "go back to before the music", "redo",
    "dissolve between clips for 1 second", "trim the first 2 seconds", "replace clip 1 with dawn",
    "change the music", "remove the music", "start over", "-seed 5", "what changed?", "status",
  ]
  static let chinese = [
    "做成10秒的电影感短片，标题「夏天」", "撤销标题", "撤销", "竖屏，导出", "加上这个", "把第二张图放在开头", "音乐音量30%",
    "删除最后一段", "回到改音乐之前", "重做", "片段之间叠化1秒", "剪掉前2秒", "把第一段换成dawn", "换一段音乐", "去掉背景音乐", "重来",
    "改了什么", "状态",
  ]

  @Test(arguments: [english, chinese]) func undoGivesBackExactlyWhatWas(lines: [String]) throws {
    var talk = Conversation([.picture("dawn"), .picture("beach"), .clip("waves"), .sound("lofi")])
    for (index, line) in lines.enumerated() {
      if index == 4 { talk.upload([.picture("logo"), .sound("rain", seconds: 4)]) }
      let turn = try talk.say(line)
      let errors = talk.draft.problems(media: talk.lookup).filter { $0.severity == .error }
      #expect(!talk.draft.hasContent || errors == [], "\(line): \(errors)")
      check(turn)
      let edits = turn.script.steps.filter { if case .edit = $0.action { true } else { false } }
      guard !edits.isEmpty else { continue }
      var trial = talk
      try trial.say("undo \(edits.count) steps")
      #expect(trial.draft == turn.before, "\(line)")
      try trial.say("redo \(edits.count) steps")
      #expect(trial.draft == turn.after, "\(line)")
    }
  }

  /// Every turn says something; where the draft changed, how; and never of a screen.
  private func check(_ turn: Conversation.Turn) {
    let text = turn.closing
    let paragraph = text.split(separator: "\n").first.map(String.init) ?? ""
    #expect(paragraph.count > 3, "\(turn.message)")
    let line = turn.after.summary(language: turn.script.language)
    if turn.before != turn.after { #expect(text.hasSuffix(line)) }
    let said = (text + (turn.script.opening ?? "")).lowercased()
    for word in ["click", "button", "tap ", "drag", "menu", "点击", "按钮", "拖", "打开", "菜单"] {
      #expect(!said.contains(word), "\(turn.message): \(text)")
    }
  }

  @Test(arguments: [
    ("slow push in, 5 seconds, title \"A\", snow, music at 30 %, delete the first clip", 4),
    ("竖屏，第一段左摇，第九段放大，标题「海」，倒放，下雨", 4), ("landscape, 30 fps, 1080p", 0),
    ("make it 5 seconds long, fade in, mute the music, -gs 7, crop", 2),
  ]) func everyRequestIsInAnEditOrTold(words: String, least: Int) throws {
    var talk = Conversation([.picture("dawn"), .picture("beach")])
    try talk.say("make a film")
    let reading = Reading(of: words)
    let turn = try talk.say(words)
    let refusals = Plan(reading, for: turn.before, media: talk.lookup).notDone
    var done = 0
    let edits = turn.script.steps.flatMap { step in
      if case .array(let edits) = step.call.arguments["edits"] { edits } else { [JSONValue]() }
    }
    for request in reading.requests {
      let sentence = request.sentence(in: turn.script.language)
      let isEdit = edits.contains(.string(sentence))
      let told = refusals.filter { $0.request == request }.map(\.sentence)
      done += isEdit ? 1 : 0
      #expect(
        isEdit || turn.closing.contains(sentence) || told.contains(where: turn.closing.contains),
        "\(sentence): \(turn.closing)")
    }
    #expect(done >= least, "\(turn.closing)")
  }

  @Test func answersInTheSessionsLanguage() throws {
    var talk = Conversation([.picture("dawn")], language: .chinese)
    #expect(try talk.say("slow push in").closing.hasPrefix("把“dawn”剪成"))
    talk = Conversation([.picture("dawn")], language: .english)
    #expect(try talk.say("缓慢推近").closing.hasPrefix("Cut “dawn”"))
  }

  @Test func tellsOfMediaThatWait() throws {
    var talk = Conversation([.picture("dawn")])
    try talk.say("push in")
    talk.upload([.picture("beach")])
    let turn = try talk.say("make it portrait")
    #expect(turn.closing.contains("“beach” is here and not in the film; say “add it”"))
    #expect(try talk.say("add it").closing.contains("added beach"))
  }

  /// What is given as an example is understood, wholly.
  @Test(arguments: SpokenLanguage.allCases) func givesExamplesThatWork(
    language: SpokenLanguage
  ) throws {
    let starts: [[Medium]] = [
      [.picture("a")], [.clip("c"), .picture("a")], [.picture("a"), .picture("b"), .sound("s")],
    ]
    for media in starts {
      for prelude in [[], ["portrait"], ["title \"X\""]] {
        var talk = Conversation(media, language: language)
        for line in prelude { try talk.say(line) }
        let help = try talk.say("help").closing
        let pattern = /“([^”]+)”/
        let examples = help.matches(of: pattern).map { String($0.1) }
        #expect(examples.count >= 2)
        for example in examples {
          var trial = talk
          let turn = try trial.say(example)
          #expect(turn.before != turn.after, "\(example): \(turn.closing)")
          #expect(turn.script.remarks == [], "\(example): \(turn.closing)")
        }
      }
    }
  }
}
