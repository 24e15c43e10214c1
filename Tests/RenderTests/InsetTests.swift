import Libav
import MediaTime
import Pixels
import Testing
import Timeline

@testable import Render

@Suite struct InsetTests {
  private static let canvas = PixelSize(width: 320, height: 180)

  private func compositor(_ draft: Draft, _ media: TestMedia) throws -> Compositor {
    let plan = try FilmPlanner(draft, library: media.library, size: nil, seed: 1).plan()
    return Compositor(plan, stills: StillCache(plan))
  }

  /// Dark footage with `sign` over it, the right half of which is clear.
  private func film(_ inset: Inset, sign: String = "sign") throws -> (Draft, TestMedia) {
    let media = try TestMedia()
    try media.footage("below.mp4", frames: 30, size: Self.canvas) { _ in 60 }
    try media.footage("talk.mp4", frames: 30) { _ in 200 }
    let size = PixelSize(width: 40, height: 20)
    let picture = Picture(size: size, hasAlpha: true)
    picture.fill(PixelRect(size), with: YCbCr(y: 200, cb: 128, cr: 128))
    for y in 0..<20 { for x in 0..<40 { picture.alpha?[x, y] = x < 20 ? 255 : 0 } }
    try PNG.write(picture, to: media.path("sign.png"))
    var draft = Draft.film([.clip("below", for: 1000)], size: Self.canvas)
    var style = SegmentStyle()
    style.inset = inset
    draft.tracks.append(
      Track(
        id: "t9", kind: .video, segments: [.clip(sign, id: "s9", for: 1000, style: style)]))
    return (draft, media)
  }

  @Test func aSignLiesInItsFieldAndLetsTheFilmThroughWhereItIsClear() throws {
    let (draft, media) = try film(Inset(place: .topLeft, size: 0.4))
    let frame = try compositor(draft, media).frame(5).luma
    // 72 of 180 pixels across, from the title-safe corner at (16, 9).
    #expect(frame[20, 12] > 190 && frame[45, 40] > 190)
    #expect((Int(frame[70, 20]) - 60).magnitude <= 2)
    #expect((Int(frame[8, 20]) - 60).magnitude <= 2 && (Int(frame[20, 60]) - 60).magnitude <= 2)
  }

  @Test(arguments: Inset.Place.allCases) func everyFieldIsInsideWhatAppsLeave(
    place: Inset.Place
  ) throws {
    for canvas in [
      Self.canvas, PixelSize(width: 180, height: 320), PixelSize(width: 200, height: 200),
    ] {
      for content in [PixelSize(width: 400, height: 100), PixelSize(width: 90, height: 700)] {
        let rect = canvas.placement(of: content, laid: Inset(place: place, size: 0.2))
        #expect(rect.x % 2 == 0 && rect.y % 2 == 0 && rect.width % 2 == 0 && rect.height % 2 == 0)
        #expect(rect.x >= 0 && rect.y >= 0)
        #expect(rect.maxX <= canvas.width && rect.maxY <= canvas.height)
        let longest = max(rect.width, rect.height)
        #expect((longest - min(canvas.width, canvas.height) / 5).magnitude <= 2)
      }
    }
    let whole = Self.canvas.placement(
      of: PixelSize(width: 40, height: 20), laid: Inset(place: place, size: 1))
    #expect(whole.maxX <= Self.canvas.width && whole.maxY <= Self.canvas.height)
  }

  @Test func opacityIsHowMuchItHides() throws {
    let (draft, media) = try film(Inset(place: .topLeft, size: 0.4, opacity: 0.5))
    let frame = try compositor(draft, media).frame(5).luma
    #expect((Int(frame[30, 20]) - 130).magnitude <= 4)
  }

  @Test func footageLiesInThePictureAsItIs() throws {
    let (draft, media) = try film(Inset(place: .bottomRight, size: 0.5), sign: "talk")
    let compositor = try compositor(draft, media)
    for index in [0, 29] {
      let frame = try compositor.frame(index).luma
      #expect((Int(frame[280, 150]) - 200).magnitude <= 2)
      #expect((Int(frame[160, 90]) - 60).magnitude <= 2)
    }
    #expect(compositor.scratch.borrowed <= 3)
  }
}
