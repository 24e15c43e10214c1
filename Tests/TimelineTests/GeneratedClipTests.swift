import MediaTime
import Testing
import Timeline

/// Clips by models elsewhere, and the stills that they take the place of.
@Suite struct GeneratedClipTests {
  private var still: Segment {
    var segment = Segment(id: "s1", source: "photo", duration: 4000)
    segment.style = SegmentStyle(
      name: "Dawn", motion: [CameraMove(.pushIn)], fit: .blurPad,
      transition: Transition(kind: .dissolve, duration: 500))
    segment.style.unknown["region"] = .array([.object(["what": .string("sky")])])
    segment.style.unknown["look"] = .object(["look": .string("warm")])
    return segment
  }

  private let clip = GeneratedClip(
    engine: "wan", model: "wan-2.2", prompt: "waves", seed: 7, dollars: 0.25)

  @Test("A clip takes the place of a still, says who made it, and gives the still back")
  func takesThePlace() throws {
    let made = still.showing("clip", lasting: 4000, as: clip)
    #expect(made.source == "clip" && made.duration == 4000 && made.speed == 1)
    #expect(made.style.motion.isEmpty && made.style.regions.isEmpty)
    #expect(made.style.looks.map(\.name) == ["warm"] && made.style.transition != nil)
    #expect(made.style.generated?.engine == "wan" && made.style.generated?.dollars == 0.25)
    #expect(made.withoutClip == still)
    let again = made.showing("other", lasting: 4000, as: clip)
    #expect(again.withoutClip == still)
    var changed = made
    changed.duration = 2000
    changed.style.unknown["look"] = nil
    let back = try #require(changed.withoutClip)
    #expect(back.duration == 2000 && back.style.looks.isEmpty && back.source == "photo")
    #expect(still.withoutClip == nil)
  }

  @Test("It is read back from a draft as it was written, and what is odd is no clip")
  func isRead() throws {
    let made = still.showing("clip", lasting: 4000, as: clip)
    let draft = Draft(tracks: [Track(id: "t", kind: .video, segments: [made])])
    let read = try Draft.decode(draft.encoded())
    #expect(read.tracks[0].segments[0] == made)
    #expect(read.tracks[0].segments[0].withoutClip == still)
    var odd = made
    for value in [JSONValue.string("wan"), .object([:]), .object(["engine": .integer(1)]), .null] {
      odd.style.unknown["generated"] = value
      #expect(odd.style.generated == nil && odd.withoutClip == nil)
    }
    odd.style.unknown["generated"] = .object([
      "engine": .string("wan"), "still": .object(["id": .integer(3)]),
    ])
    #expect(odd.style.generated?.engine == "wan" && odd.withoutClip == nil)
  }

  @Test(
    "A short clip is slowed, and goes round where that isn't enough",
    arguments: [
      (5000, 1, nil), (4000, 1, nil), (2000, 0.5, nil), (1000, 0.25, nil), (500, 0.25, .loop),
    ] as [(Int, Double, Playback?)])
  func fills(_ length: Int, _ speed: Double, _ playback: Playback?) {
    let made = still.showing("clip", lasting: Milliseconds(length), as: clip)
    #expect(made.speed == speed && made.style.playback == playback && made.duration == 4000)
    #expect(made.filled(by: 4000).speed == 1 && made.filled(by: 4000).style.playback == nil)
  }

  @Test("What an edit puts in is changed, wherever it stands")
  func replaces() {
    let track = Track(id: "t", kind: .video, segments: [still])
    let edit = Edit.group(
      label: "a",
      edits: [
        .insertTrack(track: track, at: nil), .replaceSegment(segment: "s1", with: still),
        .group(label: "b", edits: [.insertSegment(segment: still, track: "t", at: 0)]),
        .setSpeed(segment: "s1", speed: 2),
      ])
    var count = 0
    let changed = edit.replacing { segment in
      count += 1
      var segment = segment
      segment.source = "other"
      return segment
    }
    #expect(count == 3 && changed.primitives.count == 4)
    #expect(changed.replacing { _ in still } == edit)
  }
}
