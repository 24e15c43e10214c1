import MediaTime
import Pixels
import Testing

@testable import Motion

private let frame = PixelSize(width: 192, height: 108)
private let second = MediaTime(seconds: 1)

/// One thing that can be done to a picture.
enum Treatment: Hashable, Sendable, CustomTestStringConvertible {
  case effect(SubjectEffect.Kind)
  case air(Atmosphere.Kind)
  case look(FilmLook.Kind)
  case region(MovingRegion.Kind)
  case parallax, whip

  static let all: [Treatment] =
    SubjectEffect.Kind.allCases.map { .effect($0) } + Atmosphere.Kind.allCases.map { .air($0) }
    + FilmLook.Kind.allCases.filter { $0 != .lut }.map { .look($0) }
    + MovingRegion.Kind.allCases.map { .region($0) } + [.parallax, .whip]

  var testDescription: String { "\(self)" }

  /// Draws frames of it, in any order, from any task.
  func drawer() -> @Sendable (Int) -> [[UInt8]] {
    let picture = DrawnPictures.ball(frame)
    func path(_ change: CameraMotion.Change) -> CameraPath {
      CameraPath(
        moves: [CameraMotion(change)], duration: second, frame: frame, picture: frame,
        parallax: 1)
    }
    switch self {
    case .effect(let kind):
      let shot = EffectShot(
        picture, PictureAnalysis(picture), effect: SubjectEffect(kind),
        path: path(.slide(x: 0.3, y: 0)))
      return { Self.drawn($0, shot.draw(at:onto:in:)) }
    case .air(let kind):
      let air = Atmosphere([.init(kind, amount: 0.8)], size: frame, seed: 5)
      let depth = PictureAnalysis(picture).disparity
      return { index in
        let copy = Self.copy(of: picture)
        air.draw(onto: copy, disparity: depth, at: Self.time(of: index))
        return copy.samples
      }
    case .look(let kind):
      let look = FilmLook([.init(kind, amount: 0.8)], size: frame, seed: 5)
      return { index in
        let copy = Self.copy(of: picture)
        look.apply(to: copy, frame: index, at: Self.time(of: index))
        return copy.samples
      }
    case .region(let kind):
      let mask = Field(size: frame) { _, y in y > 50 ? 1 : 0 }
      let layers = LayeredPicture([.init(picture, disparity: 0.5)])
        .moving([MovingRegion(kind, mask: mask)])
      let shot = ReliefShot(layers, path: path(.slide(x: 0, y: 0)))
      return { Self.drawn($0, shot.draw(at:onto:in:)) }
    case .parallax:
      let layers = LayeredPicture.layers(of: picture, PictureAnalysis(picture)).picture
      let shot = ReliefShot(layers, path: path(.slide(x: 0.3, y: 0.1)))
      return { Self.drawn($0, shot.draw(at:onto:in:)) }
    case .whip:
      let shot = StillShot(picture, path: path(.travel(x: 0.9, y: 0)))
      let shutter = Shutter(frameDuration: MediaTime(1, over: 8))
      return { index in
        Self.drawn(index) { time, target, rect in
          shutter.expose(
            at: time, of: second, travel: shot.path.travel(from:to:), onto: target, in: rect,
            draw: shot.draw(at:onto:in:))
        }
      }
    }
  }

  private static func time(of index: Int) -> MediaTime { MediaTime(Int64(index), over: 8) }

  private static func drawn(
    _ index: Int, _ draw: (MediaTime, Picture, PixelRect) -> Void
  ) -> [[UInt8]] {
    let target = Picture(size: frame, filledWith: .white)
    draw(time(of: index), target, PixelRect(frame))
    return target.samples
  }

  private static func copy(of picture: Picture) -> Picture {
    let copy = Picture(size: frame)
    copy.copy(picture, in: PixelRect(frame))
    return copy
  }
}

