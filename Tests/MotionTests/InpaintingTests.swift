import Pixels
import Testing

@testable import Motion

@Suite struct InpaintingTests {
  private static let size = PixelSize(width: 480, height: 270)

  /// A wall of bricks, at most 150 bright.
  private static func wall(_ x: Int, _ y: Int) -> UInt8 {
    let course = y / 14
    let isJoint = y % 14 < 3 || (x + course % 2 * 16) % 32 < 3
    return isJoint ? 150 : UInt8(70 + 3 * ((x / 3 * 7 + y / 3 * 5) % 7))
  }

  private static func picture(
    ground: (Int, Int) -> UInt8, thing: UInt8?
  ) -> (whole: Picture, alpha: Field) {
    let whole = Picture(size: size, filledWith: YCbCr(y: 0, cb: 128, cr: 128))
    let alpha = Field(size: size) { x, y in isInside(x, y) ? 1 : 0 }
    for y in 0..<size.height {
      for x in 0..<size.width {
        whole.luma[x, y] = isInside(x, y) ? thing ?? ground(x, y) : ground(x, y)
      }
    }
    return (whole, alpha)
  }

  private static func isInside(_ x: Int, _ y: Int) -> Bool {
    (x - 240) * (x - 240) + (y - 135) * (y - 135) < 48 * 48
  }

  private static func known(_ alpha: Field) -> Field { alpha.map { 1 - $0 } }

  @Test func patchesGoOnWhereSmoothnessBlurs() throws {
    let (whole, alpha) = Self.picture(ground: Self.wall, thing: 230)
    let smooth = Inpainting(known: Self.known(alpha)).fill(whole)
    let completion = try #require(PatchCompletion(whole, known: Self.known(alpha)))
    let filled = completion.fill(whole, over: smooth)
    func error(_ picture: Picture) -> Double {
      var (sum, count) = (0.0, 0.0)
      for y in 0..<270 {
        for x in 0..<480 where Self.isInside(x, y) && !Self.isDeep(x, y) {
          sum += abs(Double(picture.luma[x, y]) - Double(Self.wall(x, y)))
          count += 1
        }
      }
      return sum / count
    }
    #expect(error(filled) < 0.5 * error(smooth), "\(error(filled)), smooth \(error(smooth))")
  }

  private static func isDeep(_ x: Int, _ y: Int) -> Bool {
    (x - 240) * (x - 240) + (y - 135) * (y - 135) < 24 * 24
  }

  @Test func nothingOfTheForegroundIsCopied() {
    let (whole, alpha) = Self.picture(ground: Self.wall, thing: 230)
    let background = Background(of: whole, behind: alpha).picture
    #expect(background.samples.prefix(270).joined().allSatisfy { $0 < 185 })
    #expect(background.luma[20, 20] == whole.luma[20, 20])
  }

  @Test func whereTheGroundIsSoftNothingIsSearchedFor() {
    let (whole, alpha) = Self.picture(ground: { x, _ in UInt8(60 + x / 8) }, thing: 230)
    let isSearched = PatchCompletion(whole, known: Self.known(alpha)) != nil
    #expect(!isSearched)
  }

  @Test func anOutlineThroughOneThingIsNotBelieved() {
    func grain(_ x: Int, _ y: Int) -> UInt8 { UInt8(80 + Chance(seed: 3).bits(x, y) % 64) }
    let (one, alpha) = Self.picture(ground: grain, thing: nil)
    let (two, _) = Self.picture(ground: grain, thing: 200)
    let isSearched = [one, two].map { PatchCompletion($0, known: Self.known(alpha)) != nil }
    #expect(isSearched == [false, true])
  }

  @Test func theSameBytesFromAnyTask() async {
    let (whole, alpha) = Self.picture(ground: Self.wall, thing: 230)
    let once = Background(of: whole, behind: alpha).picture.samples
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<3 {
        group.addTask { Background(of: whole, behind: alpha).picture.samples == once }
      }
      for await isSame in group { #expect(isSame) }
    }
  }

  @Test(arguments: [(480, 4), (4, 270), (17, 9)])
  func smallPicturesAreFilledToo(width: Int, height: Int) {
    let whole = DrawnPictures.hills(PixelSize(width: width, height: height))
    let alpha = Field(size: whole.size) { x, _ in x > width / 2 ? 1 : 0 }
    let background = Background(of: whole, behind: alpha)
    #expect(background.picture.size == whole.size)
  }
}
