import MediaTime
import Testing

@testable import Timeline

/// Three clips of 4, 6 and 5 s with a dissolve of 1 s between the first two, music, and a title.
///
/// ```
/// t1  [s1  ]
///         [s2      ][s3     ]
/// t2  [s4 music             ]
/// t3  .[s5]         [s6]
/// ```
func film() -> Draft {
  var first = Segment(id: "s1", source: "p1", duration: 4000)
  first.style.transition = Transition(kind: .dissolve, duration: 1000)
  let clips = [
    first,
    Segment(id: "s2", source: "v1", start: 3000, inPoint: 1000, duration: 6000),
    Segment(id: "s3", source: "p2", start: 9000, duration: 5000),
  ]
  let music = Segment(id: "s4", source: "a1", duration: 14000, volume: 0.35)
  var lowerThird = Segment(id: "s6", text: "Ann", start: 9500, duration: 2000)
  lowerThird.style.text = TextStyle(preset: .lowerThird)
  let titles = [Segment(id: "s5", text: "Film", start: 500, duration: 2000), lowerThird]
  return Draft(tracks: [
    Track(id: "t1", kind: .video, name: "Video", segments: clips),
    Track(id: "t2", kind: .audio, name: "BGM", segments: [music]),
    Track(id: "t3", kind: .text, name: "Title", segments: titles),
  ]).normalized()
}

/// A draft on one line: each track's segments as `id start+duration`.
func times(_ draft: Draft) -> String {
  draft.tracks.map { track in
    track.segments.map { "\($0.id) \($0.start.count)+\($0.duration.count)" }
      .joined(separator: ", ")
  }.joined(separator: " | ")
}

@Suite("Editing verbs")
struct VerbTests {
  static let media: @Sendable (String) -> MediaFacts? = { DraftMaker.facts($0) }

  func check(
    _ edit: Edit, on draft: Draft = film(), gives expected: String,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    let (after, inverse) = try draft.applying(edit)
    #expect(times(after) == expected, sourceLocation: location)
    #expect(try after.applying(inverse).draft == draft, sourceLocation: location)
    let problems = after.problems(media: Self.media).filter { $0.severity == .error }
    #expect(problems.isEmpty, sourceLocation: location)
  }

