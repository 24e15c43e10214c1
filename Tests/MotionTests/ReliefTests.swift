import MediaTime
import Pixels
import Testing

@testable import Motion

private let frame = PixelSize(width: 320, height: 180)
private let second = MediaTime(seconds: 1)

private func path(
  _ moves: [CameraMotion.Change], parallax: Double = 1, picture: PixelSize = frame
) -> CameraPath {
  CameraPath(
    moves: moves.map { CameraMotion($0, ease: .linear) }, duration: second, frame: frame,
    picture: picture, parallax: parallax)
}

private func drawn(_ shot: ReliefShot, _ share: Int64, of whole: Int64 = 8) -> Picture {
  let target = Picture(size: frame, filledWith: .white)
  shot.draw(at: MediaTime(share, over: whole), onto: target, in: PixelRect(frame))
  return target
}

@Suite struct ReliefTests {
  @Test func whatHidesWeatherIsAsSharpAsItIsKnown() {
    let picture = Picture(size: frame, filledWith: .white)
    let size = PixelSize(width: 64, height: 36)
    var layer = LayeredPicture.Layer(picture, disparity: Field(size: size, repeating: 0.5))
    layer.sharpDisparity = Field(size: size) { x, _ in x < 32 ? 0 : 1 }
    let seen = ReliefShot(LayeredPicture([layer]), path: path([])).disparity(at: .zero, cell: 4)
    #expect(seen[seen.width / 2 - 2, 0] < 0.1 && seen[seen.width / 2 + 2, 0] > 0.9)
  }

  @Test func noMotionReturnsTheSource() {
    let picture = DrawnPictures.ball()
    let relief = Field(size: PixelSize(width: 32, height: 18)) { x, y in Float(x + y) / 48 }
    let shot = ReliefShot(
      LayeredPicture([.init(picture, disparity: relief)]), path: path([], parallax: 1))
    #expect(drawn(shot, 3).samples == picture.samples)
  }

