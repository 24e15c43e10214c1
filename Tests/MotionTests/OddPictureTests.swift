import MediaTime
import Pixels
import Testing

@testable import Motion

/// Pictures that no photographer would send, and that come all the same.
enum OddPicture: String, CaseIterable, Sendable {
  case blank, noise, scan, logo, panorama, tower, line, dot, checkers, halves, black

  func picture() -> Picture {
    switch self {
    case .blank: Picture(size: Self.size, filledWith: .white)
    case .black: Picture(size: Self.size, filledWith: .black)
    case .noise: Self.made(Self.size) { x, y in UInt8(16 + Chance(seed: 4).bits(x, y) % 220) }
    case .scan: Self.made(Self.size) { x, y in x % 5 < 2 && y % 9 < 4 && x > 30 ? 40 : 230 }
    case .logo: Self.withAlpha
    case .panorama: DrawnPictures.hills(PixelSize(width: 1200, height: 60))
    case .tower: DrawnPictures.ball(PixelSize(width: 60, height: 1200))
    case .line: Self.made(PixelSize(width: 400, height: 1)) { x, _ in UInt8(16 + x % 200) }
    case .dot: Self.made(PixelSize(width: 1, height: 1)) { _, _ in 99 }
    case .checkers: Self.made(Self.size) { x, y in (x + y) % 2 == 0 ? 16 : 235 }
    case .halves: Self.made(Self.size) { x, _ in x < 160 ? 30 : 200 }
    }
  }

  private static let size = PixelSize(width: 320, height: 180)

  private static func made(_ size: PixelSize, _ level: (Int, Int) -> UInt8) -> Picture {
    let picture = Picture(size: size, filledWith: YCbCr(y: 0, cb: 128, cr: 128))
    for y in 0..<size.height { for x in 0..<size.width { picture.luma[x, y] = level(x, y) } }
    return picture
  }

  private static var withAlpha: Picture {
    let ball = DrawnPictures.ball(size)
    let alpha = Plane(size: size, filledWith: 0)
    for y in 40..<140 { for x in 90..<230 { alpha[x, y] = 255 } }
    return Picture(luma: ball.luma, cb: ball.cb, cr: ball.cr, alpha: alpha)
  }
}

@Suite struct OddPictureTests {
  private static let frame = PixelSize(width: 160, height: 90)

  /// Every sample is drawn: what was there before shows nowhere.
  private static func isWhole(_ draw: (Picture) -> Void) -> Bool {
    let (one, other) = (
      Picture(size: frame, filledWith: YCbCr(y: 1, cb: 1, cr: 1)),
      Picture(size: frame, filledWith: YCbCr(y: 254, cb: 254, cr: 254))
    )
    draw(one)
    draw(other)
    return one.samples == other.samples
  }

  private static func path(_ picture: Picture) -> CameraPath {
    CameraPath(
      moves: [
        CameraMotion(.slide(x: 0.3, y: 0.1)),
        CameraMotion(.zoom(from: 1, to: 1.2, about: .center)),
      ], duration: MediaTime(seconds: 1), frame: frame, picture: picture.size, parallax: 1)
  }

  @Test(arguments: OddPicture.allCases)
  func analysisIsSensible(odd: OddPicture) {
    let analysis = PictureAnalysis(odd.picture())
    for confidence in [
      analysis.depthConfidence, analysis.subjectConfidence, analysis.skyConfidence,
    ] { #expect((0...1).contains(confidence)) }
    #expect(analysis.disparity.values.allSatisfy { $0 > -1e-4 && $0 < 1.0001 })
    #expect(analysis.subject.values.allSatisfy { $0 >= 0 && $0 <= 1 })
    #expect(analysis.faces.isEmpty)
    if [.blank, .black, .noise, .dot].contains(odd) {
      #expect(analysis.depthConfidence == 0 && analysis.kind == .plain)
    }
  }

  @Test(arguments: OddPicture.allCases)
  func parallaxLeavesNoHole(odd: OddPicture) {
    let picture = odd.picture()
    let opaque = Picture(luma: picture.luma, cb: picture.cb, cr: picture.cr)
    let analysis = PictureAnalysis(picture)
    let everything = MovingRegion.Kind.allCases.map { (kind: $0, amount: 1.0) }
    let layers = LayeredPicture.layers(of: opaque, analysis, moving: everything).picture
    let shot = ReliefShot(layers, path: Self.path(opaque))
    for share in [0, 1, 3] {
      #expect(
        Self.isWhole { target in
          shot.draw(at: MediaTime(Int64(share), over: 3), onto: target, in: PixelRect(target.size))
        })
    }
  }

  @Test(arguments: OddPicture.allCases, MovingRegion.Kind.allCases)
  func everythingCanMove(odd: OddPicture, kind: MovingRegion.Kind) {
    let picture = odd.picture()
    let opaque = Picture(luma: picture.luma, cb: picture.cb, cr: picture.cr)
    let whole = Field(size: PixelSize(width: 16, height: 9), repeating: 1)
    let layers = LayeredPicture([.init(opaque, disparity: 0.5)])
      .moving([MovingRegion(kind, mask: whole, amount: 1)])
    let shot = ReliefShot(layers, path: Self.path(opaque))
    #expect(
      Self.isWhole { target in
        shot.draw(at: MediaTime(2, over: 5), onto: target, in: PixelRect(target.size))
      })
  }

  @Test(arguments: OddPicture.allCases, SubjectEffect.Kind.allCases)
  func everythingCanBeBroken(odd: OddPicture, kind: SubjectEffect.Kind) {
    let picture = odd.picture()
    let opaque = Picture(luma: picture.luma, cb: picture.cb, cr: picture.cr)
    let shot = EffectShot(
      opaque, PictureAnalysis(opaque), effect: SubjectEffect(kind), path: Self.path(opaque))
    #expect(
      Self.isWhole { target in
        shot.draw(at: MediaTime(3, over: 5), onto: target, in: PixelRect(target.size))
      })
  }

  @Test func aLogoKeepsItsAlpha() {
    let shot = StillShot(OddPicture.logo.picture(), path: Self.path(OddPicture.logo.picture()))
    #expect(shot.hasAlpha)
    let target = Picture(size: Self.frame, hasAlpha: true)
    shot.draw(at: .zero, onto: target, in: PixelRect(Self.frame))
    #expect(target.alpha.map { $0[80, 45] == 255 && $0[2, 2] == 0 } == true)
  }
}
