import MediaTime
import Testing
import Timeline

/// Pictures that lie over the film.
@Suite struct InsetTests {
  private let media: MediaLookup = { id in
    switch id {
    case "talk": MediaFacts(kind: .video, duration: 2000, width: 640, height: 360, hasAudio: true)
    case "logo", "hills": MediaFacts(kind: .image, width: 400, height: 400)
    case "song": MediaFacts(kind: .audio, duration: 9000, hasAudio: true)
    default: nil
    }
  }

  private let film = Draft(tracks: [
    Track(id: "t1", kind: .video, segments: [Segment(id: "s1", source: "hills", duration: 6000)]),
    Track(id: "t2", kind: .text, segments: [Segment(id: "s2", text: "Dawn", duration: 2000)]),
  ]).normalized()

  private func laying(
    _ source: String, _ inset: Inset = Inset(), start: Milliseconds = 0,
    duration: Milliseconds? = nil, on draft: Draft? = nil
  ) throws -> Draft {
    let draft = draft ?? film
    return try draft.applying(
      .lay(
        source, as: inset, name: source, start: start, duration: duration, in: draft, media: media)
    ).draft
  }

  @Test("How a picture lies is kept in a draft and read back", arguments: Inset.Place.allCases)
  func coding(_ place: Inset.Place) throws {
    let inset = Inset(place: place, size: 0.31, opacity: 0.5)
    let draft = try laying("logo", inset)
    let again = try Draft.decode(draft.encoded())
    #expect(again == draft)
    #expect(again.insets.map(\.style.inset) == [inset])
    #expect(again.problems(media: media).isEmpty)
  }

  @Test(
    "What can't be read is no way to lie, and is told",
    arguments: [
      #"{"place":"attic"}"#, #"{"size":0}"#, #"{"size":3}"#, #"{"opacity":-1}"#, #""top""#,
      #"{"size":"big"}"#,
    ])
  func unreadable(_ text: String) throws {
    var draft = try laying("logo")
    draft.tracks[1].segments[0].style.unknown[SegmentStyle.insetKey] = try JSONValue.parse(text)
    #expect(draft.insets.isEmpty)
    #expect(draft.problems(media: media).map(\.code) == [.badValue])
  }

  @Test("It lies above the film and beneath its words, as long as the film or its source lasts")
  func laying() throws {
    var draft = try laying("logo")
    #expect(draft.tracks.map(\.kind) == [.video, .video, .text])
    #expect(draft.mainTrack?.id == "t1")
    #expect(draft.insets.map(\.duration) == [6000])
    draft = try laying("talk", on: draft)
    #expect(draft.insets.map(\.duration) == [6000, 2000])
    draft = try laying("logo", start: 3000, duration: 9000, on: draft)
    let overlays = draft.tracks.filter { $0.name == "Overlay" }
    #expect(overlays.map { $0.segments.map(\.id) } == [["s3"], ["s4", "s5"]])
    #expect(draft.segment("s5")?.duration == 3000)
  }

  @Test("It follows a film that gets longer or shorter")
  func following() throws {
    var draft = try laying("logo")
    for length: Milliseconds in [9000, 4000] {
      draft = try draft.applying(.setLength(of: "s1", to: length, in: draft, media: media)).draft
      #expect(draft.insets.map(\.duration) == [length])
    }
  }

  @Test("What can't lie over a film is refused in a sentence")
  func refusals() throws {
    #expect(throws: EditError.self) { try laying("song") }
    #expect(throws: EditError.self) { try laying("gone") }
    #expect(throws: EditError.self) { try laying("logo", start: 6000) }
    #expect(throws: EditError.self) { try laying("logo", duration: 0) }
    #expect(throws: EditError.self) { try laying("logo", on: Draft()) }
  }

  @Test("What becomes of it is told in both languages, and undone")
  func differences() throws {
    let laid = try laying("logo", Inset(place: .topRight))
    #expect(
      film.difference(to: laid).map(\.description).joined()
        .contains("added logo over the film, top right, at 0-6 s"))
    #expect(laid.summary().contains("2. Overlay: logo (0-6s, top right)"))
    #expect(laid.summary(language: .chinese).contains("叠加：logo（0-6秒，右上角）"))
    let changed = Inset(place: .bottomLeft, size: 0.1, opacity: 0.4)
    let edit = Edit.setDetail(segment: "s3", key: SegmentStyle.insetKey, value: changed.json)
    let (after, inverse) = try laid.applying(edit)
    #expect(after.insets.map(\.style.inset) == [changed])
    #expect(try after.applying(inverse).draft == laid)
  }
}
