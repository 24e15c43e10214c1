import Accounts
import FakeWorkshop
import Foundation
import MediaTime
import Records
import Studio
import Testing
import Timeline
import Wire

@Suite struct FrameTests {
  private func ready(
    _ bench: Bench, _ content: String = "image one"
  ) async throws -> (Identity, String, MediaItem) {
    let user = try await bench.user()
    let session = try await bench.session(of: user)
    let item = try await bench.upload(content, to: session, of: user)
    return (user, session, item)
  }

  @Test("A frame is drawn once, until the draft is another")
  func drawsOnce() async throws {
    try await Bench.with { bench in
      let (user, session, item) = try await ready(bench)
      let studio = bench.studio
      func view(_ time: Milliseconds, _ version: Int? = nil) async throws -> FrameInView {
        try await studio.view(
          FrameRequest(.film(version: version), at: time, width: 641), in: session, for: user)
      }
      #expect(await code { _ = try await view(0) } == .conflict)
      #expect(await code { _ = try await view(0, 1) } == .notFound)
      _ = try await bench.say("make a 4 second clip of this", in: session, of: user)
      let first = try await view(1010)
      let bytes = try await studio.picture(of: first)
      #expect(try await studio.picture(of: view(1000)) == bytes)
      #expect(bench.workshop.frames.map(\.index) == [30])
      #expect(bench.workshop.frames[0].width == 640 && bench.workshop.frames[0].session == session)
      #expect(Set(bench.workshop.frames[0].files.keys) == [item.id])
      #expect(try await view(1033).entityTag == first.entityTag)
      #expect(try await view(1034).entityTag != first.entityTag)
      #expect(try await view(9999).entityTag == view(3999).entityTag)
      _ = try await bench.say("make it 3 seconds", in: session, of: user)
      #expect(try await view(1000).entityTag != first.entityTag)
      let history = try #require(try await studio.session(session, for: user).history)
      #expect(history.canUndo)
      let former = try await view(1000, history.current.parent)
      #expect(former.entityTag == first.entityTag && former.isForGood && !first.isForGood)
      #expect(await code { _ = try await view(0, 99) } == .notFound)
      let stranger = try await bench.user()
      let request = FrameRequest(.film(version: nil), at: 0, width: 640)
      let other = await code { _ = try await studio.view(request, in: session, for: stranger) }
      #expect(other == .sessionNotFound)
    }
  }

  @Test("A medium is shown as it is, at the moment that is asked for")
  func showsMedia() async throws {
    try await Bench.with(isRunning: false) { bench in
      let (user, session, item) = try await ready(bench, "video one")
      func view(_ id: String, _ time: Milliseconds) async throws -> FrameInView {
        try await bench.studio.view(
          FrameRequest(.medium(id), at: time, width: 320), in: session, for: user)
      }
      let late = try await view(item.id, 1500)
      #expect(late.isForGood)
      _ = try await bench.studio.picture(of: late)
      let order = try #require(bench.workshop.frames.first)
      #expect(order.draft.tracks[0].segments[0].inPoint == 1500 && order.index == 0)
      #expect(order.draft.canvas.width == 1280 && order.draft.canvas.height == 720)
      #expect(order.draft.problems { _ in item.facts }.isEmpty)
      #expect(try await view(item.id, 99_999).entityTag == view(item.id, 3999).entityTag)
      #expect(try await view(item.id, 0).entityTag != late.entityTag)
      let still = try await bench.upload("image two", to: session, of: user)
      #expect(try await view(still.id, 0).entityTag == view(still.id, 700).entityTag)
      #expect(await code { _ = try await view("m_none", 0) } == .notFound)
    }
  }

  @Test("What is looked at is made ready to be a film's, but for a list's small ones")
  func looksAhead() async throws {
    try await Bench.with { bench in
      let (user, session, item) = try await ready(bench)
      func outlook(_ width: Int, of id: String) async throws -> Draft? {
        let request = FrameRequest(.medium(id), at: 0, width: width)
        let view = try await bench.studio.view(request, in: session, for: user)
        _ = try await bench.studio.picture(of: view)
        return bench.workshop.frames.last?.outlook
      }
      let film = try #require(try await outlook(640, of: item.id))
      #expect(film.tracks[0].segments.map(\.source) == [item.id])
      #expect(film.tracks[0].segments[0].style.motion.map(\.move) == [.pushIn, .parallax])
      #expect(film.problems { _ in item.facts }.isEmpty)
      #expect(try await outlook(160, of: item.id) == nil)
      let video = try await bench.upload("video one", to: session, of: user)
      let clip = try #require(try await outlook(640, of: video.id))
      #expect(clip.tracks[0].segments.map(\.source) == [video.id])
      #expect(clip.tracks[0].segments[0].style.motion.isEmpty)
      #expect(try await outlook(160, of: video.id) == nil)
      _ = try await bench.say("make a 4 second clip in 9:16 of this", in: session, of: user)
      let tall = try #require(try await outlook(480, of: item.id))
      #expect(tall.canvas.height > tall.canvas.width)
    }
  }

  @Test("The curve of a sound is made once; what has no sound has none")
  func drawsPeaks() async throws {
    try await Bench.with(isRunning: false) { bench in
      let (user, session, item) = try await ready(bench, "video one")
      func peaks(_ id: String, _ bins: Int) async throws -> SoundCurve {
        try await bench.studio.peaks(of: id, bins: bins, lasting: nil, in: session, for: user)
      }
      #expect(try await peaks(item.id, 20).values.count == 20)
      #expect(try await peaks(item.id, 20) == peaks(item.id, 20))
      #expect(bench.workshop.peaks == 1)
      #expect(try await peaks(item.id, 30).values.count == 30)
      let still = try await bench.upload("image two", to: session, of: user)
      #expect(await code { _ = try await peaks(still.id, 20) } == .badRequest)
      #expect(await code { _ = try await peaks("m_none", 20) } == .notFound)
    }
  }
}
