import Foundation
import Libav
import MediaTime
import Pixels
import Testing
import Timeline

@testable import Render

@Suite struct FrameViewerTests {
  /// A still in depth, footage, both dissolving, and words that move.
  private func draft(_ words: String = "Dawn") -> Draft {
    let dissolve = Transition(kind: .dissolve, duration: 500)
    return .film(
      [
        .clip(
          "photo", for: 2000,
          style: SegmentStyle(
            motion: [CameraMove(.pushIn, amount: 0.2), CameraMove(.parallax)],
            transition: dissolve)),
        .clip(
          "clip", id: "s2", start: 1500, for: 1500,
          style: SegmentStyle(
            unknown: ["look": .array([.object(["look": .string("film")])])])),
      ],
      size: PixelSize(width: 640, height: 360),
      titles: [
        Segment(
          id: "x", text: words, start: 500, duration: 1500,
          style: SegmentStyle(text: TextStyle(entrance: .slideUp)))
      ])
  }

  private func media() throws -> TestMedia {
    let media = try TestMedia()
    try media.still("photo.png", size: PixelSize(width: 400, height: 225))
    try media.footage("clip.mp4", frames: 60, size: PixelSize(width: 320, height: 180))
    return media
  }

  private func copy(_ picture: Picture) -> Picture {
    let copy = Picture(size: picture.size, filledWith: .black)
    copy.copy(picture, in: PixelRect(picture.size))
    return copy
  }

  @Test func framesInAnyOrderAreThoseOfTheExport() throws {
    let media = try media()
    let (draft, library) = (draft(), try media.library)
    let viewer = FrameViewer()
    let size = PixelSize(width: 320, height: 180)
    let plan = try FilmPlanner(draft, library: library, size: size, seed: 1).plan()
    let compositor = Compositor(plan, stills: StillCache(plan))
    var exported: [Int: Picture] = [:]
    for index in 0..<plan.frameCount { exported[index] = copy(try compositor.frame(index)) }
    for index in [70, 3, 50, 89, 20, 51, 16, 46, 3, 0] {
      let frame = try viewer.frame(index, of: draft, named: "a", library: library, width: 320)
      let same = Likeness(frame, try #require(exported[index]))
      #expect(same.maximumDifference == 0, "frame \(index): \(same)")
    }
    let last = copy(try viewer.frame(89, of: draft, named: "a", library: library, width: 320))
    let beyond = try viewer.frame(500, of: draft, named: "a", library: library, width: 320)
    #expect(Likeness(beyond, last).maximumDifference == 0)
  }

  @Test func aFilmThatWasMadeReadyForShowsTheSame() throws {
    let media = try media()
    let (draft, library) = (draft(), try media.library)
    let ready = FrameViewer()
    ready.prepare(draft, library: library, width: 320)
    // What can't be looked at is left alone.
    ready.prepare(.film([.clip("nothing", for: 1000)]), library: library, width: 320)
    ready.beside.join()
    for index in [0, 30, 50] {
      let frame = try ready.frame(index, of: draft, named: "a", library: library, width: 320)
      let plain = try FrameViewer().frame(
        index, of: draft, named: "a", library: library, width: 320)
      #expect(Likeness(frame, plain).maximumDifference == 0)
    }
  }

  @Test func framesAreLikeThoseThatAFilmIsDecodedTo() throws {
    let media = try media()
    let (draft, library) = (draft(), try media.library)
    let film = media.path("film.mp4")
    try FilmRenderer(
      draft: draft, library: library,
      settings: RenderSettings(size: PixelSize(width: 320, height: 180))
    ).render(to: film)
    let reader = try VideoReader(path: film)
    let viewer = FrameViewer()
    for index in [60, 10, 30, 85] {
      let frame = try viewer.frame(index, of: draft, named: "a", library: library, width: 320)
      let jpeg = media.path("frame.jpg")
      try Data(try JPEG.encode(frame)).write(to: URL(fileURLWithPath: jpeg))
      let seen = try Still.decode(path: jpeg).resized(to: frame.size)
      let decoded = try reader.frame(at: MediaTime(Int64(index), over: 30))
      #expect(Likeness(frame, decoded).psnr > 36, "\(index): \(Likeness(frame, decoded))")
      #expect(Likeness(seen, decoded).psnr > 33, "\(index): \(Likeness(seen, decoded))")
      let other = try reader.frame(at: MediaTime(Int64(index + 4) % 90, over: 30))
      #expect(Likeness(frame, other).psnr < Likeness(frame, decoded).psnr - 2)
    }
  }

  @Test func anEditIsSeenAndNothingOfTheFormerFilmStays() throws {
    let media = try media()
    let library = try media.library
    let viewer = FrameViewer()
    for words in ["Dawn", "Dusk", "Dawn"] {
      let seen = try viewer.frame(
        30, of: draft(words), named: words, library: library, width: 320)
      let fresh = try FrameViewer().frame(
        30, of: draft(words), named: words, library: library, width: 320)
      #expect(Likeness(seen, fresh).maximumDifference == 0)
    }
    let dawn = copy(
      try viewer.frame(30, of: draft("Dawn"), named: "Dawn", library: library, width: 320))
    let dusk = try viewer.frame(30, of: draft("Dusk"), named: "Dusk", library: library, width: 320)
    #expect(Likeness(dawn, dusk).maximumDifference > 60)
  }

  @Test func wordsOverAnotherPictureAreMadeReadyAnew() throws {
    let media = try TestMedia()
    for (name, luma) in [("dark", UInt8(30)), ("light", UInt8(220))] {
      let grey = YCbCr(y: luma, cb: 128, cr: 128)
      try PNG.write(
        Picture(size: TestMedia.size, filledWith: grey), to: media.path("\(name).png"))
    }
    let library = try media.library
    let viewer = FrameViewer()
    for (index, name) in ["dark", "light", "dark", "light"].enumerated() {
      let draft = Draft.film(
        [.clip(name, for: 1000)], titles: [Segment(id: "x", text: "Dawn", duration: 1000)])
      let seen = try viewer.frame(
        15, of: draft, named: "\(index)", library: library, width: 160)
      let plan = try FilmPlanner(draft, library: library, size: nil, seed: 1).plan()
      let exported = try Compositor(plan, stills: StillCache(plan)).frame(15)
      #expect(Likeness(seen, exported).maximumDifference == 0, "\(name)")
    }
  }

  @Test(arguments: [
    (1920, 1080, 640, 640, 360), (1080, 1920, 640, 640, 1138), (1080, 1080, 333, 332, 332),
    (8192, 16, 16, 16, 2),
  ])
  func sizesAreEvenAndKeepTheShape(
    _ width: Int, _ height: Int, _ asked: Int, _ across: Int, _ down: Int
  ) {
    let size = FrameViewer.size(of: Canvas(width: width, height: height), width: asked)
    #expect(size == PixelSize(width: across, height: down))
  }

  @Test func whatCantBeDrawnIsToldAndTheNextIsDrawn() throws {
    let media = try media()
    let library = try media.library
    let viewer = FrameViewer()
    let bad = Draft.film([.clip("gone", for: 1000)])
    let error = #expect(throws: RenderError.self) {
      try viewer.frame(0, of: bad, named: "bad", library: library, width: 320)
    }
    #expect(error?.code == .missingMedia)
    let frame = try viewer.frame(0, of: draft(), named: "a", library: library, width: 320)
    #expect(frame.size == PixelSize(width: 320, height: 180))
  }
}
