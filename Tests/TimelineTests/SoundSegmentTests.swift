import MediaTime
import Testing
import Timeline

/// Sounds on a timeline: what they are, and when a caption's words are spoken.
@Suite struct SoundSegmentTests {
  @Test("A role is kept in a draft and read back; music needs none", arguments: SoundRole.allCases)
  func role(_ role: SoundRole) throws {
    var segment = Segment(id: "s1", source: "m", duration: 1000)
    segment.style.role = role
    let draft = Draft(tracks: [Track(id: "t1", kind: .audio, segments: [segment])]).normalized()
    let again = try Draft.decode(draft.encoded())
    #expect(again == draft)
    #expect(again.sounds(role).map(\.id) == ["s1"])
    #expect(draft.encoded().contains("\"role\"") == (role != .music))
  }

  @Test("Timed words are kept in a draft and read back; what is no word is left out")
  func words() throws {
    var segment = Segment(id: "s1", text: "Hello there", duration: 1000)
    segment.style.text = TextStyle(preset: .caption, entrance: .karaoke)
    segment.style.words = [
      TimedWord("Hello ", start: 0, end: 400), TimedWord("there", start: 420, end: 900),
    ]
    let draft = Draft(tracks: [Track(id: "t1", kind: .text, segments: [segment])]).normalized()
    let again = try Draft.decode(draft.encoded())
    #expect(again.segment("s1")?.style.words == segment.style.words)
    segment.style.unknown[SegmentStyle.wordsKey] = .array([
      .string("no"), .object(["x": .string("a"), "s": .integer(-5), "d": .integer(1)]),
      .object(["x": .string("b"), "s": .integer(0), "d": .integer(100)]),
    ])
    #expect(segment.style.words == [TimedWord("b", start: 0, end: 100)])
  }

  @Test("A sound goes on the first track of its kind with room, else on one of its own")
  func addSound() throws {
    var draft = Draft(tracks: [
      Track(id: "t1", kind: .video, segments: [Segment(id: "s1", source: "m", duration: 9000)])
    ])
    draft = try draft.applying(
      .addSound("v1", as: .voice, name: "one", start: 0, duration: 2000, in: draft)
    ).draft
    draft = try draft.applying(
      .addSound("v2", as: .voice, name: "two", start: 2500, duration: 2000, in: draft)
    ).draft
    draft = try draft.applying(
      .addSound("v3", as: .voice, name: "three", start: 3000, duration: 2000, in: draft)
    ).draft
    draft = try draft.applying(
      .addSound("e1", as: .effect, name: "four", start: 6000, duration: 500, in: draft)
    ).draft
    let audio = draft.tracks.filter { $0.kind == .audio }
    #expect(audio.map { $0.segments.compactMap(\.source) } == [["v1", "v2"], ["v3"], ["e1"]])
    #expect(audio.map(\.name) == ["Voice", "Voice", "Effects"])
    #expect(draft.sounds(.music).isEmpty)
    #expect(throws: EditError.self) {
      try Edit.addSound("v", as: .voice, name: nil, start: -1, duration: 100, in: draft)
    }
  }
}
