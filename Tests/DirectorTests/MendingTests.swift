import Director
import MediaTime
import Testing
import Timeline

/// One word mends what a check of the film found.
@Suite struct MendingTests {
  private func film() throws -> Conversation {
    var talk = Conversation([
      Medium(id: "m1", name: "cat", facts: MediaFacts(kind: .image, width: 1920, height: 1080))
    ])
    try talk.say("make it 6 seconds long with the title “Summer in the city”")
    return talk
  }

  private func title(_ draft: Draft) throws -> Segment {
    try #require(draft.tracks.first { $0.kind == .text }?.segments.first)
  }

  @Test("A plate, more time, another place, a font: each word mends its own finding alone")
  func words() throws {
    var talk = try film()
    let id = try title(talk.draft).id
    try talk.say("title at the top in Comic Sans")
    let findings = [
      PreflightFinding(.lowContrast, segment: id, measured: 1.6, limit: 3),
      PreflightFinding(.tooShortToRead, segment: id, measured: 3, limit: 4.5),
    ]
    talk.find(findings)
    var turn = try talk.say("plate")
    #expect(try title(turn.after).style.text?.plate == true)
    #expect(try title(turn.after).duration == title(turn.before).duration)
    talk.find(findings)
    turn = try talk.say("延长")
    #expect(try title(turn.after).duration == 4500)
    try talk.say("undo")
    talk.find(findings + [PreflightFinding(.missingGlyphs, segment: id, detail: "𓀀")])
    turn = try talk.say("fix it")
    #expect(try title(turn.after).style.text?.plate == true)
    #expect(try title(turn.after).duration == 4500)
    #expect(try title(turn.after).style.text?.font == nil)
    try talk.say("undo")
    #expect(talk.draft == turn.before)
  }

  @Test("A text that is too long is parted, in its own time and where sentences end")
  func parts() throws {
    var talk = try film()
    let text = "One day in July we left. It cost 3.5 euros. Nobody knew where the road would end."
    try talk.say("change the title to “\(text)”")
    let whole = try title(talk.draft)
    let finding = PreflightFinding(
      .truncated, segment: whole.id, measured: 60, limit: Double(text.count))
    talk.find([finding])
    var turn = try talk.say("split")
    let track = try #require(turn.after.tracks.first { $0.kind == .text })
    #expect(
      track.segments.map(\.text) == [
        "One day in July we left. It cost 3.5 euros.", "Nobody knew where the road would end.",
      ])
    #expect(track.segments.first?.start == whole.start)
    #expect(track.segments.last?.end == whole.end)
    #expect(track.segments.first?.end == track.segments.last?.start)
    turn = try talk.say("undo")
    #expect(try title(turn.after) == whole)

    talk.find([PreflightFinding(.truncated, segment: whole.id, measured: 5, limit: 80)])
    turn = try talk.say("分成几段")
    #expect(turn.after == turn.before)
  }

  @Test("A font that isn't installed gives way to the preset's own")
  func font() throws {
    var talk = try film()
    try talk.say("title in Comic Sans")
    let named = try title(talk.draft)
    try #require(named.style.text?.font != nil)
    talk.find([PreflightFinding(.missingFont, segment: named.id, detail: "Comic Sans")])
    let turn = try talk.say("font")
    #expect(try title(turn.after).style.text?.font == nil)
  }

  @Test("A still that stands moves, sounds too loud come down")
  func moves() throws {
    var talk = try film()
    let clip = try #require(talk.draft.pictures?.first)
    try talk.say("static camera")
    talk.find([PreflightFinding(.frozen, segment: clip.id, measured: 6, limit: 4)])
    let turn = try talk.say("动起来")
    #expect(turn.after.pictures?.first?.style.motion == [RoughCut.gentleMove])
  }

  @Test(
    "A silent film gets music by one word, in either language",
    arguments: ["music", "配乐", "fix it"])
  func silence(_ word: String) throws {
    var talk = try film()
    talk.find([PreflightFinding(.silent)])
    let turn = try talk.say(word)
    #expect(turn.after.sounds(.music).count == 1)
    #expect(talk.sounds.count == 1)
  }

  @Test("Without a finding the words mean what they always do")
  func without() throws {
    var talk = try film()
    let before = talk.draft
    try talk.say("inside")
    #expect(talk.draft == before)
  }
}