@Suite struct InvariantTests {
  @Test(arguments: Treatment.all)
  func framesDependOnNothingButTheirMoment(treatment: Treatment) async {
    let forth = treatment.drawer()
    let frames = (0..<8).map(forth)
    #expect(frames[6] != DrawnPictures.ball(frame).samples, "something is done")
    let other = treatment.drawer()
    for index in (0..<8).reversed() { #expect(other(index) == frames[index]) }
    await withTaskGroup(of: (Int, [[UInt8]]).self) { group in
      for index in 0..<8 { group.addTask { (index, other(index)) } }
      for await (index, samples) in group { #expect(samples == frames[index]) }
    }
  }

  /// Looks that live: grain, weave, drifting light. All others stand.
  @Test(arguments: FilmLook.Kind.allCases.filter { $0 != .lut })
  func beforeGrainAStillStands(kind: FilmLook.Kind) {
    let draw = Treatment.look(kind).drawer()
    let lives: Set<FilmLook.Kind> = [.grain, .film, .lightLeak, .vintage]
    #expect(Set((0..<6).map(draw)).count == (lives.contains(kind) ? 6 : 1))
  }

  /// A region's loop: from the last frame to the first no more changes than between any two.
  @Test(arguments: MovingRegion.Kind.allCases)
  func aLoopsSeamIsNoLargerThanItsSteps(kind: MovingRegion.Kind) {
    let picture = Picture(
      luma: WaveTexture(seed: 9).plane(frame), cb: Plane(size: frame.halved, filledWith: 120),
      cr: Plane(size: frame.halved, filledWith: 130))
    let mask = Field(size: frame) { _, y in y > 50 ? 1 : 0 }
    let path = CameraPath(
      moves: [], duration: MediaTime(seconds: 4), frame: frame, picture: frame)
    let shot = ReliefShot(
      LayeredPicture([.init(picture, disparity: 0.5)]).moving([MovingRegion(kind, mask: mask)]),
      path: path)
    func drawn(_ index: Int) -> [Int] {
      let target = Picture(size: frame)
      shot.draw(at: MediaTime(Int64(index), over: 25), onto: target, in: PixelRect(target.size))
      return target.samples.prefix(target.size.height).joined().map(Int.init)
    }
    func step(_ first: [Int], _ second: [Int]) -> Double {
      Double(zip(first, second).reduce(0) { $0 + abs($1.0 - $1.1) }) / Double(first.count)
    }
    let frames = (0..<100).map(drawn)
    let steps = zip(frames, frames.dropFirst()).map(step)
    let seam = step(frames[99], frames[0])
    #expect(seam <= 1.02 * (steps.max() ?? 0), "\(seam), steps up to \(steps.max() ?? 0)")
  }

  @Test func aWrittenPageIsNeverBent() {
    let page = DrawnPictures.made(frame) { x, y in
      let isInk =
        Int(x * 160) % 3 == 0 && Int(y * 60) % 3 == 0 && x > 0.1 && x < 0.9 && y > 0.12 && y < 0.88
      return YCbCr(y: isInk ? 30 : 225, cb: 128, cr: 128)
    }
    let (layers, layout) = LayeredPicture.layers(of: page, PictureAnalysis(page))
    #expect(layout == .flat && layers.layers.count == 1)
    #expect(Set(layers.layers[0].disparity.values).count == 1, "one plane, which can't bend")
  }

  /// No relief changes within a face, so that whatever the camera does it is only moved and scaled.
  @Test(arguments: [240, 480])
  func aFaceIsNeverBent(height: Int) throws {
    let picture = DrawnPictures.head(PixelSize(width: height * 16 / 9, height: height))
    let analysis = PictureAnalysis(picture)
    let face = try #require(analysis.faces.first)
    #expect(analysis.kind == .portrait)
    let given = analysis.with(subject: analysis.subject)
    for known in [analysis, given] {
      for layer in LayeredPicture.layers(of: picture, known, skyMoves: false).picture.layers {
        var (lowest, highest): (Float, Float) = (1, 0)
        for place in 0..<121 {
          let (u, v) = (Double(place % 11) / 10 - 0.5, Double(place / 11) / 10 - 0.5)
          let level = layer.disparity.value(
            atX: face.center.x + face.width * u, y: face.center.y + face.height * v)
          (lowest, highest) = (min(lowest, level), max(highest, level))
        }
        #expect(highest - lowest < 1e-5)
      }
    }
  }

  @Test func facesThatAreCloseLieAtOneLevel() {
    let slope = Field(size: PixelSize(width: 64, height: 36)) { x, _ in Float(x) / 64 }
    func face(_ x: Double) -> FaceRect {
      FaceRect(center: UnitPoint(x: x, y: 0.5), width: 0.12, height: 0.3)
    }
    let level = slope.level(at: [face(0.3), face(0.42), face(0.9)])
    #expect(abs(level[19, 18] - level[27, 18]) < 1e-6 && level[57, 18] > level[27, 18] + 0.3)
    let steps = zip(level.values, level.values.dropFirst()).enumerated()
      .filter { ($0.offset + 1) % 64 != 0 }.map { abs($0.element.0 - $0.element.1) }
    #expect((steps.max() ?? 1) < 6.0 / 64, "and nothing around them tears")
  }
}
