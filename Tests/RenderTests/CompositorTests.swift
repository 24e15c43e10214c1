import Libav
import MediaTime
import Pixels
import Testing
import Timeline

@testable import Render

@Suite struct CompositorTests {
  private func compositor(_ draft: Draft, _ media: TestMedia) throws -> Compositor {
    let planner = try FilmPlanner(draft, library: media.library, size: nil, seed: 1)
    let plan = try planner.plan()
    return Compositor(plan, stills: StillCache(plan))
  }

  @Test func footageOfTheRightSizeIsNotCopied() throws {
    let media = try TestMedia()
    try media.footage("clip.mp4", frames: 30)
    let compositor = try compositor(.film([.clip("clip", for: 1000)]), media)
    let reader = try VideoReader(path: media.path("clip.mp4"))
    for index in [0, 3, 4, 29] {
      let frame = try compositor.frame(index)
      let decoded = try reader.frame(at: MediaTime(Int64(index), over: 30))
      #expect(frame.luma.stride == decoded.luma.stride)
      #expect(frame.luma[5, 5] == decoded.luma[5, 5] && frame.luma[5, 5] == UInt8(30 + 2 * index))
    }
    #expect(compositor.scratch.borrowed == 0)
  }

  @Test func aStillAtRestIsItsSource() throws {
    let media = try TestMedia()
    try media.still("photo.png")
    let compositor = try compositor(.film([.clip("photo", for: 1000)]), media)
    let source = try Still.decode(path: media.path("photo.png"))
    let frame = try compositor.frame(7)
    for y in 0..<90 { for x in 0..<160 { #expect(frame.luma[x, y] == source.luma[x, y]) } }
  }

  @Test(arguments: [Fit.fill, .fit, .blurPad, .crop])
  func fitsCoverTheCanvasAsTheirNamesSay(fit: Fit) throws {
    let media = try TestMedia()
    try media.footage("tall.mp4", frames: 3, size: PixelSize(width: 48, height: 80)) { _ in 180 }
    let compositor = try compositor(
      .film([.clip("tall", for: 100, style: SegmentStyle(fit: fit))]), media)
    let frame = try compositor.frame(1).luma
    #expect((Int(frame[80, 45]) - 180).magnitude <= 2)
    switch fit {
    case .fill: #expect((Int(frame[2, 2]) - 180).magnitude <= 2)
    case .fit: #expect(frame[2, 45] == 16 && frame[80, 1] > 170)
    case .blurPad: #expect(frame[2, 45] > 90 && frame[2, 45] < 170)
    case .crop: #expect(frame[80, 1] == 16 && frame[2, 45] == 16 && frame[80, 10] > 170)
    }
  }

  @Test func upperTracksHideLowerOnesWhereTheyAreOpaque() throws {
    let media = try TestMedia()
    try media.footage("below.mp4", frames: 30) { _ in 60 }
    try media.footage("above.mp4", frames: 30, size: PixelSize(width: 90, height: 90)) { _ in 200 }
    var draft = Draft.film([.clip("below", for: 1000)])
    draft.tracks.append(
      Track(
        id: "t9", kind: .video,
        segments: [
          .clip("above", id: "s9", start: 500, for: 500, style: SegmentStyle(fit: .fit))
        ]))
    let compositor = try compositor(draft, media)
    #expect((Int(try compositor.frame(10).luma[80, 45]) - 60).magnitude <= 2)
    let both = try compositor.frame(20).luma
    #expect((Int(both[80, 45]) - 200).magnitude <= 2)
    #expect((Int(both[3, 45]) - 60).magnitude <= 2)
  }

  @Test func alphaLetsTheBackgroundThrough() throws {
    let media = try TestMedia()
    let picture = TestMedia.texture(TestMedia.size, tint: 0)
    let alpha = Plane(size: TestMedia.size, filledWith: 0)
    alpha.fill(PixelRect(x: 0, y: 0, width: 80, height: 90), with: 255)
    try PNG.write(
      Picture(luma: picture.luma, cb: picture.cb, cr: picture.cr, alpha: alpha),
      to: media.path("cut.png"))
    var draft = Draft.film([.clip("cut", for: 1000)])
    draft.canvas.background = "#FFFFFF"
    let frame = try compositor(draft, media).frame(3)
    #expect(frame.luma[120, 40] == 235)
    #expect((Int(frame.luma[30, 40]) - Int(picture.luma[30, 40])).magnitude <= 2)
  }

  @Test(arguments: Transition.Kind.allCases)
  func transitionsBeginWithTheFirstAndEndWithTheSecond(kind: Transition.Kind) throws {
    let media = try TestMedia()
    try media.footage("a.mp4", frames: 60) { _ in 60 }
    try media.footage("b.mp4", frames: 60) { _ in 180 }
    let style = SegmentStyle(transition: Transition(kind: kind, duration: kind == .cut ? 0 : 1000))
    let second: Milliseconds = kind == .cut ? 2000 : 1000
    let draft = Draft.film([
      .clip("a", for: 2000, style: style), .clip("b", id: "s2", start: second, for: 2000),
    ])
    let compositor = try compositor(draft, media)
    let first = Int((Double(second.count) / 1000 * 30).rounded())
    #expect((try compositor.frame(first - 1).luma.mean - 60).magnitude < 1)
    let last = try compositor.frame(kind == .cut ? first : first + 30)
    #expect((last.luma.mean - 180).magnitude < 1)
    guard kind != .cut else { return }
    #expect((try compositor.frame(first).luma.mean - 60).magnitude < 12)
    #expect((try compositor.frame(first + 29).luma.mean - 180).magnitude < 12)
    let middle = try compositor.frame(first + 15).luma.mean
    switch kind {
    case .dipBlack: #expect(middle < 30)
    case .dipWhite: #expect(middle > 220)
    default: #expect((middle - 120).magnitude < 12)
    }
  }

  @Test("A fade shows what lies beneath; one of the sound alone doesn't")
  func fadesShowWhatLiesBeneath() throws {
    let media = try TestMedia()
    try media.footage("a.mp4", frames: 90) { _ in 180 }
    var style = SegmentStyle(fadeIn: 1000, fadeOut: 1000)
    func means(_ frames: Int...) throws -> [Double] {
      let draft = Draft.film([.clip("a", for: 3000, style: style)])
      let compositor = try compositor(draft, media)
      return try frames.map { try compositor.frame($0).luma.mean }
    }
    let faded = try means(0, 15, 45, 74, 89)
    for (mean, wanted) in zip(faded, [19, 101, 180, 101, 19]) {
      #expect((mean - Double(wanted)).magnitude < 4, "\(faded)")
    }
    style.setFadesSoundOnly(true, at: .start)
    let plain = try means(0, 89)
    #expect((plain[0] - 180).magnitude < 1 && plain[1] < 30, "\(plain)")
  }

  @Test("Where a transition leads into a clip, the clip fades by nothing else")
  func aTransitionIsTheFade() throws {
    let media = try TestMedia()
    try media.footage("a.mp4", frames: 60) { _ in 180 }
    let fades = SegmentStyle(
      transition: Transition(kind: .dissolve, duration: 1000), fadeIn: 500, fadeOut: 1000)
    let draft = Draft.film([
      .clip("a", for: 2000, style: fades),
      .clip("a", id: "s2", start: 1000, for: 2000, style: SegmentStyle(fadeIn: 1000)),
    ])
    let compositor = try compositor(draft, media)
    #expect((try compositor.frame(45).luma.mean - 180).magnitude < 1)
  }

  @Test func titlesTouchOnlyTheirRectangle() throws {
    let media = try TestMedia()
    try media.footage("clip.mp4", frames: 60, size: PixelSize(width: 640, height: 360)) { _ in 60 }
    let title = Segment(
      id: "x", text: "Hello", start: 0, duration: 2000,
      style: SegmentStyle(text: TextStyle(entrance: TextStyle.Animation.none)))
    let draft = Draft.film(
      [.clip("clip", for: 2000)], size: PixelSize(width: 640, height: 360), titles: [title])
    let frame = try compositor(draft, media).frame(20).luma
    let bright = frame.count { $0 > 200 }
    #expect(bright > 200 && bright < 640 * 360 / 8)
    #expect((Int(frame[4, 4]) - 60).magnitude <= 1 && (Int(frame[635, 355]) - 60).magnitude <= 1)
  }

  @Test func aMissingGlyphIsSaid() throws {
    let media = try TestMedia()
    try media.still("photo.png")
    let title = Segment(id: "x", text: "a\u{10FFFD}b", start: 0, duration: 900)
    let planner = try FilmPlanner(
      .film([.clip("photo", for: 1000)], titles: [title]), library: media.library, size: nil,
      seed: 1)
    #expect(try planner.plan().notes.contains { $0.contains("\u{10FFFD}") })
  }
}

extension Plane {
  fileprivate func count(where matches: (UInt8) -> Bool) -> Int {
    var count = 0
    for y in 0..<height { for x in 0..<width where matches(self[x, y]) { count += 1 } }
    return count
  }
}
