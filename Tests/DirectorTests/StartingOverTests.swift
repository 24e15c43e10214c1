import Director
import Testing
import Timeline

/// Several films in one session, one after the other.
@Suite struct StartingOverTests {
  /// A film of a, in motion; b came since.
  static func session(_ words: String = "animate it into a 3-second clip") throws -> Conversation {
    var talk = Conversation([.picture("a")])
    try talk.say(words)
    try talk.say("export")
    talk.upload([.picture("b"), .sound("song")])
    return talk
  }

  @Test(arguments: [
    "start over with b, slow push in", "start over with b slow push in", "start over, use b",
    "now make a film of b", "make a new film of b", "make a video from b.jpg", "restart with b.JPG",
    "make a 4-second film of b, push in", "animate b into a 3-second clip", "start over using b",
    "重新开始，用 b 做一个3秒的视频", "重新开始，用b", "用b重新做一个视频", "用b.png做一个5秒的视频", "重新用b",
    "现在用b做一个视频，缓慢推近", "把b做成3秒的视频",
  ]) func leavesTheNewMediumAlone(words: String) throws {
    var talk = try Self.session()
    let former = talk.draft
    let turn = try talk.say(words)
    #expect(talk.shown == ["m_b"], "\(turn.closing)")
    #expect(!turn.closing.contains("I did not understand") && !turn.closing.contains("没有听懂"))
    #expect(turn.script.steps.count { $0.isEdit } == 1)
    #expect(turn.script.price.edits == 1)
    #expect(talk.draft.problems(media: talk.lookup).allSatisfy { $0.severity != .error })
    try talk.say("undo")
    #expect(talk.draft == former)
    #expect(try talk.say("add b").closing.contains("b"))
  }

  @Test(arguments: ["start over", "Start over!", "重新开始", "restart", "clear the timeline", "从头来"])
  func emptiesTheTimeline(words: String) throws {
    var talk = try Self.session()
    let former = talk.draft
    let turn = try talk.say(words)
    #expect(!talk.draft.hasContent && turn.script.price.isEmpty)
    #expect(turn.closing.contains("a, b and song") || turn.closing.contains("a、b、song"))
    #expect(!turn.closing.contains("set_aside"))
    #expect(try !talk.say("status").closing.isEmpty && !talk.draft.hasContent)
    try talk.say("undo")
    #expect(talk.draft == former)
  }

  @Test(arguments: [
    ("slow push in", ["m_c"]), ("push in on a", ["m_a"]), ("use a and b", ["m_a", "m_b"]),
    ("缓慢推近", ["m_c"]), ("make a film of b", ["m_b"]), ("导出", ["m_c"]),
  ]) func goesOnWithWhatCameSince(words: String, sources: [String]) throws {
    var talk = Conversation([.picture("a"), .picture("b")])
    try talk.say("push in")
    try talk.say("start over")
    talk.upload([.picture("c")])
    try talk.say("how long is it?")
    let turn = try talk.say(words)
    #expect(talk.shown == sources, "\(turn.closing)")
    #expect(!turn.closing.contains("set_aside"))
  }

  @Test func goesOnWithAllWhereNothingCame() throws {
    var talk = Conversation([.picture("a"), .picture("b")])
    try talk.say("use a")
    try talk.say("start over")
    try talk.say("push in")
    #expect(talk.shown == ["m_a", "m_b"])
    #expect(try talk.say("compare with version 2").closing.contains("b"))
  }

  @Test(arguments: [
    ("start over", "is empty already"), ("重新开始", "已经是空的"), ("start over with nonsense", ""),
    ("start over with", ""), ("用做视频", ""), ("make a film of", ""), ("make a film of it", ""),
  ]) func standsOddWords(words: String, closing: String) throws {
    var talk = Conversation([])
    #expect(try talk.say(words).closing.contains(closing))
    talk = try Self.session()
    #expect(try !talk.say(words).closing.isEmpty)
    #expect(
      talk.draft.problems(media: talk.lookup).allSatisfy { $0.severity != .error }
        || talk.shown == [])
  }

  @Test(arguments: ["make a film of a", "make it a 5-second video", "title \"start over with b\""])
  func keepsTheFilmThatIsMeant(words: String) throws {
    var talk = try Self.session("push in, title \"Hi\"")
    try talk.say(words)
    #expect(talk.shown == ["m_a"])
    #expect(talk.draft.tracks.contains { $0.kind == .text })
  }
}

extension Conversation {
  /// The media that the film shows, in order.
  var shown: [String] { (draft.tracks.first?.segments ?? []).compactMap(\.source) }
}
