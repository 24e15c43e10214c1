import MediaTime
import Testing

@testable import Timeline

@Suite("The moment at which a change shows")
struct MomentTests {
  private func draft() -> Draft {
    Draft(tracks: [
      Track(
        id: "v", kind: .video,
        segments: [
          Segment(id: "a", source: "m", duration: 4000),
          Segment(id: "b", source: "m", start: 4000, duration: 4000),
        ]),
      Track(
        id: "x", kind: .text,
        segments: [Segment(id: "t", text: "Dawn", start: 5000, duration: 1000)]),
      Track(id: "s", kind: .audio, segments: [Segment(id: "m", source: "m", duration: 8000)]),
    ]).normalized()
  }

  @Test(
    "It lies in the first segment that changed, or where one was",
    arguments: [
      (.setText(segment: "t", text: "Dusk"), 5500), (.setVolume(segment: "b", volume: 0), 5000),
      (.setVolume(segment: "m", volume: 0.5), 1000), (.removeSegment(segment: "t"), 5000),
      (.removeTrack(track: "x"), 5000), (.removeSegment(segment: "b"), 4000),
      (.setSize(width: 64, height: 64), 0), (.setTitle(title: "Dawn"), 0),
      (
        .insertSegment(
          segment: Segment(id: "c", source: "m", start: 8000, duration: 600), track: "v", at: nil),
        8300
      ),
      (.setTiming(segment: "t", start: 6000, inPoint: 0, duration: 1000, at: nil), 6500),
    ] as [(Edit, Milliseconds)])
  func edits(edit: Edit, moment: Milliseconds) throws {
    let after = try draft().applying(edit).draft
    #expect(after.moment(ofChangeFrom: draft()) == moment)
  }

  @Test("Music that follows the film's end, and clips that only follow, are not what changed")
  func followers() throws {
    let after = try draft().applying([
      .setTiming(segment: "b", start: 4000, inPoint: 0, duration: 6000, at: nil),
      .setTiming(segment: "m", start: 0, inPoint: 0, duration: 10_000, at: nil),
    ])
    #expect(after.moment(ofChangeFrom: draft()) == 5000)
    let removed = try draft().applying([
      .removeSegment(segment: "a"),
      .setTiming(segment: "b", start: 0, inPoint: 0, duration: 4000, at: nil),
    ])
    #expect(removed.moment(ofChangeFrom: draft()) == 0)
  }

  @Test("Nothing changed, or nothing is left to be seen")
  func nothing() throws {
    #expect(draft().moment(ofChangeFrom: draft()) == nil)
    #expect(Draft().moment(ofChangeFrom: draft()) == nil)
    let short = try draft().applying([
      .removeSegment(segment: "b"), .removeTrack(track: "x"), .removeTrack(track: "s"),
    ])
    #expect(short.moment(ofChangeFrom: draft()) == 0)
  }
}
