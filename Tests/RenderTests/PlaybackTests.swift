import Foundation
import MediaTime
import Pixels
import Testing
import Timeline

@testable import Libav
@testable import Render

extension Plane {
  /// Mean of the differences of all samples of two planes of one size.
  fileprivate func meanDifference(from other: Plane) -> Double {
    var sum = 0
    for y in 0..<size.height {
      for x in 0..<size.width { sum += abs(Int(self[x, y]) - Int(other[x, y])) }
    }
    return Double(sum) / Double(size.width * size.height)
  }
}

/// How stills and the sound of footage follow `playback`.
@Suite struct PlaybackTests {
  private func clock(_ playback: Playback) -> SourceClock {
    SourceClock(
      start: MediaTime(seconds: 1), duration: MediaTime(seconds: 4), inPoint: .zero,
      speed: MediaTime(seconds: 1), playback: playback, sourceDuration: nil,
      sourceFrame: MediaTime(1, over: 30))
  }

  @Test(arguments: [
    (Playback.normal, [0.0, 1, 2, 3]), (.reverse, [4, 3, 2, 1]), (.freeze, [0, 0, 0, 0]),
    (.boomerang, [0, 2, 4, 2]), (.loop, [0, 2, 4, 2]),
  ])
  func aStillsMoveIsPlayedAsAsked(playback: Playback, moments: [Double]) {
    for (second, moment) in moments.enumerated() {
      #expect(clock(playback).moveTime(at: MediaTime(seconds: 1 + second)).seconds == moment)
    }
    #expect(clock(.boomerang).moveTime(at: MediaTime(seconds: 5)) == .zero)
  }

  @Test(arguments: [Playback.boomerang, .loop])
  func aWoundStillEndsAsItBegan(playback: Playback) throws {
    let media = try TestMedia()
    try media.still("photo.png")
    let style = SegmentStyle(
      motion: [CameraMove(.pushIn, amount: 0.3)], playback: playback)
    let draft = Draft.film([.clip("photo", for: 1000, style: style)])
    let path = media.path("film.mp4")
    try FilmRenderer(draft: draft, library: media.library).render(to: path)
    let reader = try VideoReader(path: path)
    let first = try reader.frame(at: .zero)
    let middle = try reader.frame(at: MediaTime(1, over: 2))
    let last = try reader.frame(at: MediaTime(29, over: 30))
    #expect(first.luma.meanDifference(from: last.luma) < 4)
    #expect(first.luma.meanDifference(from: middle.luma) > 8)
  }

  @Test func aBoomerangsSoundGoesThereAndBack() {
    var style = SegmentStyle(playback: .boomerang)
    (style.fadeIn, style.fadeOut) = (300, 400)
    let segment = Segment.clip("a", start: 2000, inPoint: 500, for: 5000, speed: 2, style: style)
    let sound = SoundPlan(
      segment, from: .file(path: "a"), role: .source, previous: nil, next: nil)
    let turns = sound.turns(every: MediaTime(seconds: 2))
    #expect(turns.map(\.playback) == [.normal, .reverse, .normal])
    #expect(turns.map(\.start.seconds) == [2, 4, 6])
    #expect(turns.map(\.duration.seconds) == [2, 2, 1])
    #expect(turns.map(\.inPoint.seconds) == [0.5, 0.5, 0.5])
    #expect(turns.map(\.fadeIn.seconds) == [0.3, 0, 0])
    #expect(turns.map(\.fadeOut.seconds) == [0, 0, 0.4])
    #expect(turns.map(\.joinsNext) == [true, true, false])
    let cut = sound.turns(every: MediaTime(seconds: 3))
    #expect(cut.map(\.inPoint.seconds) == [0.5, 2.5], "a way back that is cut off ends early")
    #expect(sound.turns(every: MediaTime(1, over: 30)).isEmpty)
    style.playback = .loop
    let loop = Segment.clip("a", for: 5000, style: style)
    let plain = SoundPlan(
      loop, from: .file(path: "a"), role: .source, previous: nil, next: nil)
    #expect(plain.turns(every: MediaTime(seconds: 2)).count == 1)
  }

  @Test func whatNobodyKnowsIsPassedOver() throws {
    let media = try TestMedia()
    try media.still("photo.png")
    let style = SegmentStyle(unknown: ["look": .array([]), "mine": .null])
    let renderer = try FilmRenderer(
      draft: .film([.clip("photo", for: 500, style: style)]), library: media.library)
    #expect(renderer.notes.isEmpty)
  }

  @Test(arguments: ["m", "film", "é"]) func aNameOfOneLetterIsAFile(name: String) throws {
    let media = try TestMedia()
    try media.still("photo.png")
    let renderer = try FilmRenderer(
      draft: .film([.clip("photo", for: 100)]), library: media.library)
    let path = media.path(name)
    try renderer.render(to: path)
    #expect(media.fileNames == [name, "photo.png"].sorted())
    #expect(FilmRenderer.folder(of: name) == "." && FilmRenderer.folder(of: "/" + name) == "/")
    #expect(FilmRenderer.folder(of: "a/b/" + name) == "a/b")
  }
}
