import Director
import Language
import MediaTime
import Testing
import Timeline

/// What the first message finds: no media, or media and no film.
@Suite struct FirstTurnTests {
  @Test(arguments: [
    ("qwerty uiop", "nothing in that to draw"), ("甲乙丙丁", "没有能画的东西"),
    ("I love the sea", "nothing in that to draw"), ("make it night", "nothing in that to draw"),
    ("make it 5 seconds", "nothing to do it to yet"), ("", "Upload a picture or a clip"),
    ("export", "There is no film to export yet"), ("undo", "There is nothing to undo"),
    ("status", "Nothing is here yet"), ("add music", "Nothing was uploaded yet"),
    ("help", "Upload a picture or a clip"), ("你好", "可以上传一张图片或一段视频"),
  ]) func saysWhatIsNeeded(words: String, closing: String) throws {
    var talk = Conversation()
    let turn = try talk.say(words)
    #expect(turn.before == turn.after)
    #expect(turn.closing.contains(closing), "\(turn.closing)")
    #expect(turn.script.price.isEmpty && turn.script.opening == nil)
  }

  @Test func cutsThenDoesWhatTheWordsSay() throws {
    var talk = Conversation([.picture("dawn"), .clip("waves"), .sound("lofi")])
    let turn = try talk.say("slow push in, title \"Summer\"")
    #expect(turn.script.price == Work(edits: 1, animations: 1, analyses: 3))
    #expect(turn.script.opening?.contains("rough cut of dawn, waves and lofi") ?? false)
    #expect(talk.analysed == ["m_dawn", "m_waves", "m_lofi"])
    #expect(talk.situation.history?.versions.map(\.label).prefix(2) == ["Empty", "rough cut"])
    try talk.say("undo")
    let names = talk.draft.tracks.map(\.name)
    #expect(names == ["Video", "BGM"])
    #expect(talk.draft.tracks[0].segments.map(\.source) == ["m_dawn", "m_waves"])
    #expect(talk.draft.tracks[0].segments.map(\.style.motion) == [[], []])
  }

  @Test func letsStillsDriftWhereTheWordsLeaveTheCameraAlone() throws {
    var talk = Conversation([.picture("dawn"), .picture("beach")])
    let turn = try talk.say("竖屏")
    let motions = talk.draft.tracks[0].segments.map(\.style.motion)
    #expect(motions == [[RoughCut.gentleMove], [RoughCut.gentleMove]])
    #expect(turn.closing.contains("缓缓推近"))
  }

  @Test(arguments: [
    ("use the second picture", ["m_b"]), ("put the logo at the end", ["m_a", "m_b", "m_logo"]),
    ("把a放在最后", ["m_b", "m_logo", "m_a"]), ("make a film", ["m_a", "m_b", "m_logo"]),
    ("export", ["m_a", "m_b", "m_logo"]), ("", ["m_a", "m_b", "m_logo"]),
    ("add this", ["m_a", "m_b", "m_logo"]), ("👍", ["m_a", "m_b", "m_logo"]),
  ]) func cutsWhatTheWordsChoose(words: String, sources: [String]) throws {
    var talk = Conversation([.picture("a"), .picture("b"), .picture("logo")])
    try talk.say(words)
    #expect(talk.draft.tracks[0].segments.map(\.source) == sources)
  }

  @Test(arguments: ["hello", "help", "status", "credits", "thanks", "你好", "余额", "undo"])
  func waitsWhereNoFilmIsAsked(words: String) throws {
    var talk = Conversation([.picture("a")])
    let turn = try talk.say(words)
    #expect(talk.draft == Draft())
    #expect(!turn.closing.isEmpty)
  }

  @Test func leavesOutFootageWithoutLength() throws {
    var talk = Conversation([.clip("broken", seconds: 0), .picture("dawn")])
    let turn = try talk.say("make a film")
    #expect(talk.draft.tracks[0].segments.map(\.source) == ["m_dawn"])
    #expect(turn.closing.contains("“broken” has no length and was left out"))
  }

  @Test func givesSoundAloneItsPictures() throws {
    var talk = Conversation([.sound("song")])
    try talk.say("make a film")
    talk.upload([.picture("dawn", width: 900, height: 1600)])
    let turn = try talk.say("add this")
    #expect(talk.draft.tracks.map(\.name) == ["Video", "BGM"])
    #expect(talk.draft.duration == 3000 && talk.draft.canvas.height == 1920)
    #expect(turn.closing.contains("added dawn at 0-3 s"), "\(turn.closing)")
  }
}
