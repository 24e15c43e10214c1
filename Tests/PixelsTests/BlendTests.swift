import CKernels
import Testing

@testable import Pixels

@Suite struct BlendTests {
  @Test(arguments: [0, 1, 100, 128, 255, 256])
  func mixingIsLinear(weight: Int) {
    let (a, b) = (Picture.noise(35, 18, seed: 7), Picture.noise(35, 18, seed: 8))
    let out = Picture(size: a.size)
    out.mix(a, b, weight: weight)
    for y in 0..<18 {
      for x in 0..<35 {
        let exact =
          Double(
            Int(a.luma[x, y]) * (256 - weight) + Int(b.luma[x, y]) * weight) / 256
        #expect((Double(out.luma[x, y]) - exact).magnitude <= 0.5)
      }
    }
    if weight == 0 { #expect(out.cr.samples == a.cr.samples) }
    if weight == 256 { #expect(out.cr.samples == b.cr.samples) }
  }

  @Test(arguments: WipeEdge.allCases)
  func wipesBeginAndEndWhole(edge: WipeEdge) {
    let (a, b) = (Picture.noise(32, 24, seed: 9), Picture.noise(32, 24, seed: 10))
    let out = Picture(size: a.size)
    out.wipe(a, b, from: edge, share: 0, softness: 0.1)
    #expect(out.luma.samples == a.luma.samples)
    out.wipe(a, b, from: edge, share: 1, softness: 0.1)
    #expect(out.luma.samples == b.luma.samples && out.cb.samples == b.cb.samples)
    out.wipe(a, b, from: edge, share: 0.5, softness: 0.1)
    let corner = edge == .left || edge == .top
    #expect(out.luma[0, 0] == (corner ? b : a).luma[0, 0])
    #expect(out.luma[31, 23] == (corner ? a : b).luma[31, 23])
  }

  private func card(_ color: YCbCr, alpha: UInt8, width: Int = 8, height: Int = 6) -> Picture {
    let size = PixelSize(width: width, height: height)
    return Picture(
      luma: Plane(size: size, filledWith: color.y), cb: Plane(size: size, filledWith: color.cb),
      cr: Plane(size: size, filledWith: color.cr), alpha: Plane(size: size, filledWith: alpha))
  }

  @Test(arguments: [(255, 256), (255, 128), (128, 256), (64, 100), (0, 256), (255, 0)])
  func overlaysBlendByAlphaAndOpacity(alpha: Int, opacity: Int) {
    let red = YCbCr(red: 255, green: 0, blue: 0)
    let base = YCbCr(red: 20, green: 90, blue: 200)
    let frame = Picture(size: PixelSize(width: 32, height: 32), filledWith: base)
    frame.blend(
      Overlay(card(red, alpha: UInt8(alpha), width: 16, height: 16), x: 8, y: 8),
      opacity: opacity)
    let share = Double(alpha) / 255 * Double(opacity) / 256
    let expected = Double(base.y) * (1 - share) + Double(red.y) * share
    #expect((Double(frame.luma[16, 16]) - expected).magnitude <= 1)
    let expectedRed = Double(base.cr) * (1 - share) + Double(red.cr) * share
    #expect((Double(frame.cr[8, 8]) - expectedRed).magnitude <= 1.5)
    #expect(frame.luma[2, 2] == base.y && frame.cr[0, 0] == base.cr)
  }

  @Test(arguments: [256, 255, 200, 128, 3, 1])
  func overlaysBlendEveryCoverOverEveryLevel(opacity: Int) {
    let size = PixelSize(width: 256, height: 256)
    let frame = Picture(size: size, filledWith: .black)
    for y in 0..<256 { for x in 0..<256 { frame.luma[x, y] = UInt8(y) } }
    let layer = Picture(
      luma: Plane(size: size, filledWith: 235), cb: Plane(size: size, filledWith: 16),
      cr: Plane(size: size, filledWith: 240), alpha: Plane(size: size))
    for y in 0..<256 { for x in 0..<256 { layer.alpha?[x, y] = UInt8(x) } }
    frame.blend(Overlay(layer, x: 0, y: 0), opacity: opacity)
    var worst = 0.0
    for y in 0..<256 {
      for x in 0..<256 {
        let share = Double(x) / 255 * Double(opacity) / 256
        let expected = Double(y) * (1 - share) + 235 * share
        worst = max(worst, (Double(frame.luma[x, y]) - expected).magnitude)
      }
    }
    #expect(worst <= (opacity == 256 ? 1 : 2))
  }

  @Test func overlaysPartlyOutsideAreCut() {
    let frame = Picture(size: PixelSize(width: 16, height: 16), filledWith: .black)
    for (x, y) in [(-4.0, -4.0), (12.0, 13.0), (-100.0, 3.0), (4.5, 200.0)] {
      frame.blend(Overlay(card(.white, alpha: 255), x: x, y: y))
    }
    #expect(frame.luma[0, 0] == 235 && frame.luma[15, 15] == 235)
    #expect(frame.luma[8, 8] == 16)
  }

  @Test func overlaysMoveByFractionsOfAPixel() {
    // Half a pixel to the right leaves half the cover on the column at the edge.
    let frame = Picture(size: PixelSize(width: 32, height: 16), filledWith: .black)
    frame.blend(Overlay(card(.white, alpha: 255), x: 8.5, y: 4))
    let edge = Int(frame.luma[8, 7])
    #expect(edge > 16 + 80 && edge < 235 - 80)
    #expect(frame.luma[12, 7] == 235)
  }

  @Test(arguments: [(3.0, 2.0, 1.0), (3.5, 2.25, 1), (4, 1.3, 1), (-3.2, -4.7, 0.6), (20, 9, 1.37)])
  func movingPicturesLieAsOverlaysDo(x: Double, y: Double, scale: Double) {
    for isGrey in [true, false] {
      let noise = Picture.noise(37, 22, seed: 3, fullChroma: true, alpha: true)
      let grey = Plane(size: noise.size, filledWith: 128)
      let layer = isGrey ? Picture(luma: noise.luma, cb: grey, cr: grey, alpha: noise.alpha) : noise
      let source = PremultipliedPicture(layer)
      #expect(source.isGrey == isGrey)
      for opacity in [256, 77] {
        let (one, other) = (Picture.noise(48, 30, seed: 5), Picture.noise(48, 30, seed: 5))
        one.blend(Overlay(layer, x: x, y: y, scale: scale), opacity: opacity)
        other.blend(source, x: x, y: y, scale: scale, opacity: opacity)
        #expect(one.luma.samples == other.luma.samples)
        #expect(one.cb.samples == other.cb.samples && one.cr.samples == other.cr.samples)
      }
    }
  }

  @Test func partsReplaceWhatIsThere() {
    let size = PixelSize(width: 9, height: 7)
    let picture = PremultipliedPicture(size: size, isGrey: false)
    picture.replace(with: PremultipliedPicture(card(.white, alpha: 255)), x: 5, y: 4)
    let frame = Picture(size: PixelSize(width: 16, height: 12), filledWith: .black)
    frame.blend(picture, x: 0, y: 0)
    for y in 0..<12 {
      for x in 0..<16 {
        let isInside = (5..<9).contains(x) && (4..<7).contains(y)
        #expect(frame.luma[x, y] == (isInside ? 235 : 16))
      }
    }
    picture.replace(with: PremultipliedPicture(size: size, isGrey: true), x: 0, y: 0)
    let clear = Picture(size: frame.size, filledWith: .black)
    clear.blend(picture, x: 0, y: 0)
    #expect(clear.luma.samples.joined().allSatisfy { $0 == 16 })
  }

  @Test(arguments: [1, 2, 3, 31, 32, 33, 34, 67, 130])
  func rowsAreHalvedAsThePlainSumSays(width: Int) {
    let (top, bottom) = (Plane.noise(width, 1, seed: 1), Plane.noise(width, 1, seed: 2))
    let out = Plane(size: PixelSize(width: (width + 1) / 2, height: 1))
    kn_halve_rows(top.row(0), bottom.row(0), Int32(width), out.row(0))
    for x in 0..<out.width {
      var sum = 4
      for plane in [top, bottom] {
        sum += Int(plane[max(2 * x - 1, 0), 0]) + 2 * Int(plane[2 * x, 0])
        sum += Int(plane[min(2 * x + 1, width - 1), 0])
      }
      #expect(Int(out[x, 0]) == sum >> 3)
    }
  }

  @Test func alphaPicturesLieOverFrames() {
    let frame = Picture(size: PixelSize(width: 8, height: 8), filledWith: .black)
    let layer = Picture(size: frame.size, hasAlpha: true)
    layer.fill(PixelRect(frame.size), with: .white)
    layer.alpha?.fill(PixelRect(x: 0, y: 0, width: 4, height: 8), with: 0)
    frame.blend(layer)
    #expect(frame.luma[1, 1] == 16 && frame.luma[6, 6] == 235)
  }

  @Test func blurKeepsFlatPicturesAndTheMean() {
    let flat = Picture(size: PixelSize(width: 40, height: 30), filledWith: .white)
    #expect(flat.blurred(radius: 5).luma.samples == flat.luma.samples)
    let dot = Plane.made(41, 41) { x, y in x == 20 && y == 20 ? 255 : 0 }
    let soft = dot.blurred(radius: 1)
    #expect(soft[20, 20] < 60 && soft[18, 20] > 0 && soft[20, 18] == soft[18, 20])
  }

  @Test(arguments: [
    ("#000000", 16, 128, 128), ("#ffffff", 235, 128, 128), ("FF0000", 63, 102, 240),
    ("#00FF00", 173, 42, 26), ("#0000FF", 32, 240, 118),
  ])
  func coloursFollowBT709(hex: String, y: UInt8, cb: UInt8, cr: UInt8) {
    #expect(YCbCr(hex: hex) == YCbCr(y: y, cb: cb, cr: cr))
  }

  @Test(arguments: ["", "#12345", "red", "#GG0000", "#1234567"])
  func otherColoursAreRefused(hex: String) { #expect(YCbCr(hex: hex) == nil) }
}
