import Director
import Language
import MediaTime
import Testing
import Timeline

/// Pictures over the film, by words.
@Suite struct OverlayTests {
  private func session() throws -> Conversation {
    var talk = Conversation([.picture("dawn"), .picture("beach")])
    try talk.say("make it 6 seconds long")
    talk.upload([.picture("logo", width: 500, height: 500), .clip("talk", seconds: 4)])
    return talk
  }

  private func inset(_ talk: Conversation) -> Inset? { talk.draft.insets.last?.style.inset }

  @Test(arguments: [
    ("put my logo in the top right corner", Inset.Place.topRight),
    ("add the logo bottom left", .bottomLeft),
    ("please place our logo in the upper left corner of the screen", .topLeft),
    ("overlay the logo on the video, bottom right", .bottomRight),
    ("use logo.png as a watermark", .topRight),
    ("add the logo in a corner", .topRight),
    ("把logo放右上角当水印", .topRight), ("logo放在左下角", .bottomLeft), ("在右下角加上logo", .bottomRight),
    ("给视频加个logo，放左上角", .topLeft), ("put the third picture in the top right corner", .topRight),
    ("put the last picture in the bottom right corner", .bottomRight),
    ("把第三张图放在左下角", .bottomLeft), ("add the logo", .topRight), ("给视频加上logo", .topRight),
    ("overlay logo.png", .topRight), ("slap the logo on top of the film", .topRight),
    ("put the logo in the upper left-hand corner", .topLeft), ("画面右上角要有logo", .topRight),
    ("I'd like the logo to be visible throughout, bottom center", .bottom),
    ("put a watermark picture in the bottom right", .bottomRight),
    ("用logo.png做水印，放右下角", .bottomRight), ("帮我在片子上面盖一个logo吧", .topRight),
  ]) func laysASign(words: String, place: Inset.Place) throws {
    var talk = try session()
    let clips = talk.draft.mainTrack?.segments
    let turn = try talk.say(words)
    #expect(inset(talk)?.place == place, "\(turn.closing)")
    #expect(inset(talk)?.size == Inset.signSize)
    #expect(talk.draft.insets.map(\.source) == ["m_logo"])
    #expect(talk.draft.mainTrack?.segments == clips)
    #expect(talk.draft.insets.last?.duration == talk.draft.duration)
    #expect(turn.script.remarks.allSatisfy { !$0.contains("understand") && !$0.contains("没有听懂") })
    try talk.say("undo")
    #expect(talk.draft.insets.isEmpty)
  }

  @Test(arguments: [
    ("make the logo smaller", Inset(size: 0.15)), ("make it a bit bigger", Inset(size: 0.227)),
    ("half the size", Inset(size: 0.1)), ("logo at 12%", Inset(size: 0.12)),
    ("move it to the bottom left", Inset(place: .bottomLeft)),
    ("move the logo to the left", Inset(place: .left)),
    ("make the logo half transparent", Inset(opacity: 0.5)),
    ("logo at 30% opacity", Inset(opacity: 0.3)), ("fainter", Inset(opacity: 0.7)),
    ("make it smaller and move it to the top left", Inset(place: .topLeft, size: 0.15)),
    ("logo小一点", Inset(size: 0.15)), ("把它移到左上角", Inset(place: .topLeft)),
    ("logo半透明", Inset(opacity: 0.5)), ("透明度40%", Inset(opacity: 0.6)),
    ("再大一点", Inset(size: 0.267)), ("too big", Inset(size: 0.15)), ("太大了", Inset(size: 0.15)),
    ("shrink it to 10%", Inset(size: 0.1)), ("move it down", Inset(place: .right)),
    ("往左挪一点", Inset(place: .top)), ("放到右下角", Inset(place: .bottomRight)),
    ("换成左上角", Inset(place: .topLeft)), ("bottom left instead", Inset(place: .bottomLeft)),
    ("lower the opacity", Inset(opacity: 0.7)), ("放大两倍", Inset(size: 0.4)),
  ]) func changesHowItLies(words: String, expected: Inset) throws {
    var talk = try session()
    try talk.say("put the logo in the top right corner")
    let turn = try talk.say(words)
    #expect(inset(talk) == expected, "\(turn.closing)")
    #expect(turn.script.steps.count == 1)
    try talk.say("undo")
    #expect(inset(talk) == Inset())
  }

  @Test(arguments: [
    ("show the logo only in the last 2 seconds", 4000, 2000),
    ("logo for the first 3 seconds", 0, 3000),
    ("只在前2秒显示logo", 0, 2000), ("logo只在最后1秒出现", 5000, 1000),
    ("show it from 2 to 5 seconds", 2000, 3000), ("from 1s to 4s", 1000, 3000),
    ("第2秒到第5秒", 2000, 3000), ("start it at 2 seconds", 2000, 4000), ("只在最后两秒出现", 4000, 2000),
  ]) func changesWhenItIsSeen(words: String, start: Int, duration: Int) throws {
    var talk = try session()
    try talk.say("put the logo in the top right corner")
    let turn = try talk.say(words)
    let sign = try #require(talk.draft.insets.last)
    #expect(sign.start.count == start && sign.duration.count == duration, "\(turn.closing)")
    try talk.say("logo throughout")
    #expect(talk.draft.insets.last?.duration == talk.draft.duration)
  }

