import Director
import Language
import Testing
import Timeline

/// What a turn leaves out is what the turn before it said: the film becomes what it does where all
/// is said.
@Suite struct EllipsisTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var said: [String]
    var meant: [String]

    init(_ said: String..., meant: String...) { (self.said, self.meant) = (said, meant) }

    var testDescription: String { said.joined(separator: " ▸ ") }
  }

  private func film(after turns: [String]) throws -> Draft {
    var talk = Conversation([
      .picture("dawn"), .clip("waves"), .clip("market"), .picture("dusk"), .sound("lofi"),
    ])
    try talk.say("make a film")
    for turn in turns { try talk.say(turn) }
    return talk.draft
  }

  private func check(_ item: Case) throws {
    let (said, meant) = (try film(after: item.said), try film(after: item.meant))
    #expect(said == meant, "\(item): \(said.summary(language: .english))")
    #expect(meant != (try film(after: Array(item.said.dropLast()))), "nothing is left out")
  }

  @Test(arguments: [
    Case(
      "shorten the waves by a second", "and again",
      meant: "shorten the waves by a second", "shorten the waves by a second"),
    Case(
      "mute the second clip", "and the one after that", meant: "mute the second clip",
      "mute the third clip"),
    Case(
      "put the waves last", "and the market right before it", meant: "put the waves last",
      "put the market before the waves"),
    Case(
      "put the dusk first", "then the market", meant: "put the dusk first",
      "put the market after the dusk"),
    Case(
      "push in on the dawn", "and out on the dusk", meant: "push in on the dawn",
      "pull out on the dusk"),
    Case("push in on the dawn", "other way", meant: "pull out on the dawn"),
    Case(
      "push in on the dawn", "zoom out on the others", meant: "push in on the dawn",
      "zoom out on all clips but the first"),
    Case(
      "vintage look on everything", "not on the dusk",
      meant: "vintage look on all clips but the fourth"),
    Case(
      "make the waves black and white", "the whole film actually",
      meant: "make the waves black and white", "make every clip black and white"),
    Case(
      "take two seconds off the waves", "make that three", meant: "take three seconds off the waves"
    ),
    Case(
      "take two seconds off the waves", "and one off the market",
      meant: "take two seconds off the waves", "take one second off the market"),
    Case(
      "fade the music out over 4 seconds", "and in over 2",
      meant: "fade the music out over 4 seconds", "fade the music in over 2 seconds"),
    Case("music at 40%", "a bit less", meant: "music at 40%", "music at 32%"),
    Case(
      "mute the waves", "bring the sound back", meant: "mute the waves", "the waves' volume at 100%"
    ),
    Case(
      "add a title saying Hello", "no wait, Goodbye Lisbon", meant: "add a title saying Hello",
      "change the title to “Goodbye Lisbon”"),
    Case(
      "add a title saying Hello", "actually call it Cookie", meant: "add a title saying Hello",
      "change the title to “Cookie”"),
    Case(
      "title \"Hello\"", "make it green", "not green, orange", meant: "title \"Hello\"",
      "make the title green", "make the title orange"),
  ]) func inEnglish(item: Case) throws { try check(item) }

  @Test(arguments: [
    Case("第二段静音", "下一段也静音", meant: "第二段静音", "第三段静音"),
    Case("给第一段后面加叠化", "第二段也加，长一点，1秒", meant: "给第一段后面加叠化", "第二段后面加1秒叠化"),
    Case("第四段放第一个", "market跟在后面", meant: "第四段放第一个", "第四段放在第一段后面"),
    Case("全部加颗粒", "waves不要", meant: "除了第二段，其他都加颗粒"),
    Case("第一段推近", "其他的拉远", meant: "第一段推近", "除了第一段，其他的都拉远"),
    Case("标题「你好」", "改成绿色", "不要绿色，橙色吧", meant: "标题「你好」", "标题改成绿色", "标题改成橙色"),
    Case("音乐40%", "晚3秒再进", meant: "音乐40%", "音乐晚3秒"),
  ]) func inChinese(item: Case) throws { try check(item) }

  @Test(
    "A figure that nothing is named for never cuts the film",
    arguments: [
      ["mute the first clip", "3 seconds"], ["第一段静音", "三秒吧"],
      ["push in on the first clip", "two seconds"],
    ]) func figuresAlone(turns: [String]) throws
  {
    #expect(try film(after: turns) == film(after: Array(turns.dropLast())))
  }

  @Test(arguments: [
    (["replace the dawn", "with the logo"], "logo"), (["把dawn换掉", "用logo"], "logo"),
  ]) func replacesOverTwoTurns(turns: [String], name: String) throws {
    var talk = Conversation([.picture("dawn"), .picture("beach")])
    try talk.say("make a film")
    talk.upload([.picture(name)])
    try talk.say("hello")
    for turn in turns { try talk.say(turn) }
    let shown = talk.draft.tracks.first?.segments.first?.source
    #expect(shown == talk.situation.media.last?.id)
  }

  @Test(arguments: ["undo both", "undo the last two", "两个都撤销"])
  func undoesBoth(words: String) throws {
    var talk = Conversation([.picture("dawn"), .picture("beach")])
    try talk.say("make a film")
    let before = talk.draft
    try talk.say("title \"Hello\"")
    try talk.say("make it warmer")
    try talk.say(words)
    #expect(talk.draft == before)
  }
}
