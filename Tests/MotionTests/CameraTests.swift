import MediaTime
import Pixels
import Testing

@testable import Motion

private let frame = PixelSize(width: 192, height: 108)
private let second = MediaTime(seconds: 1)

private func path(
  _ moves: [CameraMotion.Change], picture: PixelSize = frame, ease: Ease = .linear
) -> CameraPath {
  CameraPath(
    moves: moves.map { CameraMotion($0, ease: ease) }, duration: second, frame: frame,
    picture: picture)
}

private let everyMove: [CameraMotion.Change] = [
  .zoom(from: 1, to: 1.15, about: .center), .zoom(from: 1.6, to: 1, about: .center),
  .zoom(from: 1, to: 1.3, about: UnitPoint(x: 0.2, y: 0.9)),
  .travel(x: 0.12, y: 0), .travel(x: -0.1, y: 0.2), .roll(from: 0, to: 6),
  .roll(from: -8, to: -8), .orbit(yaw: 12, pitch: 0), .orbit(yaw: -10, pitch: 6),
  .tremble(amplitude: 0.02, roll: 0.8, frequency: 7, seed: 3),
]

@Suite struct CameraTests {
  @Test(arguments: [Ease.linear, .easeIn, .easeOut, .inOut])
  func easesAreMonotoneFromNothingToAll(ease: Ease) {
    #expect(ease.progress(0) == 0 && ease.progress(1) == 1)
    #expect(ease.progress(-1) == 0 && ease.progress(2) == 1)
    let steps = (0...100).map { ease.progress(Double($0) / 100) }
    #expect(zip(steps, steps.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test(arguments: everyMove.indices, [frame, PixelSize(width: 400, height: 300)])
  func noPathLooksPastThePicture(move: Int, picture: PixelSize) {
    let path = path([everyMove[move], .travel(x: 0.02, y: 0.02)], picture: picture)
    for step in 0...97 {
      let map = path.projection(at: MediaTime(Int64(step), over: 97))
      for (x, y) in [(0, 0), (192, 0), (0, 108), (192, 108)] {
        let place = map.apply(Double(x), Double(y))
        #expect(place.x > -0.01 && place.x < Double(picture.width) + 0.01)
        #expect(place.y > -0.01 && place.y < Double(picture.height) + 0.01)
      }
    }
  }

  @Test(arguments: [0.06, 0.15, 0.6])
  func zoomsReachWhatWasAsked(amount: Double) {
    let path = path([.zoom(from: 1, to: 1 + amount, about: .center)], ease: .inOut)
    let first = path.projection(at: .zero)
    let last = path.projection(at: second)
    #expect((first.m00 / last.m00 - (1 + amount)).magnitude < 1e-9)
    #expect(path.margin == 1)
  }

  @Test func aZoomKeepsItsPointInPlace() {
    let path = path([.zoom(from: 1, to: 1.5, about: UnitPoint(x: 0.25, y: 0.75))])
    let places = [0, 1, 2, 3].map {
      path.projection(at: MediaTime($0, over: 3)).apply(48, 81)
    }
    for place in places {
      #expect((place.x - places[0].x).magnitude < 1e-9)
      #expect((place.y - places[0].y).magnitude < 1e-9)
    }
  }

  @Test func travelCrossesTheShareAsked() {
    let path = path([.travel(x: 0.12, y: 0)])
    let (first, last) = (path.projection(at: .zero), path.projection(at: second))
    let onScreen = (last.apply(0, 0).x - first.apply(0, 0).x) / first.m00
    #expect((onScreen - 0.12 * 192).magnitude < 1e-6)
    #expect(path.margin > 1.1 && path.margin < 1.14)
  }

  @Test func widerPicturesLendTheirSlackToAPan() {
    let wide = PixelSize(width: 240, height: 108)
    #expect(path([.travel(x: 0.12, y: 0)], picture: wide).margin == 1)
  }

  @Test func movesInTurnJoinWithoutAJump() {
    let moves = [
      CameraMotion(.travel(x: 0.1, y: 0), span: 0...0.5),
      CameraMotion(.zoom(from: 1, to: 1.2, about: .center), span: 0.5...1),
    ]
    let path = CameraPath(moves: moves, duration: second, frame: frame, picture: frame)
    let places = (0...300).map {
      path.projection(at: MediaTime(Int64($0), over: 300)).apply(0, 0).x
    }
    let steps = zip(places, places.dropFirst()).map { ($1 - $0).magnitude }
    #expect((steps.max() ?? 1) < 0.3)
  }

  @Test func tremblingDependsOnItsSeedAlone() {
    func place(_ seed: UInt64) -> Projection {
      path([.tremble(amplitude: 0.02, roll: 0.5, frequency: 2, seed: seed)])
        .projection(at: MediaTime(1, over: 3))
    }
    #expect(place(1) == place(1))
    #expect(place(1) != place(2))
  }
}

@Suite struct StillShotTests {
  private func dots(_ size: PixelSize) -> Picture {
    let picture = Picture(size: size, filledWith: .black)
    for y in 0..<size.height {
      for x in 0..<size.width {
        let (dx, dy) = (Double(x % 24) - 11.5, Double(y % 24) - 11.5)
        let light = 200 * gaussian((dx * dx + dy * dy) / (2 * 2.5 * 2.5))
        picture.luma[x, y] = UInt8(16 + light)
      }
    }
    return picture
  }

