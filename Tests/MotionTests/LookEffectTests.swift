import MediaTime
import Pixels
import Testing

@testable import Motion

private typealias Pictures = LookPictures

@Suite struct LookEffectTests {
  private func applied(
    _ parts: [FilmLook.Part], to picture: Picture, frame: Int = 3, seed: UInt64 = 7
  ) -> Picture {
    let result = Pictures.copy(picture)
    FilmLook(parts, size: picture.size, seed: seed)
      .apply(to: result, frame: frame, at: MediaTime(Int64(frame), over: 25))
    return result
  }

  @Test func grainHasNoMeanAndIsNewInEveryFrame() {
    let grey = Pictures.plain(110, size: PixelSize(width: 512, height: 256))
    let frames = (0..<4).map { applied([.init(.grain)], to: grey, frame: $0) }
    for frame in frames {
      #expect((Pictures.mean(frame.luma) - 110).magnitude < 0.15)
      #expect((Pictures.mean(frame.cb) - 128).magnitude < 0.15)
      #expect((Pictures.mean(frame.cr) - 128).magnitude < 0.15)
    }
    #expect(Set(frames.map { Pictures.hash(Pictures.samples($0.luma)) }).count == 4)
    let again = applied([.init(.grain)], to: grey, frame: 2)
    #expect(Pictures.samples(again) == Pictures.samples(frames[2]))
    let other = applied([.init(.grain)], to: grey, frame: 2, seed: 8)
    #expect(Pictures.samples(other) != Pictures.samples(frames[2]))
  }

  private func deviation(_ plane: Plane) -> Double {
    let mean = Pictures.mean(plane)
    let all = Pictures.samples(plane)
    let sum = all.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
    return (sum / Double(all.count)).squareRoot()
  }

  @Test func grainIsSoftAndFollowsTheTone() {
    let size = PixelSize(width: 128, height: 1080)
    func grain(_ y: UInt8) -> Plane {
      applied([.init(.grain)], to: Pictures.plain(y, size: size)).luma
    }
    let (dark, middle, white) = (deviation(grain(24)), deviation(grain(110)), deviation(grain(230)))
    #expect(middle > 1.5 && middle < 4.5)
    #expect(dark < 0.9 * middle && white < 0.6 * middle)
    let plane = grain(110)
    var (product, square) = (0.0, 0.0)
    for y in 0..<plane.height {
      for x in 1..<plane.width {
        let (a, b) = (Double(plane[x - 1, y]) - 110, Double(plane[x, y]) - 110)
        (product, square) = (product + a * b, square + b * b)
      }
    }
    #expect(product / square > 0.15 && product / square < 0.8)
  }

  @Test func stillPicturesStayStillWithoutGrain() {
    let picture = Pictures.mixed()
    let parts = FilmLook.Kind.allCases
      .filter { ![.grain, .film, .vintage, .lightLeak, .lut].contains($0) }
      .map { FilmLook.Part($0) }
    let first = applied(parts, to: picture, frame: 0)
    #expect(Pictures.samples(first) == Pictures.samples(applied(parts, to: picture, frame: 9)))
  }

  @Test func vignettesDarkenCornersOnly() {
    let result = applied([.init(.vignette)], to: Pictures.plain(160, cr: 150)).luma
    #expect(result[96, 54] >= 159)
    for (x, y) in [(0, 0), (191, 0), (0, 107), (191, 107)] { #expect(result[x, y] < 130) }
    let row = (96..<192).map { Int(result[$0, 54]) }
    #expect(zip(row, row.dropFirst()).allSatisfy { $1 <= $0 + 1 })
  }

  @Test(arguments: [FilmLook.Kind.bloom, .film])
  func lightStraysFromBrightParts(kind: FilmLook.Kind) {
    let size = PixelSize(width: 384, height: 216)
    let dark = Pictures.plain(30, size: size)
    let lamp = Pictures.copy(dark)
    lamp.fill(PixelRect(x: 180, y: 96, width: 24, height: 24), with: .white)
    let (without, with) = (applied([.init(kind)], to: dark), applied([.init(kind)], to: lamp))
    func gain(_ x: Int, _ y: Int, _ plane: KeyPath<Picture, Plane>) -> Int {
      Int(with[keyPath: plane][x, y]) - Int(without[keyPath: plane][x, y])
    }
    #expect(gain(212, 108, \.luma) > 6)
    #expect(gain(212, 108, \.luma) > gain(240, 108, \.luma))
    #expect(gain(380, 4, \.luma) < 5)
    if kind == .film { #expect(gain(105, 54, \.cr) > 3 && gain(105, 54, \.cb) < 0) }
  }

  @Test func leaksAreWarmAndSlow() {
    let grey = Pictures.plain(70)
    let frames = (0..<50).map {
      applied([.init(.lightLeak, amount: 1)], to: grey, frame: $0)
    }
    for (a, b) in zip(frames, frames.dropFirst()) {
      let steps = zip(Pictures.samples(a), Pictures.samples(b)).map {
        (Int($0) - Int($1)).magnitude
      }
      #expect((steps.max() ?? 9) <= 4)
    }
    let last = frames[49]
    #expect(Pictures.mean(last.luma) > 72)
    #expect(Pictures.mean(last.cr) > 129 && Pictures.mean(last.cb) < 127)
    #expect(Pictures.samples(frames[0]) != Pictures.samples(last))
  }

  @Test func barsLeaveAWideMiddle() {
    let picture = Pictures.plain(200, cb: 90, cr: 160)
    let box = Letterbox()
    let window = box.window(in: picture.size)
    box.apply(to: picture)
    #expect(window == PixelRect(x: 0, y: 12, width: 192, height: 84))
    #expect(picture.luma[5, 11] == 16 && picture.luma[5, 12] == 200)
    #expect(picture.cb[5, 5] == 128 && picture.cb[5, 6] == 90)
    #expect(picture.luma[5, 96] == 16 && picture.luma[5, 95] == 200)
    let tall = Letterbox(aspect: 1).window(in: Pictures.size)
    #expect(tall.y == 0 && tall.height == 108 && tall.x == 42 && tall.width == 108)
  }
}
