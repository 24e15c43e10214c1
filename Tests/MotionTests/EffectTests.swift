import MediaTime
import Pixels
import Testing

@testable import Motion

private let frame = PixelSize(width: 320, height: 180)

@Suite struct EffectTests {
  private static func drawn(
    _ kind: SubjectEffect.Kind, _ share: Int64, of picture: Picture = DrawnPictures.ball(),
    seed: UInt64 = 1
  ) -> Picture {
    let path = CameraPath(
      moves: [], duration: MediaTime(2, over: 1), frame: frame, picture: frame)
    let shot = EffectShot(
      picture, PictureAnalysis(picture), effect: SubjectEffect(kind, seed: seed), path: path)
    let target = Picture(size: frame, filledWith: .white)
    shot.draw(at: MediaTime(2 * share, over: 20), onto: target, in: PixelRect(frame))
    return target
  }

  private static func redness(_ picture: Picture) -> Int {
    picture.samples.suffix(90).joined().reduce(0) { $0 + max(0, Int($1) - 130) }
  }

  @Test(arguments: SubjectEffect.Kind.allCases)
  func theSubjectChangesAndTheRestStays(kind: SubjectEffect.Kind) {
    let picture = DrawnPictures.ball()
    let (first, later) = (Self.drawn(kind, 0), Self.drawn(kind, 12))
    #expect(first.difference(from: picture) < 30, "the picture is seen whole first")
    #expect(first.difference(from: later) > 40)
    #expect(later.samples[20].prefix(24) == first.samples[20].prefix(24) || kind == .explode)
  }

  @Test(arguments: [SubjectEffect.Kind.dissolve, .crumble])
  func whatGoesToDustIsGoneInTheEnd(kind: SubjectEffect.Kind) {
    #expect(Self.redness(Self.drawn(kind, 20)) * 5 < Self.redness(Self.drawn(kind, 0)))
  }

  @Test(arguments: [SubjectEffect.Kind.explode, .crumble, .dissolve])
  func piecesGoTheSameWayEachTime(kind: SubjectEffect.Kind) {
    #expect(Self.drawn(kind, 9).samples == Self.drawn(kind, 9).samples)
    #expect(Self.drawn(kind, 9).samples != Self.drawn(kind, 9, seed: 7).samples)
  }

  @Test func withoutASubjectTheWholePictureIsOne() {
    let plain = Picture(size: frame, filledWith: YCbCr(y: 120, cb: 100, cr: 150))
    let last = Self.drawn(.dissolve, 20, of: plain)
    #expect(last.luma[160, 90] == 16, "black lies behind")
  }
}

@Suite struct EffectDepthTests {
  /// Behind a ball that bursts a striped wall, sloping in depth, drifts with the camera.
  @Test func whatLiesBehindAnEffectDrifts() {
    let picture = DrawnPictures.ball(frame)
    let slope = Field(size: PixelSize(width: 32, height: 18)) { x, _ in Float(x) / 31 }
    let analysis = PictureAnalysis(picture).with(disparity: slope)
      .with(subject: PictureAnalysis(picture).subject)
    func drawn(parallax: Double) -> Picture {
      let path = CameraPath(
        moves: [CameraMotion(.slide(x: 0.3, y: 0))], duration: MediaTime(seconds: 2),
        frame: frame, picture: frame, parallax: parallax)
      let shot = EffectShot(
        picture, analysis, effect: SubjectEffect(.explode), path: path)
      let target = Picture(size: frame, filledWith: .white)
      shot.draw(at: MediaTime(6, over: 10), onto: target, in: PixelRect(frame))
      return target
    }
    let (flat, deep) = (drawn(parallax: 0), drawn(parallax: 1))
    let moved = (8..<312).filter { abs(Int(flat.luma[$0, 4]) - Int(deep.luma[$0, 4])) > 3 }
    #expect(moved.count > 20, "the wall drifts")
  }

  @Test func whatMovesBehindAnEffectMoves() {
    let picture = DrawnPictures.hills(frame)
    let path = CameraPath(
      moves: [], duration: MediaTime(seconds: 2), frame: frame, picture: frame)
    let whole = Field(size: PixelSize(width: 32, height: 18), repeating: 1)
    let mask = Field(size: PixelSize(width: 32, height: 18)) { x, y in x < 8 && y < 8 ? 1 : 0 }
    let shot = EffectShot(
      picture, PictureAnalysis(picture).with(subject: mask), effect: SubjectEffect(.levitate),
      path: path, moving: [MovingRegion(.water, mask: whole, amount: 1)])
    func drawn(_ tenths: Int64) -> Picture {
      let target = Picture(size: frame, filledWith: .white)
      shot.draw(at: MediaTime(tenths, over: 10), onto: target, in: PixelRect(frame))
      return target
    }
    let (first, later) = (drawn(0), drawn(7))
    #expect(first.samples[150] != later.samples[150])
  }
}
