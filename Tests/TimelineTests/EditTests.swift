import Foundation
import MediaTime
import Testing

@testable import Timeline

extension DraftMaker {
  /// An edit of a random kind that fits the draft.
  mutating func edit(of draft: Draft, depth: Int = 2) -> Edit {
    let segments = draft.tracks.flatMap(\.segments)
    if depth > 0, chance(15) {
      var next = draft
      var edits: [Edit] = []
      for _ in 0..<int(0...4) {
        let edit = edit(of: next, depth: depth - 1)
        guard let result = try? next.applying(edit) else { continue }
        next = result.draft
        edits.append(edit)
      }
      return .group(label: "g\(int(0...9))", edits: edits)
    }
    if segments.isEmpty || chance(35) { return wideEdit(of: draft) }
    return segmentEdit(pick(segments), in: draft)
  }

  private mutating func wideEdit(of draft: Draft) -> Edit {
    let track = draft.tracks.isEmpty ? nil : pick(draft.tracks).id
    switch (int(0...11), track) {
    case (0, _): return .setSize(width: int(1...4000), height: int(1...4000))
    case (1, _): return .setFrameRate(framesPerSecond: int(1...120))
    case (2, _): return .setBackground(color: "#\(int(100000...999999))")
    case (3, _): return .setTitle(title: maybe(50) { "T\($0.int(0...9))" })
    case (4, _): return .setDraftDetail(key: "k", value: maybe(60) { $0.json(2) })
    case (5, let track?): return .removeTrack(track: track)
    case (6, let track?): return .moveTrack(track: track, to: int(0...5))
    case (7, let track?): return .renameTrack(track: track, name: maybe(60) { _ in "name" })
    case (8, let track?):
      return .setTrackDetail(track: track, key: "k", value: maybe(60) { $0.json(2) })
    case (9, let track?):
      let segment = segment(draft.freshSegmentID(), .video)
      return .insertSegment(segment: segment, track: track, at: maybe(50) { $0.int(0...4) })
    default:
      var track = Track(id: draft.freshTrackID(), kind: .video)
      track.segments = [segment(draft.freshSegmentID(), .video)]
      return .insertTrack(track: track, at: maybe(50) { $0.int(0...5) })
    }
  }

  private mutating func segmentEdit(_ old: Segment, in draft: Draft) -> Edit {
    let id = old.id
    switch int(0...16) {
    case 0: return .removeSegment(segment: id)
    case 1: return .moveSegment(segment: id, track: pick(draft.tracks).id, at: nil)
    case 2:
      let fresh = segment(chance(50) ? id : draft.freshSegmentID(), .video)
      var replacement = fresh
      replacement.start = old.start
      return .replaceSegment(segment: id, with: replacement)
    case 3, 4, 5:
      return .setTiming(
        segment: id, start: Milliseconds(int(0...9000)), inPoint: Milliseconds(int(0...900)),
        duration: Milliseconds(int(1...5000)), at: nil)
    case 6: return .setSource(segment: id, source: maybe(80) { $0.pick(["v1", "p1"]) })
    case 7: return .setSpeed(segment: id, speed: pick([0.5, 1, 3]))
    case 8: return chance(50) ? .mute(segment: id) : .setVolume(segment: id, volume: share())
    case 9: return .setMotion(segment: id, motion: (0..<int(0...2)).map { _ in move() })
    case 10:
      return .setTransition(
        segment: id,
        transition: maybe(60) {
          Transition(kind: .slideUp, duration: Milliseconds($0.int(0...500)))
        })
    case 11: return .setFit(segment: id, fit: maybe(80) { $0.pick(Fit.allCases) })
    case 12: return .setPlayback(segment: id, playback: maybe(80) { $0.pick(Playback.allCases) })
    case 13: return .setText(segment: id, text: maybe(80) { "w\($0.int(0...9))" })
    case 14: return .setTextStyle(segment: id, style: maybe(80) { $0.textStyle() })
    case 15:
      return .setFades(
        segment: id, fadeIn: maybe(50) { Milliseconds($0.int(0...900)) },
        fadeOut: maybe(50) { Milliseconds($0.int(0...900)) })
    default:
      return pick([
        .setDuck(segment: id, duck: maybe(80) { $0.chance(50) }),
        .setName(segment: id, name: maybe(80) { "n\($0.int(0...9))" }),
        .setDetail(segment: id, key: "look", value: maybe(80) { $0.json(2) }),
      ])
    }
  }
}