  @Test(arguments: [
    "remove the logo", "take the logo away", "no watermark", "去掉logo", "不要水印", "删掉", "remove it",
  ])
  func takesItAway(words: String) throws {
    var talk = try session()
    try talk.say("put the logo in the top right corner")
    let turn = try talk.say(words)
    #expect(talk.draft.insets.isEmpty, "\(turn.closing)")
    #expect(!talk.draft.tracks.contains { $0.segments.isEmpty })
  }

  @Test(arguments: [
    "talk as picture in picture", "picture in picture with talk", "把talk做成画中画", "加一个画中画，用talk",
    "视频右下角小窗播放talk",
  ])
  func laysAPictureInThePicture(words: String) throws {
    var talk = try session()
    let turn = try talk.say(words)
    let window = try #require(talk.draft.insets.last, "\(turn.closing)")
    #expect(window.source == "m_talk" && window.duration == 4000)
    #expect(window.style.inset == Inset(place: .bottomRight, size: Inset.windowSize))
    try talk.say("make the picture in picture smaller")
    #expect(inset(talk)?.size == 0.375)
  }

  @Test func twoPicturesLieBesideEachOther() throws {
    var talk = try session()
    try talk.say(
      "put the logo in the top left corner, and talk as picture in picture, and add music")
    #expect(talk.draft.insets.map(\.source) == ["m_logo", "m_talk"])
    try talk.say("make the logo smaller")
    #expect(talk.draft.insets.map { $0.style.inset?.size } == [0.15, 0.5])
  }

  @Test func aFirstFilmHasNoClipOfItsSign() throws {
    var talk = Conversation([
      .picture("dawn"), .picture("beach"), .picture("logo", width: 500, height: 500),
    ])
    let turn = try talk.say("make a film of these, with the logo in the top right corner")
    let clips = talk.draft.mainTrack?.segments.compactMap(\.source)
    #expect(clips == ["m_dawn", "m_beach"], "\(turn.closing)")
    #expect(talk.draft.insets.map(\.source) == ["m_logo"])
  }

  @Test(arguments: [
    "put the logo at the end", "add a watermark “Kinora”", "remove the first clip",
    "make the title smaller", "zoom in on the top left", "把第二段放到最前面", "add beach again",
    "put the logo at the start", "start with the logo",
  ]) func leavesOtherWordsAlone(words: String) throws {
    var talk = try session()
    try talk.say("title \"Summer\"")
    try talk.say(words)
    #expect(talk.draft.insets.isEmpty)
  }

  @Test func whatIsSaidOfATitleBesideItLeavesASignAlone() throws {
    for words in [
      "Add a title “Summer”, smaller", "加标题“夏天”，大一点", "放大左上角", "zoom in on the top left",
    ] {
      var talk = try session()
      try talk.say("put the logo in the top right corner")
      try talk.say(words)
      #expect(inset(talk) == Inset(), "\(words)")
    }
  }

  @Test func signsOfOneTrackPartWhereTheirTimesMeet() throws {
    var talk = try session()
    try talk.say("logo in the top right corner for the first 2 seconds")
    try talk.say("put the last picture in the top left corner for the last 2 seconds")
    try talk.say("beach in the bottom left corner in the last 2 seconds")
    #expect(talk.draft.insets.count == 2)
    try talk.say("logo throughout")
    #expect(talk.draft.insets.map(\.duration.count).sorted() == [2000, 6000])
    let errors = talk.draft.problems(media: talk.lookup).filter { $0.severity == .error }
    #expect(errors == [])
    let turn = try talk.say("show the logo from 8 to 9 seconds")
    #expect(turn.before == turn.after && turn.closing.contains("lasts 6 s"), "\(turn.closing)")
  }

  @Test func fadesInAndOut() throws {
    var talk = try session()
    try talk.say("put the logo in the top right corner")
    try talk.say("fade it in")
    #expect(talk.draft.insets.last?.style.fadeIn == 500)
    try talk.say("undo")
    try talk.say("the logo should fade in")
    #expect(talk.draft.insets.last?.style.fadeIn == 500)
    try talk.say("logo淡出")
    #expect(talk.draft.insets.last?.style.fadeOut == 500)
    #expect(talk.draft.insets.last?.style.fadeIn == 500)
  }

  @Test(arguments: ["delete the clip", "make the title smaller", "smaller"])
  func whatIsSaidOfOtherThingsLeavesASignAlone(words: String) throws {
    var talk = try session()
    try talk.say("put the logo in the top right corner")
    try talk.say("title \"Summer\"")
    try talk.say(words)
    #expect(inset(talk) == Inset())
  }

  @Test(arguments: [
    ("the logo frobnicated bigger", "I can't tell how the logo"), ("logo弗洛小一点", "不确定logo要怎么放"),
  ]) func saysHowItCanBeSaid(words: String, closing: String) throws {
    var talk = try session()
    try talk.say("put the logo in the top right corner")
    let turn = try talk.say(words)
    #expect(turn.closing.contains(closing), "\(turn.closing)")
    #expect(!turn.closing.contains("no title") && !turn.closing.contains("没有标题"))
    #expect(turn.before == turn.after)
  }

  @Test(arguments: [
    ("put my logo in the top right corner", "There is no logo here yet"), ("logo放右上角", "还没有logo"),
    ("a fancy picture in picture of my cat", "say its name"),
    ("picture in picture", "upload it first"),
  ]) func saysWhatIsMissing(words: String, closing: String) throws {
    var talk = Conversation([.picture("dawn"), .picture("beach")])
    try talk.say("make it 6 seconds long")
    let turn = try talk.say(words)
    #expect(turn.closing.contains(closing), "\(turn.closing)")
    #expect(turn.before == turn.after)
  }
}