  /// Near, middle and far planes move by as much as their disparity says.
  @Test(arguments: [(Float(0.5), 1.0), (0, 0.5), (1, 1.5)])
  func planesMoveAsTheirDepthAsks(disparity: Float, factor: Double) throws {
    let wide = PixelSize(width: 480, height: 270)
    let texture = WaveTexture(seed: 4)
    let picture = Picture(
      luma: texture.plane(wide), cb: Plane(size: wide.halved, filledWith: 128),
      cr: Plane(size: wide.halved, filledWith: 128))
    let path = path([.travel(x: 0.04, y: 0)], picture: wide)
    #expect(path.parallax == 1)
    let shot = ReliefShot(LayeredPicture([.init(picture, disparity: disparity)]), path: path)
    let (first, last) = (drawn(shot, 0), drawn(shot, 8))
    let moved = try #require(
      (0...4000).map { Double($0) / 100 - 20 }.min {
        Self.mismatch(first, last, by: $0) < Self.mismatch(first, last, by: $1)
      })
    let asked = -0.04 * Double(frame.width) * factor
    #expect(abs(moved - asked) < max(0.01 * asked.magnitude, 0.06), "\(moved), asked \(asked)")
  }

  /// How unlike `last` is `first` moved across by `shift` pixels.
  private static func mismatch(_ first: Picture, _ last: Picture, by shift: Double) -> Double {
    let whole = Int(shift.rounded(.down))
    let part = shift - Double(whole)
    var sum = 0.0
    for y in stride(from: 10, to: 170, by: 5) {
      for x in 40..<280 {
        let at = x - whole
        let value = Double(first.luma[at, y]) * (1 - part) + Double(first.luma[at - 1, y]) * part
        sum += (value - Double(last.luma[x, y])) * (value - Double(last.luma[x, y]))
      }
    }
    return sum
  }

  @Test(arguments: [
    CameraMotion.Change.zoom(from: 1, to: 1.3, about: .center), .slide(x: 0.3, y: 0.1),
    .travel(x: 0.2, y: 0.1), .dolly(scale: 1.5), .orbit(yaw: 14, pitch: 0),
  ])
  func noPathLooksPastThePictureWhateverTheDepth(change: CameraMotion.Change) {
    let path = path([change], parallax: 2)
    for step in 0...20 {
      let pose = path.pose(at: MediaTime(Int64(step), over: 20))
      for disparity in [Float(0), 1] {
        let search = ReliefSearch(
          pose, parallax: path.parallax, frame: frame, picture: frame)
        let field = Field(size: PixelSize(width: 1, height: 1), repeating: disparity)
        for (x, y) in [(0.0, 0.0), (320, 0), (0, 180), (320, 180)] {
          let place = search.place(x, y, on: field)
          #expect(place.x > -0.01 && place.x < 320.01 && place.y > -0.01 && place.y < 180.01)
        }
      }
    }
  }

  @Test func driftStaysWithinThreeHundredths() {
    let path = path([.slide(x: 2, y: 0)], parallax: 2)
    let drift = path.pose(at: second).drift(0, 0, frame: frame, picture: frame)
    let most = path.parallax * drift.x.magnitude / 2
    #expect(most <= 0.0301 * 320 && path.parallax < 2)
  }

  @Test func aLayerCoversWhatLiesBehindAndNoHoleShows() {
    let analysis = PictureAnalysis(DrawnPictures.hills())
    let (layers, layout) = LayeredPicture.layers(of: DrawnPictures.hills(), analysis)
    #expect(layout == .cut(along: [.sky]) && layers.layers.count == 2)
    let target = Picture(size: frame, filledWith: YCbCr(y: 16, cb: 240, cr: 240))
    let shot = ReliefShot(layers, path: path([.slide(x: 0.3, y: 0)]))
    shot.draw(at: second, onto: target, in: PixelRect(frame))
    #expect(!target.samples[180...].joined().contains { $0 > 200 }, "a hole shows through")
  }

  @Test func theSameFrameWhoeverDrawsItFirst() {
    let picture = DrawnPictures.hills()
    let layers = LayeredPicture.layers(of: picture, PictureAnalysis(picture)).picture
    let (one, other) = (
      ReliefShot(layers, path: path([.slide(x: 0.2, y: 0)])),
      ReliefShot(layers, path: path([.slide(x: 0.2, y: 0)]))
    )
    _ = drawn(one, 1)
    #expect(drawn(one, 5).samples == drawn(other, 5).samples)
  }

  @Test func framesLieOverTheSubjectAndMovesGoThere() {
    let tall = PixelSize(width: 400, height: 800)
    let plain = CameraPath(moves: [], duration: second, frame: frame, picture: tall)
    #expect(plain.isCropped)
    let aimed = plain.aimed(at: UnitPoint(x: 0.5, y: 0.2))
    let top = aimed.projection(at: .zero).apply(0, 0).y
    #expect(top > 20 && top < plain.projection(at: .zero).apply(0, 0).y)
    let highest = plain.aimed(at: UnitPoint(x: 0.5, y: 0)).projection(at: .zero).apply(0, 0).y
    #expect(highest >= -1e-6)
  }

  @Test func focusGoesFromFarToNear() {
    let picture = DrawnPictures.made(frame) { x, y in
      YCbCr(y: Int(x * 80) % 2 == Int(y * 40) % 2 ? 60 : 180, cb: 128, cr: 128)
    }
    let relief = Field(size: PixelSize(width: 64, height: 36)) { x, _ in x < 32 ? 0 : 0.9 }
    let shot = ReliefShot(
      LayeredPicture([.init(picture, disparity: relief)]),
      path: path([.rackFocus(from: 0, to: 0.9, aperture: 0.04)]))
    let (first, last) = (drawn(shot, 0), drawn(shot, 8))
    func detail(_ picture: Picture, _ columns: Range<Int>) -> Int {
      (20..<160).reduce(0) { sum, y in
        columns.reduce(sum) { $0 + abs(Int(picture.luma[$1 + 1, y]) - Int(picture.luma[$1, y])) }
      }
    }
    #expect(detail(first, 10..<100) > 2 * detail(last, 10..<100))
    #expect(detail(last, 210..<300) > 2 * detail(first, 210..<300))
  }
}
