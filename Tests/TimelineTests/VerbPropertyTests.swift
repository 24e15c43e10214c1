import MediaTime
import Testing

@testable import Timeline

@Suite("Editing verbs on random films")
struct VerbPropertyTests {
  static let media: @Sendable (String) -> MediaFacts? = { DraftMaker.facts($0) }

  /// A random verb for a draft; nil where it makes no sense there.
  static func verb(_ maker: inout DraftMaker, _ draft: Draft) -> Edit? {
    let segments = draft.tracks.flatMap(\.segments)
    if segments.isEmpty { return nil }
    let segment = maker.pick(segments)
    let main = draft.tracks.first { $0.kind == .video }?.id ?? ""
    let time = Milliseconds(maker.int(0...max(draft.duration.count, 1)))
    let amount = Milliseconds(maker.int(-2000...3000))
    let fresh = Segment(
      id: draft.freshSegmentID(), source: "p1", start: time,
      duration: Milliseconds(maker.int(200...4000)))
    let transition = Transition(kind: .dissolve, duration: Milliseconds(maker.int(0...3000)))
    let media = Self.media
    switch maker.int(0...16) {
    case 0: return try? .trimStart(of: segment.id, by: amount, in: draft, media: media)
    case 1: return try? .trimEnd(of: segment.id, by: amount, in: draft, media: media)
    case 2: return try? .keep(100..<time + 200, of: segment.id, in: draft, media: media)
    case 3: return try? .cut(time..<time + 900, in: draft, media: media)
    case 4: return try? .split(segment.id, at: time, in: draft, media: media)
    case 5: return try? .delete(segment.id, ripple: maker.maybe(60) { $0.chance(50) }, in: draft)
    case 6: return try? .overwrite(with: fresh, on: main, in: draft, media: media)
    case 7: return try? .insert(fresh, at: maker.int(0...5), on: main, in: draft)
    case 8: return try? .insert(fresh, atTime: time, on: main, in: draft, media: media)
    case 9: return try? .reorder(segment.id, to: maker.int(0...5), in: draft)
    case 10: return try? .move(segment.id, to: time, in: draft)
    case 11: return try? .duplicate(segment.id, in: draft)
    case 12:
      let speed = maker.pick([0.5, 1, 1.5, 4])
      return try? .setSpeed(of: segment.id, to: speed, in: draft, media: media)
    case 13: return try? .setFilmLength(to: time + 1, in: draft, media: media)
    case 14: return try? .addTransitions(transition, in: draft)
    case 15: return try? .setTransition(after: segment.id, to: transition, in: draft)
    default: return try? .addText("T", start: time, duration: 1500, in: draft)
    }
  }

  @Test("A valid film stays valid after any verb, and its inverse undoes it", arguments: seeds)
  func valid(seed: Int) throws {
    var maker = DraftMaker(seed: seed &+ 1000)
    for round in 0..<4 {
      var draft = maker.draft()
      for step in 0..<12 {
        guard !draft.tracks.allSatisfy(\.segments.isEmpty) else { break }
        guard let edit = Self.verb(&maker, draft) else { continue }
        let context = "seed \(seed), round \(round), step \(step): \(edit)"
        let (after, inverse) = try draft.applying(edit)
        #expect(try after.applying(inverse).draft == draft, "\(context)")
        let known = Set(draft.problems(media: Self.media).map(\.code))
        let problems = after.problems(media: Self.media).filter {
          $0.severity == .error && !known.contains($0.code) && $0.code != .nothingToShow
        }
        #expect(problems.isEmpty, "\(context)\n\(times(draft))\n\(times(after))")
        draft = after
      }
    }
  }