@Suite("Edits")
struct EditTests {
  @Test("Each comes back the same from JSON and its inverse undoes it exactly", arguments: seeds)
  func inverse(seed: Int) throws {
    var maker = DraftMaker(seed: seed)
    var draft = maker.draft()
    var kinds: Set<String> = []
    for step in 0..<60 {
      let edit = maker.edit(of: draft)
      let context = "seed \(seed), step \(step): \(edit)"
      let json = try JSONEncoder().encode(edit)
      #expect(try JSONDecoder().decode(Edit.self, from: json) == edit, "\(context)")
      let (after, inverse) = try draft.applying(edit)
      #expect(after == after.normalized(), "\(context)")
      #expect(try after.applying(inverse).draft == draft, "\(context)")
      let back = try after.applying(inverse).inverse
      #expect(try draft.applying(back).draft == after, "\(context)")
      kinds.insert(String("\(edit)".prefix { $0 != "(" }))
      draft = after
    }
    #expect(kinds.count > 10)
  }

  @Test("The edits between two drafts lead from one to the other and back", arguments: seeds)
  func between(seed: Int) throws {
    var maker = DraftMaker(seed: seed)
    let (first, second) = (maker.draft(), maker.draft())
    let edits = try first.edits(to: second)
    let (result, inverse) = try first.applying(.group(label: "", edits: edits))
    #expect(result == second, "seed \(seed)")
    #expect(try result.applying(inverse).draft == first, "seed \(seed)")
    #expect(try first.edits(to: first).isEmpty)
    var walked = first
    for _ in 0..<8 { walked = try walked.applying(maker.edit(of: walked)).draft }
    #expect(try first.applying(first.edits(to: walked)) == walked, "seed \(seed)")
  }

  @Test("JSON names the edit and its values in the draft's words")
  func json() throws {
    let edits: [(Edit, String)] = [
      (.setSpeed(segment: "s1", speed: 2), #"{"set_speed":{"segment":"s1","speed":2}}"#),
      (
        .setTiming(segment: "s1", start: 0, inPoint: 5, duration: 9, at: nil),
        #"{"set_timing":{"duration":9,"in":5,"segment":"s1","start":0}}"#
      ),
      (
        .setFades(segment: "s1", fadeIn: nil, fadeOut: 1500),
        #"{"set_fades":{"out":1500,"segment":"s1"}}"#
      ),
      (
        .group(label: "both", edits: [.setTitle(title: nil), .setFrameRate(framesPerSecond: 25)]),
        #"{"group":{"edits":[{"set_title":{}},{"set_frame_rate":{"fps":25}}],"label":"both"}}"#
      ),
    ]
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    for (edit, json) in edits {
      #expect(String(decoding: try encoder.encode(edit), as: UTF8.self) == json)
    }
  }

  @Test(
    "An edit that doesn't fit is refused with a sentence, and changes nothing",
    arguments: [
      (Edit.removeTrack(track: "t9"), EditError.Code.unknownTrack),
      (.setSpeed(segment: "s9", speed: 1), .unknownSegment),
      (.setSpeed(segment: "s1", speed: .nan), .badValue),
      (.setVolume(segment: "s1", volume: .infinity), .badValue),
      (.insertTrack(track: Track(id: "t1", kind: .text), at: nil), .duplicateID),
      (
        .insertTrack(
          track: Track(id: "t9", kind: .text, segments: [Segment(id: "s1", duration: 1)]), at: 0),
        .duplicateID
      ),
      (
        .insertTrack(
          track: Track(
            id: "t9", kind: .text,
            segments: [Segment(id: "x", duration: 1), Segment(id: "x", duration: 1)]), at: 0),
        .duplicateID
      ),
      (.insertSegment(segment: Segment(id: "s1", duration: 1), track: "t1", at: 0), .duplicateID),
      (.moveSegment(segment: "s1", track: "t9", at: nil), .unknownTrack),
      (.replaceSegment(segment: "s1", with: Segment(id: "s2", duration: 1)), .duplicateID),
      (
        .setTiming(
          segment: "s1", start: Milliseconds(.max), inPoint: 0, duration: 1, at: nil), .badValue
      ),
      (.setFades(segment: "s1", fadeIn: Milliseconds(.min), fadeOut: nil), .badValue),
      (.setSize(width: 0, height: 100), .badValue),
      (.setSize(width: 100, height: .max), .badValue),
      (
        .group(label: "", edits: [.setTitle(title: "x"), .removeTrack(track: "no")]), .unknownTrack
      ),
    ])
  func refused(edit: Edit, code: EditError.Code) {
    let draft = Draft(
      tracks: [
        Track(
          id: "t1", kind: .video,
          segments: [
            Segment(id: "s1", source: "p1", duration: 1000),
            Segment(id: "s2", source: "p1", start: 1000, duration: 1000),
          ])
      ])
    let error = #expect(throws: EditError.self) { try draft.applying(edit) }
    #expect(error?.code == code)
    #expect(error?.message.hasSuffix(".") ?? false)
  }
}
