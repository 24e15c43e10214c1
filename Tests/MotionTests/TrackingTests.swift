import Foundation
import MediaTime
import Pixels
import Testing

@testable import Motion

private let size = PixelSize(width: 480, height: 270)
private let texture = WaveTexture(seed: 11)
private let still = texture.plane(size)

private let motions = [
  Similarity(), Similarity(x: 0.25, y: -0.4), Similarity(x: 7.3, y: 2.6),
  Similarity(scale: 1.002), Similarity(scale: 1.12), Similarity(scale: 0.9),
  Similarity(rotation: 0.3), Similarity(rotation: -5),
  Similarity(scale: 1.05, rotation: 2, x: -12.5, y: 9.2),
  Similarity(scale: 0.95, rotation: -1, x: 15, y: -4),
]

extension MotionEstimate {
  /// The farthest that a corner lies from where `motion` has it.
  func error(from motion: Similarity, in size: PixelSize) -> Double {
    let (x, y) = (Double(size.width) / 2, Double(size.height) / 2)
    return [(x, y), (-x, y), (x, -y), (-x, -y), (0, 0)].map { corner in
      let (found, wanted) = (
        self.motion.apply(corner.0, corner.1), motion.apply(corner.0, corner.1)
      )
      return
        ((found.x - wanted.x) * (found.x - wanted.x)
        + (found.y - wanted.y) * (found.y - wanted.y)).squareRoot()
    }.max() ?? 0
  }
}

