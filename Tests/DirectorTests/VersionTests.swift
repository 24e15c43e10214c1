import Director
import Language
import Testing
import Timeline

/// Parts of older versions, two versions side by side, and one draft in several shapes.
@Suite struct VersionTests {
  private func talk() throws -> Conversation {
    var talk = Conversation([.picture("dawn"), .picture("beach"), .sound("lofi", seconds: 60)])
    try talk.say("make a film of it, title \"Summer\"")
    return talk
  }

  @Test(arguments: [
    "take the music from version %", "use the music of version %", "用第%版的音乐", "把音乐换回第%版的",
    "bring back the music from version %",
  ]) func onePartOfAnOlderVersionComesAlone(words: String) throws {
    var talk = try talk()
    let music = music(of: talk.draft)
    let number = try #require(talk.situation.history?.currentNumber)
    try talk.say("remove the music")
    try talk.say("vertical")
    try talk.say("make the first clip 8 seconds")
    let before = talk.draft
    let turn = try talk.say(words.replacing("%", with: String(number)))
    let taken = self.music(of: talk.draft)
    #expect(taken.map(\.source) == music.map(\.source), "\(turn.closing)")
    #expect(taken.map(\.end).max() == talk.draft.duration, "it follows the film as it is now")
    #expect(talk.draft.canvas == before.canvas)
    #expect(talk.draft.mainTrack == before.mainTrack)
    try talk.say("undo")
    #expect(talk.draft == before)
  }

  @Test func anOlderTitleComesWithItsClip() throws {
    var talk = try talk()
    let number = try #require(talk.situation.history?.currentNumber)
    try talk.say("change the title to \"Winter\"")
    let turn = try talk.say("take the title from version \(number)")
    #expect(titles(of: turn.after) == ["Summer"], "\(turn.closing)")
  }

  @Test(arguments: ["bring back the old title", "换回之前的标题", "use the earlier title"])
  func theOldOneIsTheOneBefore(words: String) throws {
    var talk = try talk()
    try talk.say("change the title to \"Winter\"")
    try talk.say("vertical")
    let turn = try talk.say(words)
    #expect(titles(of: turn.after) == ["Summer"], "\(turn.closing)")
    #expect(turn.after.canvas.height == 1920)
  }

  @Test(arguments: [
    ("take the music from version 99", "no version 99"),
    ("take the order from version 2", "can't be taken alone"),
    ("take the music from version %", "already"),
  ]) func whatCannotBeTakenIsTold(words: String, told: String) throws {
    var talk = try talk()
    let number = try #require(talk.situation.history?.currentNumber)
    let turn = try talk.say(words.replacing("%", with: String(number)))
    #expect(turn.before == turn.after)
    #expect(turn.closing.contains(told), "\(turn.closing)")
  }

  @Test(arguments: ["compare version 2 and 3", "对比第2版和第3版"])
  func twoVersionsAreCompared(words: String) throws {
    var talk = try talk()
    try talk.say("vertical")
    try talk.say("remove the title")
    let turn = try talk.say(words)
    let (from, to) = (try draft(2, of: talk), try draft(3, of: talk))
    #expect(from != to && turn.closing.contains("Summer"), "\(turn.closing)")
    #expect(turn.before == turn.after)
  }

  private func music(of draft: Draft) -> [Segment] {
    draft.tracks.filter { $0.kind == .audio }.flatMap(\.segments)
  }

  private func titles(of draft: Draft) -> [String?] {
    draft.tracks.filter { $0.kind == .text }.flatMap(\.segments).map(\.text)
  }

  private func draft(_ number: Int, of talk: Conversation) throws -> Draft {
    try #require(try talk.situation.history?.draft(at: number))
  }

  @Test(arguments: [
    ("export it in 16:9 and 9:16", [Aspect.landscape, .portrait]),
    ("export vertical and square versions", [.portrait, .square]),
    ("导出横版和竖版", [.landscape, .portrait]), ("再导出一个竖版", [.portrait]),
    ("also export a 9:16 copy", [.portrait]),
    ("export for TikTok and YouTube", [.portrait, .landscape]),
  ]) func oneDraftIsExportedInSeveralShapes(words: String, shapes: [Aspect]) throws {
    var talk = try talk()
    let turn = try talk.say(words)
    #expect(talk.shapes == shapes, "\(turn.closing)")
    #expect(turn.before == turn.after)
    for shape in shapes { #expect(turn.closing.contains(shape.text)) }
    #expect(!turn.closing.contains("understand") && !turn.closing.contains("没有听懂"))
  }

  @Test(arguments: ["make it vertical and export", "export it vertical", "改成竖屏，再导出"])
  func oneShapeIsTheDraftsOwn(words: String) throws {
    var talk = try talk()
    let turn = try talk.say(words)
    #expect(talk.shapes == [nil], "\(turn.closing)")
    #expect(turn.after.canvas.height == 1920)
  }
}
