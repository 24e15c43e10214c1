import Pixels
import Testing

@testable import Type

@Suite struct ContrastTests {
  private func flat(_ gamma: Double) -> Picture {
    Picture(
      size: .hd, filledWith: YCbCr(y: UInt8((16 + 219 * gamma).rounded()), cb: 128, cr: 128))
  }

  private func design(_ text: String, _ preset: TextPreset, _ protection: TextProtection)
    -> TextDesign
  {
    var overrides = TextOverrides()
    overrides.protection = protection
    return preset.design(text, on: .hd, overrides: overrides)
  }

  @Test func ratiosAreThoseOfTheGuidelines() {
    let grey = TextColor(red: 118, green: 118, blue: 118)
    #expect(Contrast.luminance(of: .white) == 1 && Contrast.luminance(of: .black) == 0)
    #expect(Contrast.ratio(1, 0) == 21 && Contrast.ratio(0, 1) == 21)
    #expect(abs(Contrast.ratio(1, Contrast.luminance(of: grey)) - 4.54) < 0.02)
    #expect(abs(Contrast.luminance(of: TextColor(red: 255, green: 0, blue: 0)) - 0.2126) < 1e-9)
    #expect(Contrast.required(letterHeight: 90, weight: .regular, on: .hd) == 3)
    #expect(Contrast.required(letterHeight: 26, weight: .bold, on: .hd) == 3)
    #expect(Contrast.required(letterHeight: 26, weight: .regular, on: .hd) == 4.5)
    #expect(Contrast.required(letterHeight: 26, weight: .regular, on: .portrait) == 4.5)
  }

  @Test(arguments: [(0.0, 21.0), (0.25, 10.4), (0.5, 3.98), (0.75, 1.83), (1.0, 1.0)])
  func bareWhiteLettersHaveTheRatioOfTheirGround(gamma: Double, expected: Double) throws {
    let artwork = try TextArtwork(design("Hello there", .title, .none))
    let contrast = try #require(try Contrast(of: artwork, over: flat(gamma)))
    #expect(abs(contrast.ratio / expected - 1) < 0.1, "\(contrast)")
    #expect(contrast.median >= contrast.ratio)
  }

  @Test(arguments: [TextPreset.title, .credits, .subtitle], ["Moving", "A Name\nand a role"])
  func moreProtectionIsMoreContrast(preset: TextPreset, text: String) throws {
    var before = 0.9
    for protection in TextProtection.allCases {
      let design = design(text, preset, protection)
      let ratio = try #require(try Contrast(of: TextArtwork(design), over: flat(1))).ratio
      #expect(ratio > before, "\(protection)")
      let foretold = design.specification.contrast(over: 1, hiddenBy: protection.cover)
      #expect(ratio > 0.9 * foretold, "\(protection): \(ratio) of \(foretold)")
      before = ratio + 0.1
    }
  }

  @Test(arguments: TextPreset.allCases, [0.0, 0.3, 0.6, 0.8, 1.0])
  func protectedTextReadsOnEveryGround(preset: TextPreset, gamma: Double) throws {
    let ground = flat(gamma)
    let bare = preset.design("Ana Lee\nDirector", on: .hd)
    let ink = try TextArtwork(bare).ink
    let artwork = try TextArtwork(bare.protected(over: [LumaStatistics(of: ground, in: ink)]))
    let contrast = try #require(try Contrast(of: artwork, over: ground))
    #expect(contrast.ratio > 0.9 * artwork.requiredContrast, "\(contrast)")
  }

  @Test func darkLettersAreProtectedByLight() throws {
    var design = TextPreset.title.design(
      "Hello", on: .hd, overrides: TextOverrides(color: .black))
    let night = LumaStatistics(color: .black)
    #expect(TextProtection.needed(for: design, over: [night]) != .none)
    #expect(TextProtection.needed(for: design, over: [LumaStatistics(color: .white)]) == .none)
    design = design.protected(over: [night])
    let contrast = try #require(try Contrast(of: TextArtwork(design), over: flat(0)))
    #expect(contrast.ratio > 3)
  }

  @Test func theWorstMomentDecidesOnce() {
    let design = TextPreset.title.design("Hello", on: .hd)
    let (day, night) = (LumaStatistics(color: .white), LumaStatistics(color: .black))
    #expect(TextProtection.needed(for: design, over: [night]) == .none)
    let both = TextProtection.needed(for: design, over: [night, day, night])
    #expect(both == TextProtection.needed(for: design, over: [day]) && both > .none)
    #expect(TextProtection.needed(for: design, over: []) == .shadow)
    let busy = LumaStatistics(darkest: 0, mean: 0.01, lightest: 0.02, detail: 0.3)
    #expect(TextProtection.needed(for: design, over: [busy]) == .strongShadow)
  }

  @Test func statisticsTellFlatFromBusy() {
    let size = PixelSize(width: 120, height: 60)
    let checks = Picture(size: size, filledWith: .black)
    for y in 0..<60 { for x in 0..<120 where (x / 4 + y / 4) % 2 == 0 { checks.luma[x, y] = 235 } }
    let busy = LumaStatistics(of: checks, in: PixelRect(size))
    #expect(busy.darkest == 0 && busy.lightest > 0.99 && abs(busy.mean - 0.5) < 0.1)
    #expect(busy.detail > 0.4)
    let calm = LumaStatistics(of: flat(0.5), in: PixelRect(x: 5000, y: 5000, width: 9, height: 9))
    #expect(calm.detail == 0 && calm.darkest == calm.lightest)
    #expect(LumaStatistics(worstOf: []) == nil)
  }

  @Test func whatIsNotOnTheFrameHasNoContrast() throws {
    #expect(try Contrast(of: TextArtwork(plain(" ")), over: flat(0)) == nil)
    let tiny = Picture(size: PixelSize(width: 2, height: 2), filledWith: .black)
    #expect(try Contrast(of: TextArtwork(plain("Hello")), over: tiny) == nil)
  }
}