  private func gaussian(_ exponent: Double) -> Double {
    var (sum, term) = (1.0, 1.0)
    for k in 1..<40 {
      term *= -min(exponent, 6) / Double(k)
      sum += term
    }
    return exponent < 6 ? sum : 0
  }

  @Test func noMotionReturnsTheSourceExactly() {
    let picture = dots(frame)
    let shot = StillShot(picture, path: path([]))
    let target = Picture(size: frame)
    shot.draw(at: .zero, onto: target, in: PixelRect(frame))
    for y in 0..<frame.height {
      for x in 0..<frame.width { #expect(target.luma[x, y] == picture.luma[x, y]) }
    }
  }

  @Test(arguments: everyMove.indices)
  func theSameTimeGivesTheSamePicture(move: Int) {
    let picture = dots(PixelSize(width: 384, height: 240))
    let path = path([everyMove[move]], picture: picture.size)
    let (first, second) = (Picture(size: frame), Picture(size: frame))
    StillShot(picture, path: path)
      .draw(at: MediaTime(1, over: 3), onto: first, in: PixelRect(frame))
    StillShot(picture, path: path)
      .draw(at: MediaTime(1, over: 3), onto: second, in: PixelRect(frame))
    for y in 0..<frame.height {
      for x in 0..<frame.width { #expect(first.luma[x, y] == second.luma[x, y]) }
    }
  }

  /// A dot's centre of light near (x, y).
  private func centroid(_ plane: Plane, near x: Double, _ y: Double) -> (x: Double, y: Double) {
    var (sum, sx, sy) = (0.0, 0.0, 0.0)
    let (column, row) = (Int(x.rounded()), Int(y.rounded()))
    for j in max(0, row - 9)...min(plane.height - 1, row + 9) {
      for i in max(0, column - 9)...min(plane.width - 1, column + 9) {
        let weight = max(0, Double(plane[i, j]) - 20)
        sum += weight
        sx += weight * Double(i)
        sy += weight * Double(j)
      }
    }
    return (sx / sum, sy / sum)
  }

  @Test func aSlowZoomMovesSmoothly() throws {
    let picture = dots(frame)
    let path = CameraPath(
      moves: [CameraMotion(.zoom(from: 1, to: 1.15, about: .center), ease: .linear)],
      duration: MediaTime(seconds: 3), frame: frame, picture: frame)
    let shot = StillShot(picture, path: path)
    let target = Picture(size: frame)
    var places: [Double] = []
    for index in 0..<90 {
      let time = MediaTime(Int64(index), over: 30)
      shot.draw(at: time, onto: target, in: PixelRect(frame))
      let map = try #require(path.projection(at: time).inverse)
      // A dot left of the middle and above it: centred on sample 59.5, that is at 60.
      let expected = map.apply(60, 36)
      let found = centroid(target.luma, near: expected.x - 0.5, expected.y - 0.5)
      #expect((found.x + 0.5 - expected.x).magnitude < 0.05, "frame \(index)")
      places.append(found.x)
    }
    let speeds = zip(places, places.dropFirst()).map { $1 - $0 }
    #expect(speeds.allSatisfy { $0 < 0 }, "no reversal")
    let accelerations = zip(speeds, speeds.dropFirst()).map { ($1 - $0).magnitude }
    #expect(accelerations.reduce(0, +) / Double(accelerations.count) < 0.02)
  }
}
