import MediaTime
import Pixels
import Testing
import Timeline

@testable import Render

/// Frames of small films, as they were when somebody last looked at them.
@Suite struct GoldenFilmTests {
  private func frame(
    _ index: Int, of segments: [Segment], size: PixelSize = TestMedia.size
  ) throws -> Picture {
    let media = try TestMedia()
    try media.still("a.png", size: PixelSize(width: 320, height: 200))
    try media.still("b.png", size: PixelSize(width: 120, height: 160), tint: 90)
    let planner = try FilmPlanner(
      .film(segments, size: size), library: media.library, size: nil, seed: 7)
    let plan = try planner.plan()
    let compositor = Compositor(plan, stills: StillCache(plan))
    let frame = try compositor.frame(index)
    let copy = Picture(size: frame.size)
    copy.copy(frame, in: PixelRect(frame.size))
    return copy
  }

  @Test(arguments: [
    CameraMove.Kind.pushIn, .panRight, .tiltUp, .rollClockwise, .dutch, .orbitLeft, .craneUp,
    .handheld, .kenBurns, .drone,
  ])
  func moves(kind: CameraMove.Kind) throws {
    let style = SegmentStyle(motion: [CameraMove(kind)])
    let late = try frame(24, of: [.clip("a", for: 1000, style: style)])
    try expectGolden(late, named: "move-\(kind.rawValue)")
  }

  @Test(arguments: [
    Transition.Kind.dissolve, .wipeLeft, .wipeDown, .slideLeft, .slideUp, .dipWhite,
  ])
  func transitions(kind: Transition.Kind) throws {
    let style = SegmentStyle(transition: Transition(kind: kind, duration: 1000))
    let passing = try frame(
      41,
      of: [
        .clip("a", for: 2000, style: style), .clip("b", id: "s2", start: 1000, for: 2000),
      ])
    try expectGolden(passing, named: "transition-\(kind.rawValue)")
  }

  @Test(arguments: Fit.allCases)
  func fits(fit: Fit) throws {
    let still = try frame(3, of: [.clip("b", for: 1000, style: SegmentStyle(fit: fit))])
    try expectGolden(still, named: "fit-\(fit.rawValue)")
  }
}
