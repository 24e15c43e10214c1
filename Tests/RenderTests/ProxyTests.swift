import Libav
import MediaTime
import Pixels
import Testing
import Timeline

@testable import Render

/// Footage of which only the first 64 frames are near their key frame.
@Suite struct ProxyTests {
  private let size = PixelSize(width: 640, height: 360)

  private func media() throws -> TestMedia {
    let media = try TestMedia()
    try media.texturedFootage("clip.mp4", frames: 150, size: size)
    return media
  }

  private func film(
    canvas: PixelSize? = nil, _ style: SegmentStyle = SegmentStyle(), titles: [Segment] = []
  ) -> Draft {
    .film([.clip("clip", for: 5000, style: style)], size: canvas ?? size, titles: titles)
  }

  /// The worst likeness of frames that a viewer shows of `draft`, once it had time, to those that
  /// are exported.
  private func likeness(
    _ draft: Draft, in media: TestMedia, width: Int
  ) throws -> (worst: Likeness, proxies: Int) {
    let library = try media.library
    let viewer = FrameViewer()
    _ = try viewer.frame(0, of: draft, named: "a", library: library, width: width)
    viewer.work { true }
    let canvas = FrameViewer.size(of: draft.canvas, width: width)
    let plan = try FilmPlanner(draft, library: library, size: canvas, seed: 1).plan()
    let compositor = Compositor(plan, stills: StillCache(plan))
    var worst: Likeness?
    for index in [140, 70, 120, 30, 149, 66] {
      let seen = try viewer.frame(index, of: draft, named: "a", library: library, width: width)
      let likeness = Likeness(seen, try compositor.frame(index))
      if worst.map({ likeness.psnr < $0.psnr }) ?? true { worst = likeness }
    }
    let made = viewer.shelf.proxies.proxies(of: try #require(library.path(of: "clip")))
    return (try #require(worst), made?.byteCount ?? 0)
  }

  @Test func footageThatStandsStillLooksAsItIsExportedToTheLastBit() throws {
    let grade = SegmentStyle(unknown: ["look": .array([.object(["look": .string("film")])])])
    let title = Segment(id: "x", text: "Dawn", start: 3000, duration: 1500)
    let drafts = [
      film(), film(grade), film(SegmentStyle(playback: .reverse)), film(titles: [title]),
      film(canvas: PixelSize(width: 640, height: 640)),
      film(canvas: PixelSize(width: 360, height: 640), SegmentStyle(fit: .blurPad)),
    ]
    for draft in drafts {
      let (worst, bytes) = try likeness(draft, in: try media(), width: 320)
      #expect(worst.maximumDifference == 0, "\(worst)")
      #expect(bytes > 0)
    }
  }

  @Test func footageUnderAMovingCameraLooksNearlyAsItIsExported() throws {
    let push = SegmentStyle(motion: [CameraMove(.pushIn, amount: 0.2)])
    let (worst, bytes) = try likeness(film(push), in: try media(), width: 320)
    #expect(worst.psnr > 45 && worst.maximumDifference > 0, "\(worst)")
    #expect(bytes > 0)
  }

  @Test func nothingStandsInForPixelsThatAreShownOneByOne() throws {
    let draft = film(canvas: PixelSize(width: 320, height: 320), SegmentStyle(fit: .crop))
    let (worst, bytes) = try likeness(draft, in: try media(), width: 320)
    #expect(worst.maximumDifference == 0)
    #expect(bytes == 0)
  }

  @Test func narrowFramesAndThoseWhoAskAreNotKeptWaiting() throws {
    let media = try media()
    let (library, path) = (try media.library, media.path("clip.mp4"))
    let viewer = FrameViewer()
    _ = try viewer.frame(0, of: film(), named: "a", library: library, width: 160)
    viewer.work { true }
    #expect(viewer.shelf.proxies.proxies(of: path) == nil)
    _ = try viewer.frame(0, of: film(), named: "a", library: library, width: 320)
    var asked = 0
    viewer.work {
      asked += 1
      return asked < 100
    }
    #expect(asked == 100)
    let some = viewer.shelf.proxies.proxies(of: path)?.byteCount ?? 0
    viewer.work { true }
    let all = viewer.shelf.proxies.proxies(of: path)?.byteCount ?? 0
    #expect(some > 0 && some < all)
  }

  @Test func aPreparedClipIsReadyBeforeItsFilmIs() throws {
    let media = try media()
    let viewer = FrameViewer()
    viewer.prepare(film(), library: try media.library, width: 320)
    viewer.work { true }
    #expect(viewer.shelf.proxies.proxies(of: media.path("clip.mp4"))?.byteCount ?? 0 > 0)
  }

  @Test func whatIsNoMoreWantedGivesWay() throws {
    let media = try media()
    try media.texturedFootage("other.mp4", frames: 150, size: size)
    func wish(_ name: String, _ side: Int) -> ProxyShelf.Wish {
      ProxyShelf.Wish(
        path: media.path(name), times: .zero...MediaTime(seconds: 5),
        size: PixelSize(width: side * 16, height: side * 9))
    }
    let shelf = ProxyShelf(capacity: 100_000, threads: 1)
    shelf.want([wish("clip.mp4", 20)])
    while shelf.advance() {}
    let full = try #require(shelf.proxies(of: media.path("clip.mp4"))).byteCount
    #expect(full >= 100_000 && full < 300_000, "\(full)")
    shelf.want([wish("other.mp4", 20)])
    #expect(shelf.advance())
    #expect(shelf.proxies(of: media.path("clip.mp4")) == nil)
    // Smaller ones are there; larger ones take their place.
    let small = try #require(shelf.proxies(of: media.path("other.mp4")))
    shelf.want([wish("other.mp4", 10)])
    #expect(shelf.advance())
    #expect(shelf.proxies(of: media.path("other.mp4")) === small)
    shelf.want([wish("other.mp4", 30)])
    #expect(shelf.advance())
    #expect(shelf.proxies(of: media.path("other.mp4")) !== small)
    // What can't be read is left alone.
    shelf.want([wish("gone.mp4", 20)])
    #expect(!shelf.advance())
  }
}