  @Test("Splitting conserves durations and what is shown when", arguments: seeds)
  func split(seed: Int) throws {
    var maker = DraftMaker(seed: seed &+ 2000)
    let draft = maker.draft()
    for segment in draft.tracks.flatMap(\.segments) {
      let offset = Milliseconds(maker.int(1...(segment.duration.count - 1)))
      let track = try #require(draft.track(holding: segment.id))
      let index = try #require(track.segments.firstIndex(of: segment))
      guard track.calm(of: index).contains(segment.start + offset) else {
        #expect(throws: EditError.self) {
          try Edit.split(segment.id, at: segment.start + offset, in: draft, media: Self.media)
        }
        continue
      }
      let id = draft.freshSegmentID()
      let edit = try Edit.split(
        segment.id, at: segment.start + offset, in: draft, media: Self.media)
      let after = try draft.applying(edit).draft
      let first = try #require(after.segment(segment.id))
      let second = try #require(after.segment(id))
      #expect(first.duration + second.duration == segment.duration)
      #expect(first.end == second.start && second.end == segment.end)
      #expect(after.duration == draft.duration)
      for track in draft.tracks {
        for other in track.segments where other.id != segment.id {
          #expect(after.segment(other.id) == other)
        }
      }
      guard segment.source?.first == "v", (segment.style.playback ?? .normal) == .normal else {
        continue
      }
      let shown = Double(second.inPoint.count) - Double(offset.count) * segment.speed
      #expect(abs(shown - Double(segment.inPoint.count)) <= 0.5, "seed \(seed)")
    }
  }

  @Test("Cutting a range shortens a film without gaps by exactly that", arguments: seeds)
  func cut(seed: Int) throws {
    var maker = DraftMaker(seed: seed &+ 3000)
    var draft = maker.draft()
    draft.tracks = [draft.tracks[0]]
    for index in draft.tracks[0].segments.indices {
      draft.tracks[0].segments[index].style.transition = nil
    }
    var chain = Chain(draft.tracks[0].segments)
    for index in chain.items.indices { chain.items[index].lead = 0 }
    chain.layOut()
    draft.tracks[0].segments = chain.items.map(\.segment)
    draft = draft.normalized()
    for _ in 0..<10 {
      let start = maker.int(0...(draft.duration.count - 1))
      let end = maker.int((start + 1)...(draft.duration.count))
      if start == 0 && end == draft.duration.count { continue }
      let edit = try Edit.cut(
        Milliseconds(start)..<Milliseconds(end), in: draft, media: Self.media)
      let after = try draft.applying(edit).draft
      #expect(after.duration == draft.duration - Milliseconds(end - start), "seed \(seed)")
    }
  }

  @Test("Transitions put in and taken out again leave the film as it was", arguments: seeds)
  func transitions(seed: Int) throws {
    var maker = DraftMaker(seed: seed &+ 4000)
    var draft = maker.draft()
    draft.tracks = [draft.tracks[0]]
    let cuts = try draft.applying(.removeTransitions(in: draft)).draft
    let duration = Milliseconds(maker.int(1...700))
    let with = try cuts.applying(
      .addTransitions(Transition(kind: .dissolve, duration: duration), in: cuts)
    ).draft
    let count = cuts.tracks[0].segments.count - 1
    #expect(with.duration == cuts.duration - Milliseconds(duration.count * count))
    #expect(try with.applying(.removeTransitions(in: with)).draft == cuts, "seed \(seed)")
  }

  @Test("Every way to cut every small film of one to three clips is sound")
  func exhaustive() throws {
    let lengths: [Milliseconds] = [1, 2, 5]
    let overlaps: [Milliseconds] = [0, 1, 2]
    for first in lengths {
      for second in lengths {
        for overlap in overlaps where overlap <= min(first, second) {
          var one = Segment(id: "s1", source: "p1", duration: first)
          if overlap > 0 {
            one.style.transition = Transition(kind: .dissolve, duration: overlap)
          }
          let two = Segment(id: "s2", source: "p1", start: first - overlap, duration: second)
          let draft = Draft(tracks: [Track(id: "t1", kind: .video, segments: [one, two])])
            .normalized()
          try checkAllCuts(of: draft)
        }
      }
    }
  }

  private func checkAllCuts(of draft: Draft) throws {
    let end = draft.duration.count
    for from in 0..<end {
      for to in (from + 1)...end {
        guard
          let edit = try? Edit.cut(
            Milliseconds(from)..<Milliseconds(to), in: draft, media: Self.media)
        else { continue }
        let (after, inverse) = try draft.applying(edit)
        let context = "\(times(draft)) cut \(from)..<\(to) gives \(times(after))"
        #expect(after.problems(media: Self.media).isEmpty, "\(context)")
        #expect(try after.applying(inverse).draft == draft, "\(context)")
        #expect(after.duration.count <= end - (to - from) + 1, "\(context)")
      }
      guard from > 0 else { continue }
      for segment in draft.tracks[0].segments {
        let edit = try? Edit.split(
          segment.id, at: Milliseconds(from), in: draft, media: Self.media)
        guard let edit else { continue }
        #expect(try draft.applying(edit).draft.duration == draft.duration)
      }
    }
  }
}