@Suite struct TrackingTests {
  @Test(arguments: motions)
  func motionsAreMeasuredToAHundredthOfAPixel(motion: Similarity) throws {
    let estimate = try #require(
      MotionTracker.measure(from: still, to: texture.plane(size, after: motion)))
    #expect((estimate.motion.x - motion.x).magnitude < 0.01)
    #expect((estimate.motion.y - motion.y).magnitude < 0.01)
    #expect((estimate.motion.scale - motion.scale).magnitude < 0.0001)
    #expect((estimate.motion.rotation - motion.rotation).magnitude < 0.005)
    #expect(estimate.confidence > 0.9)
  }

  @Test func fullHighDefinitionIsMeasuredToo() throws {
    let large = PixelSize(width: 1920, height: 1080)
    let motion = Similarity(scale: 1.03, rotation: 0.4, x: 3.21, y: -1.4)
    let texture = WaveTexture(seed: 5, count: 13)
    let estimate = try #require(
      MotionTracker.measure(
        from: texture.plane(large), to: texture.plane(large, after: motion)))
    #expect((estimate.motion.x - motion.x).magnitude < 0.03)
    #expect((estimate.motion.y - motion.y).magnitude < 0.03)
    #expect((estimate.motion.scale - motion.scale).magnitude < 0.0001)
    #expect((estimate.motion.rotation - motion.rotation).magnitude < 0.005)
  }

  @Test(arguments: motions)
  func thereAndBackIsNoChange(motion: Similarity) {
    let round = motion.inverse.after(motion)
    #expect((round.scale - 1).magnitude < 1e-12 && round.rotation.magnitude < 1e-9)
    #expect(round.x.magnitude < 1e-9 && round.y.magnitude < 1e-9)
  }

  @Test func lightThatChangesIsNoMotion() throws {
    let motion = Similarity(scale: 1.04, x: 2.2)
    let darker = texture.plane(size, after: motion).changed { _, _, value in 0.55 * value + 30 }
    let estimate = try #require(MotionTracker.measure(from: still, to: darker))
    #expect(estimate.error(from: motion, in: size) < 0.03)
  }

  @Test func noiseIsNoMotion() throws {
    let motion = Similarity(scale: 1.02, x: -3.4, y: 1)
    let estimate = try #require(
      MotionTracker.measure(
        from: still.noisy(5, seed: 1), to: texture.plane(size, after: motion).noisy(5, seed: 2)))
    #expect(estimate.error(from: motion, in: size) < 0.06)
    #expect(estimate.confidence > 0.7)
  }

  @Test(arguments: [0.5, 2, 8, 20])
  func aTitleThatStandsAndASubjectThatGoesDoNotPull(distance: Double) throws {
    let motion = Similarity(scale: 1.01, x: distance)
    let subject = WaveTexture(seed: 77)
    func scene(_ camera: Similarity, subjectAt x: Double) -> Plane {
      let own = subject.plane(size, after: Similarity(x: x, y: 0.6 * x))
      return texture.plane(size, after: camera).changed { column, row, value in
        if (200..<290).contains(row), column > 60, column < 420, row < 230 {
          return (column / 6 + row / 9) % 2 == 0 ? 235 : 16
        }
        let (dx, dy) = (Double(column) - 150 - x, Double(row) - 90)
        return dx * dx + dy * dy < 45 * 45 ? Double(own.row(row)[column]) : value
      }
    }
    let estimate = try #require(
      MotionTracker.measure(
        from: scene(.identity, subjectAt: 0), to: scene(motion, subjectAt: -distance)))
    #expect(estimate.error(from: motion, in: size) < 0.12, "\(estimate)")
    #expect(estimate.confidence < 0.99)
  }

  @Test func picturesThatTellNothingAreUnknown() {
    let flat = Plane(size: size, filledWith: 90)
    let ramp = flat.changed { x, _, _ in 30 + Double(x) / 4 }
    let stripes = flat.changed { x, _, _ in 120 + 60 * sin(Double(x) / 5) }
    let other = WaveTexture(seed: 99).plane(size)
    #expect(MotionTracker.measure(from: flat, to: flat) == nil)
    #expect(MotionTracker.measure(from: ramp, to: ramp) == nil)
    #expect(MotionTracker.measure(from: stripes, to: stripes) == nil)
    #expect(MotionTracker.measure(from: still, to: flat) == nil)
    #expect(MotionTracker.measure(from: still, to: other) == nil)
  }

  @Test(arguments: [
    PixelSize(width: 2, height: 2), PixelSize(width: 7, height: 3), PixelSize(width: 64, height: 1),
    PixelSize(width: 1, height: 64), PixelSize(width: 33, height: 31),
  ])
  func smallPicturesAreNoTrouble(size: PixelSize) {
    let plane = WaveTexture(seed: 3).plane(size)
    if let estimate = MotionTracker.measure(from: plane, to: plane) {
      #expect(estimate.error(from: .identity, in: size) < 0.01)
    }
    let meter = MotionMeter()
    for _ in 0..<5 { meter.add(plane) }
    #expect(meter.finish().map(\.frameCount) == [5])
  }

  @Test func aLongPanIsComposedOfAnchors() throws {
    let tracker = MotionTracker()
    var last: MotionEstimate?
    for index in 0..<80 {
      let motion = Similarity(rotation: 0.1 * Double(index), x: 12.3 * Double(index))
      last = tracker.follow(texture.plane(size, after: motion))
      #expect(last != nil, "frame \(index)")
    }
    let wanted = Similarity(rotation: 7.9, x: 12.3 * 79)
    #expect(try #require(last).error(from: wanted, in: size) < 0.5)
  }

  @Test func whatACameraPathAsksIsMeasured() throws {
    let path = CameraPath(
      moves: [CameraMotion(.zoom(from: 1, to: 1.12, about: .center))],
      duration: MediaTime(seconds: 1), frame: size, picture: size)
    let source = Picture(
      luma: texture.plane(size), cb: Plane(size: size.halved, filledWith: 128),
      cr: Plane(size: size.halved, filledWith: 128))
    let shot = StillShot(source, path: path)
    let meter = MotionMeter()
    for index in 0...30 {
      let frame = Picture(size: size)
      shot.draw(at: MediaTime(Int64(index), over: 30), onto: frame, in: PixelRect(size))
      meter.add(frame.luma)
    }
    let report = try #require(meter.finish().first)
    #expect((report.scale - 1.12).magnitude < 0.0005)
    #expect(report.measuredFrames == 31 && report.reversals == 0)
    #expect(report.shiftX.magnitude < 0.0002 && report.rotation.magnitude < 0.01)
  }
}
