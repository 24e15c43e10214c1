import MediaTime
import Pixels
import Testing

@testable import Motion

private let frame = PixelSize(width: 480, height: 270)
private let frameDuration = MediaTime(1, over: 30)
private let second = MediaTime(seconds: 1)

@Suite struct ShutterTests {
  private static func path(
    _ change: CameraMotion.Change, span: ClosedRange<Double> = 0...1, parallax: Double = 0
  ) -> CameraPath {
    CameraPath(
      moves: [CameraMotion(change, ease: .linear, span: span)], duration: second, frame: frame,
      picture: frame, parallax: parallax)
  }

  /// At linear speed, what a move asks is what it travels, in pixels of 1080.
  @Test(arguments: [
    (CameraMotion.Change.travel(x: 0.3, y: 0), 0.3 * 1920), (.travel(x: 0, y: -0.2), 0.2 * 1080),
    (.slide(x: 0.4, y: 0), 0),
  ])
  func travelIsWhatIsAsked(change: CameraMotion.Change, pixels: Double) {
    let travel = Self.path(change).travel(from: .zero, to: second)
    #expect(abs(travel - pixels) <= 0.01 * pixels + 1e-6, "\(travel)")
  }

  @Test func depthAddsToTravel() {
    let flat = Self.path(.slide(x: 0.02, y: 0))
    let deep = Self.path(.slide(x: 0.02, y: 0), parallax: 1)
    #expect(flat.travel(from: .zero, to: second) == 0)
    #expect(deep.travel(from: .zero, to: second) > 0.005 * 1920)
  }

  @Test(arguments: [
    (CameraMotion.Change.travel(x: 0.5, y: 0), 0.3...0.7, true),
    (.zoom(from: 1, to: 1.6, about: .center), 0.3...0.7, true),
    (.travel(x: 0.05, y: 0), 0...1, false),
    (.zoom(from: 1, to: 1.12, about: .center), 0...1, false),
  ])
  func onlyQuickShotsNeedIt(
    change: CameraMotion.Change, span: ClosedRange<Double>, isNeeded: Bool
  ) {
    let path = Self.path(change, span: span)
    let shutter = Shutter(frameDuration: frameDuration)
    #expect(shutter.isNeeded(over: second) { path.travel(from: $0, to: $1) } == isNeeded)
  }

  private static func exposed(
    _ shot: StillShot, at time: MediaTime, moments: inout Int
  ) -> Picture {
    let target = Picture(size: frame, filledWith: .white)
    var count = 0
    Shutter(frameDuration: frameDuration).expose(
      at: time, of: second, travel: { shot.path.travel(from: $0, to: $1) }, onto: target,
      in: PixelRect(frame)
    ) {
      count += 1
      shot.draw(at: $0, onto: $1, in: $2)
    }
    moments = count
    return target
  }

  @Test func whatStandsInAQuickShotIsDrawnOnceAndTheSame() {
    let shot = StillShot(
      DrawnPictures.ball(frame), path: Self.path(.travel(x: 0.5, y: 0), span: 0.3...0.7))
    var moments = 0
    let exposed = Self.exposed(shot, at: MediaTime(1, over: 10), moments: &moments)
    let sharp = Picture(size: frame)
    shot.draw(at: MediaTime(1, over: 10), onto: sharp, in: PixelRect(frame))
    #expect(moments == 1 && exposed.samples == sharp.samples)
  }

  /// A thin bright line on black becomes a streak as long as half the way to the next frame.
  @Test func aStreakIsHalfTheWayLong() {
    let line = DrawnPictures.made(frame) { x, _ in
      YCbCr(y: abs(x - 0.5) * 480 < 2 ? 235 : 16, cb: 128, cr: 128)
    }
    let shot = StillShot(line, path: Self.path(.travel(x: 0.5, y: 0), span: 0.3...0.7))
    var moments = 0
    let exposed = Self.exposed(shot, at: MediaTime(1, over: 2), moments: &moments)
    let lit = (0..<480).filter { exposed.luma[$0, 135] > 24 }.count
    let way = 0.5 * 480 / (0.4 * 30)
    #expect(moments > 4 && abs(Double(lit) - (way / 2 + 4 * shot.path.margin)) < 5, "\(lit)")
    let sum = (0..<480).reduce(0.0) { sum, x in
      sum + Double(Int(exposed.luma[x, 135]) - 16) * Double(Int(exposed.luma[x, 135]) - 16)
    }
    let light = 219.0 * 219 * 4 * shot.path.margin
    #expect(abs(sum / light - 1) < 0.1, "light is kept: \(sum / light)")
  }

  @Test func picturesOfOneKindComeBackAsTheyWere() {
    let picture = DrawnPictures.ball(frame)
    var exposure = Exposure(size: frame)
    for _ in 0..<5 { exposure.add(picture) }
    let target = Picture(size: frame, filledWith: .white)
    exposure.develop(onto: target)
    #expect(target.samples == picture.samples)
  }

  @Test func piecesThatFlyAreQuickThoughTheCameraStands() {
    let still = CameraPath(moves: [], duration: second, frame: frame, picture: frame)
    let picture = DrawnPictures.ball(frame)
    func shot(_ kind: SubjectEffect.Kind) -> EffectShot {
      EffectShot(picture, PictureAnalysis(picture), effect: SubjectEffect(kind), path: still)
    }
    let (time, next) = (MediaTime(3, over: 10), MediaTime(10, over: 30))
    #expect(shot(.explode).travel(from: time, to: next) > Shutter.quick)
    #expect(shot(.levitate).travel(from: time, to: next) == 0)
  }
}