  @Test("The film of these tests is sound")
  func sound() {
    #expect(film().problems(media: Self.media).isEmpty)
    #expect(
      times(film())
        == "s1 0+4000, s2 3000+6000, s3 9000+5000 | s4 0+14000 | s5 500+2000, s6 9500+2000")
  }

  @Test("Trimming a clip's head closes up, and everything follows")
  func trimStart() throws {
    let edit = try Edit.trimStart(of: "s2", by: 2000, in: film(), media: Self.media)
    try check(
      edit,
      gives: "s1 0+4000, s2 3000+4000, s3 7000+5000 | s4 0+12000 | s5 500+2000, s6 7500+2000")
    #expect(try film().applying(edit).draft.segment("s2")?.inPoint == 3000)
  }

  @Test("Trimming a clip's tail keeps its in-point and its dissolve")
  func trimEnd() throws {
    let edit = try Edit.trimEnd(of: "s1", by: 1500, in: film(), media: Self.media)
    try check(
      edit,
      gives: "s1 0+2500, s2 1500+6000, s3 7500+5000 | s4 0+12500 | s5 500+2000, s6 8000+2000")
  }

  @Test("A reversed clip is trimmed at the other end of its source")
  func trimReversed() throws {
    let draft = try film().applying(.setPlayback(segment: "s2", playback: .reverse)).draft
    let head = try draft.applying(.trimStart(of: "s2", by: 500, in: draft)).draft
    #expect(head.segment("s2")?.inPoint == 1000)
    let tail = try draft.applying(.trimEnd(of: "s2", by: 500, in: draft)).draft
    #expect(tail.segment("s2")?.inPoint == 1500)
  }

  @Test("Trimming a title moves nothing else")
  func trimTitle() throws {
    try check(
      .trimStart(of: "s5", by: 300, in: film()),
      gives: "s1 0+4000, s2 3000+6000, s3 9000+5000 | s4 0+14000 | s5 800+1700, s6 9500+2000")
  }

  @Test("A clip grows only as far as its source goes, and a still freely")
  func lengthen() throws {
    #expect(throws: EditError.self) {
      try Edit.trimStart(of: "s2", by: -1001, in: film(), media: Self.media)
    }
    let error = #expect(throws: EditError.self) {
      try Edit.setLength(of: "s2", to: 59001, in: film(), media: Self.media)
    }
    #expect(error?.message.contains("59000 ms at most") ?? false)
    try check(
      .setLength(of: "s2", to: 59000, in: film(), media: Self.media),
      gives: "s1 0+4000, s2 3000+59000, s3 62000+5000 | s4 0+67000 | s5 500+2000, s6 62500+2000")
    try check(
      .setLength(of: "s3", to: 90000, in: film(), media: Self.media),
      gives: "s1 0+4000, s2 3000+6000, s3 9000+90000 | s4 0+99000 | s5 500+2000, s6 9500+2000")
    #expect(throws: EditError.self) { try Edit.setLength(of: "s3", to: 0, in: film()) }
  }

  @Test("Keeping a range of a clip trims both ends")
  func keepRange() throws {
    let edit = try Edit.keep(1000..<3000, of: "s2", in: film(), media: Self.media)
    try check(
      edit,
      gives: "s1 0+4000, s2 3000+2000, s3 5000+5000 | s4 0+10000 | s5 500+2000, s6 5500+2000")
    #expect(try film().applying(edit).draft.segment("s2")?.inPoint == 2000)
  }

  @Test("A stretch of the film is cut out of every track")
  func cut() throws {
    try check(
      .cut(0..<2000, in: film(), media: Self.media),
      gives: "s1 0+2000, s2 1000+6000, s3 7000+5000 | s4 0+12000 | s5 0+2000, s6 7500+2000")
    try check(
      .cut(5000..<6000, in: film(), media: Self.media),
      gives: "s1 0+4000, s2 3000+2000, s7 5000+3000, s3 8000+5000 | s4 0+13000 "
        + "| s5 500+2000, s6 8500+2000")
    try check(
      .keep(0..<3000, in: film(), media: Self.media), gives: "s1 0+3000 | s4 0+3000 | s5 500+2000")
    #expect(throws: EditError.self) { try Edit.cut(0..<14000, in: film()) }
    #expect(throws: EditError.self) { try Edit.cut(20000..<30000, in: film()) }
  }

  @Test("Splitting changes nothing that is seen, at any place of any clip")
  func split() throws {
    try check(
      .split("s2", at: 5000, in: film(), media: Self.media),
      gives: "s1 0+4000, s2 3000+2000, s7 5000+4000, s3 9000+5000 | s4 0+14000 "
        + "| s5 500+2000, s6 9500+2000")
    let draft = try film().applying(.split("s1", at: 1000, in: film())).draft
    #expect(draft.segment("s1")?.style.transition == nil)
    #expect(draft.segment("s7")?.style.transition?.duration == 1000)
    for outside in [3000, 9000, 0, 20000] as [Milliseconds] {
      #expect(throws: EditError.self) { try Edit.split("s2", at: outside, in: film()) }
    }
  }

  @Test("A move goes on across a split")
  func splitMotion() throws {
    let draft = try film().applying(
      .setMotion(segment: "s3", motion: [CameraMove(.pushIn, amount: 0.1)])
    ).draft
    let after = try draft.applying(.split("s3", at: 11000, in: draft, media: Self.media)).draft
    #expect(
      after.segment("s3")?.style.motion == [CameraMove(.pushIn, amount: 0.1, from: 0, to: 5000)])
    #expect(
      after.segment("s7")?.style.motion
        == [CameraMove(.pushIn, amount: 0.1, from: -2000, to: 3000)])
  }

  @Test("Deleting a clip closes up; what named it goes, the film's title stays")
  func delete() throws {
    try check(
      .delete("s3", in: film()), gives: "s1 0+4000, s2 3000+6000 | s4 0+9000 | s5 500+2000")
    try check(
      .delete("s1", in: film()),
      gives: "s2 0+6000, s3 6000+5000 | s4 0+11000 | s5 0+2000, s6 6500+2000")
    try check(
      .delete("s2", ripple: false, in: film()),
      gives: "s1 0+4000, s3 9000+5000 | s4 0+14000 | s5 500+2000, s6 9500+2000")
    let draft = try film().applying(.delete("s2", in: film())).draft
    #expect(draft.segment("s1")?.style.transition?.duration == 1000)
    #expect(draft.segment("s3")?.start == 3000)
  }

  @Test("Words that now come at once are shown at once, on a track of their own")
  func displace() throws {
    var draft = film()
    draft.tracks[2].segments[0].duration = 3000
    draft.tracks[2].segments[1].start = 4500
    try check(
      .delete("s1", in: draft), on: draft,
      gives: "s2 0+6000, s3 6000+5000 | s4 0+11000 | s5 0+3000 | s6 1500+2000")
  }

  @Test("Overwriting trims, splits and removes what was there")
  func overwrite() throws {
    let new = Segment(id: "x", source: "p1", start: 8000, duration: 2000)
    try check(
      .overwrite(with: new, on: "t1", in: film(), media: Self.media),
      gives: "s1 0+4000, s2 3000+5000, x 8000+2000, s3 10000+4000 | s4 0+14000 "
        + "| s5 500+2000, s6 9500+2000")
    let inside = Segment(id: "s7", source: "p1", start: 5000, duration: 1000)
    let after = try film().applying(.overwrite(with: inside, on: "t1", in: film())).draft
    #expect(
      times(after).hasPrefix("s1 0+4000, s2 3000+2000, s7 5000+1000, s8 6000+3000, s3 9000+5000"))
    #expect(after.segment("s8")?.inPoint == 4000)
  }

  @Test("Inserting moves on what follows")
  func insert() throws {
    let new = Segment(id: "x", source: "p1", duration: 2000)
    try check(
      .insert(new, at: 2, on: "t1", in: film()),
      gives: "s1 0+4000, s2 3000+6000, x 9000+2000, s3 11000+5000 | s4 0+16000 "
        + "| s5 500+2000, s6 11500+2000")
    try check(
      .append(new, to: "t1", in: film()),
      gives: "s1 0+4000, s2 3000+6000, s3 9000+5000, x 14000+2000 | s4 0+16000 "
        + "| s5 500+2000, s6 9500+2000")
    try check(
      .insert(new, atTime: 5000, on: "t1", in: film(), media: Self.media),
      gives: "s1 0+4000, s2 3000+2000, x 5000+2000, s8 7000+4000, s3 11000+5000 | s4 0+16000 "
        + "| s5 500+2000, s6 11500+2000")
  }

  @Test("Reordering keeps transitions in place and titles with their clips")
  func reorder() throws {
    try check(
      .reorder("s3", to: 0, in: film()),
      gives: "s3 0+5000, s1 4000+4000, s2 8000+6000 | s4 0+14000 | s6 500+2000, s5 4500+2000")
    try check(.reorder("s1", to: 0, in: film()), gives: times(film()))
  }

  @Test("A title moves where there is room, a clip of the film does not")
  func move() throws {
    try check(
      .move("s5", to: 1000, in: film()),
      gives: "s1 0+4000, s2 3000+6000, s3 9000+5000 | s4 0+14000 | s5 1000+2000, s6 9500+2000")
    try check(
      .move("s5", to: 12000, in: film()),
      gives: "s1 0+4000, s2 3000+6000, s3 9000+5000 | s4 0+14000 | s6 9500+2000, s5 12000+2000")
    #expect(throws: EditError.self) { try Edit.move("s5", to: 9000, in: film()) }
    #expect(throws: EditError.self) { try Edit.move("s5", to: -1, in: film()) }
    #expect(throws: EditError.self) { try Edit.move("s2", to: 0, in: film()) }
  }

  @Test("A copy stands right behind")
  func duplicate() throws {
    try check(
      .duplicate("s2", in: film()),
      gives: "s1 0+4000, s2 3000+6000, s7 9000+6000, s3 15000+5000 | s4 0+20000 "
        + "| s5 500+2000, s6 15500+2000")
    try check(
      .duplicate("s5", in: film()),
      gives: "s1 0+4000, s2 3000+6000, s3 9000+5000 | s4 0+14000 "
        + "| s5 500+2000, s7 2500+2000, s6 9500+2000")
  }

  @Test("Speed changes a clip's length and what follows")
  func speed() throws {
    let edit = try Edit.setSpeed(of: "s2", to: 2, in: film(), media: Self.media)
    try check(
      edit,
      gives: "s1 0+4000, s2 3000+3000, s3 6000+5000 | s4 0+11000 | s5 500+2000, s6 6500+2000")
    #expect(try film().applying(edit).draft.segment("s2")?.speed == 2)
    let still = try film().applying(.setSpeed(of: "s3", to: 2, in: film(), media: Self.media)).draft
    #expect(still.segment("s3")?.duration == 2500 && still.segment("s3")?.speed == 1)
    for bad in [0, -1, 101, Double.nan] {
      #expect(throws: EditError.self) { try Edit.setSpeed(of: "s2", to: bad, in: film()) }
    }
    #expect(throws: EditError.self) { try Edit.setSpeed(of: "s5", to: 2, in: film()) }
  }

  @Test("The film gets the length asked for", arguments: [10, 50, 3000, 7000, 13999, 20000, 90000])
  func filmLength(length: Int) throws {
    let edit = try Edit.setFilmLength(to: Milliseconds(length), in: film(), media: Self.media)
    let (after, inverse) = try film().applying(edit)
    #expect(after.duration == Milliseconds(length))
    #expect(after.tracks[0].segments.last?.end == Milliseconds(length))
    #expect(after.segment("s4")?.duration == Milliseconds(length))
    #expect(after.segment("s4")?.style.playback == (length > 60000 ? .loop : nil))
    #expect(try after.applying(inverse).draft == film())
    let problems = after.problems(media: Self.media).filter { $0.severity == .error }
    #expect(problems.isEmpty, "\(problems)")
  }

  @Test(
    "Transitions whose length someone chose stay as long as they are where clips can hold them",
    arguments: [(10000, 1000), (6000, 1000), (4000, 1000), (2000, 500), (3, 0)])
  func filmLengthKeepsTransitions(length: Int, kept: Int) throws {
    let dissolve = Transition(kind: .dissolve, duration: 1000)
    var draft = Draft(tracks: [
      Track(
        id: "t1", kind: .video,
        segments: (0..<3).map { index in
          Segment(
            id: "s\(index)", source: "p1", start: Milliseconds(index * 2000), duration: 3000,
            style: SegmentStyle(transition: index < 2 ? dissolve : nil))
        })
    ]).normalized()
    draft = try draft.applying(
      .setFilmLength(
        to: Milliseconds(length), keepsTransitions: true, in: draft, media: Self.media)
    ).draft
    #expect(draft.duration == Milliseconds(length))
    let clips = draft.tracks[0].segments
    for clip in clips.dropLast() {
      #expect(clip.style.transition?.duration ?? 0 == Milliseconds(kept))
    }
    #expect(clips.allSatisfy { $0.duration.count >= 2 * kept })
  }

  @Test("A lone still stretches and shrinks; footage alone can't outlast its source")
  func filmLengthAlone() throws {
    let still = Draft(tracks: [
      Track(id: "t1", kind: .video, segments: [Segment(id: "s1", source: "p1", duration: 3000)])
    ]).normalized()
    let long = try still.applying(.setFilmLength(to: 8000, in: still, media: Self.media)).draft
    #expect(times(long) == "s1 0+8000")
    let footage = try still.applying(.setSource(segment: "s1", source: "v1")).draft
    let error = #expect(throws: EditError.self) {
      try Edit.setFilmLength(to: 61000, in: footage, media: Self.media)
    }
    #expect(error?.message.contains("60000 ms") ?? false)
    #expect(throws: EditError.self) { try Edit.setFilmLength(to: 0, in: still) }
    #expect(throws: EditError.self) { try Edit.setFilmLength(to: 1000, in: Draft()) }
  }

  @Test("Transitions overlap neighbours exactly, and cuts set them apart again")
  func transitions() throws {
    let dissolve = Transition(kind: .dissolve, duration: 500)
    try check(
      .addTransitions(dissolve, in: film()),
      gives: "s1 0+4000, s2 3500+6000, s3 9000+5000 | s4 0+14000 | s5 500+2000, s6 9500+2000")
    try check(
      .removeTransitions(in: film()),
      gives: "s1 0+4000, s2 4000+6000, s3 10000+5000 | s4 0+15000 | s5 500+2000, s6 10500+2000")
    try check(
      .setTransition(
        after: "s2", to: Transition(kind: .wipeLeft, duration: 2000), in: film()),
      gives: "s1 0+4000, s2 3000+6000, s3 7000+5000 | s4 0+12000 | s5 500+2000, s6 7500+2000")
    try check(
      .addTransitions(Transition(kind: .dissolve, duration: 60000), in: film()),
      gives: "s1 0+4000, s2 1000+6000, s3 4000+5000 | s4 0+9000 | s5 500+2000, s6 4500+2000")
    #expect(throws: EditError.self) {
      try Edit.setTransition(after: "s3", to: dissolve, in: film())
    }
  }

  @Test("Another shape of frame keeps every clip")
  func aspect() throws {
    let edit = try Edit.setAspect((9, 16), in: film(), media: Self.media)
    let after = try film().applying(edit).draft
    #expect(after.canvas.width == 1080 && after.canvas.height == 1920)
    #expect(times(after) == times(film()))
    #expect(after.tracks[0].segments.map(\.style.fit) == [.fill, .blurPad, .fill])
    #expect(Canvas.size(aspect: (4, 5)) ?? (0, 0) == (1080, 1350))
    #expect(Canvas.size(aspect: (16, 9)) ?? (0, 0) == (1920, 1080))
    #expect(Canvas.size(aspect: (1, 1)) ?? (0, 0) == (1080, 1080))
    #expect(Canvas.size(aspect: (5, 1)) == nil)
    #expect(throws: EditError.self) { try Edit.setAspect((0, 1), in: film(), media: Self.media) }
  }

  @Test("Words take the first track with room, music its own track below them")
  func adding() throws {
    let beside = try film().applying(.addText("More", start: 3000, duration: 2000, in: film()))
      .draft
    #expect(beside.track(holding: "s7")?.id == "t3")
    let above = try film().applying(.addText("Over", start: 0, duration: 2000, in: film())).draft
    #expect(above.tracks.map(\.id) == ["t1", "t2", "t3", "t4"])
    #expect(above.tracks[3].name == "Title" && above.segment("s7")?.text == "Over")
    let music = try film().applying(
      .addMusic("a2", name: "Waltz", volume: 0.5, in: film(), media: Self.media)
    ).draft
    #expect(music.tracks.map(\.id) == ["t1", "t2", "t4", "t3"])
    #expect(music.segment("s7")?.duration == 14000 && music.segment("s7")?.style.fadeOut == 1500)
    #expect(throws: EditError.self) { try Edit.addText(" ", duration: 1000, in: film()) }
    #expect(throws: EditError.self) { try Edit.addMusic("a1", in: Draft()) }
  }
}
