import Pixels
import Testing

@testable import Type

@Suite struct HostileTextTests {
  @Test(arguments: ["word and more ", "长文字", "nospacesatall"])
  func tenThousandCharactersShrinkToAFloorAndAreCut(part: String) throws {
    let text = String(repeating: part, count: 10_000 / part.count)
    let artwork = try Drawn(text, .title).artwork
    #expect(artwork.isTruncated && artwork.scale == 0.5)
    #expect(artwork.lines.last?.hasSuffix("…") == true)
    #expect(artwork.isInside(.title))
  }

  @Test(arguments: TextPreset.allCases, [(0, 0), (1, 1), (0, 400), (3, 2), (-5, 10)])
  func framesOfNoSizeAreDrawnOn(preset: TextPreset, size: (Int, Int)) throws {
    let canvas = PixelSize(width: size.0, height: size.1)
    let design = preset.design("Hello there\nfriend", on: canvas)
    let artwork = try TextArtwork(
      design.protected(over: [LumaStatistics(color: .white), LumaStatistics(color: .black)]))
    #expect(artwork.picture.size.area > 0 && artwork.x.isFinite && artwork.y.isFinite)
    #expect(artwork.requiredContrast >= 3)
  }

  @Test(arguments: [
    ("a\tb", 3), ("e\u{301}\u{323}x", 2), ("👩🏽‍🚀🇫🇷", 2), ("क्षि", "क्षि".count), ("\u{7}a\u{1B}", 1),
  ])
  func clustersAreWhatAReaderCounts(text: String, count: Int) throws {
    let artwork = try TextArtwork(plain(text))
    #expect(artwork.clusters == count && artwork.missing.isEmpty)
    #expect(artwork.picture.size.area > 1)
  }

  @Test func directionsMixInOneLine() throws {
    let artwork = try TextArtwork(plain("שלום ABC 12"))
    let hebrew = try #require(Drawn(artwork.artwork(showing: 0..<4)).bounds())
    let latin = try #require(Drawn(artwork.artwork(showing: 5..<8)).bounds())
    #expect(hebrew.left > latin.right, "the line begins at the right")
    let english = try TextArtwork(plain("ABC שלום"))
    let first = try #require(Drawn(english.artwork(showing: 0..<3)).bounds())
    let second = try #require(Drawn(english.artwork(showing: 4..<8)).bounds())
    #expect(first.right < second.left)
    #expect(artwork.families.count == 2 && artwork.families.contains("Noto Sans Hebrew"))
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, -5, 0, 1e300])
  func senselessWishesAreBroughtIntoRange(figure: Double) throws {
    var overrides = TextOverrides()
    overrides.tracking = figure
    overrides.lineSpacing = figure
    overrides.outline = TextOutline(width: figure)
    overrides.safeArea = SafeArea(top: figure, left: figure, bottom: figure, right: figure)
    overrides.plateColor = .black
    for isVertical in [false, true] {
      overrides.isVertical = isVertical
      let artwork = try Drawn("Hello 城市", .caption, overrides).artwork
      #expect(artwork.picture.size.area > 1 && artwork.x.isFinite && artwork.y.isFinite)
    }
  }

  @Test func wishesOfADraftAreMet() {
    var overrides = TextOverrides()
    overrides.weight = TextWeight(900)
    overrides.isItalic = true
    overrides.tracking = 0.2
    overrides.outline = TextOutline(width: 0.1)
    overrides.plateColor = .white
    let look = TextPreset.title.design("x", on: .hd, overrides: overrides).specification
    #expect(look.weight.value == 900 && look.isItalic && look.tracking == 0.2)
    #expect(look.plate?.color == .white && look.outline?.width == 0.1 && look.shadows.isEmpty)
    overrides.outline = TextOutline(width: 0)
    overrides.protection = TextProtection.none
    overrides.plateColor = nil
    let bare = TextPreset.subtitle.design("x", on: .hd, overrides: overrides).specification
    #expect(bare.outline == nil && bare.plate == nil && bare.shadows.isEmpty)
  }
}
