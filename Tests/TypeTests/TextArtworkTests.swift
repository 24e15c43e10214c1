import Pixels
import Testing

@testable import Type

@Suite struct TextArtworkTests {
  @Test func aWordIsDrawnWhiteWithSmoothEdges() throws {
    let picture = try TextArtwork(plain("Kinora")).picture
    let alpha = try #require(picture.alpha)
    #expect(picture.isFullChroma)
    var levels = Set<UInt8>()
    var tinted = 0
    for y in 0..<picture.size.height {
      for x in 0..<picture.size.width {
        levels.insert(alpha[x, y])
        let isGrey = picture.cb[x, y] == 128 && picture.cr[x, y] == 128
        if picture.luma[x, y] < 234 || !isGrey { tinted += 1 }
      }
    }
    #expect(tinted == 0, "straight alpha keeps letters white up to their edge")
    #expect(levels.contains(0) && levels.contains(255) && levels.count > 30)
  }

  @Test(arguments: ["#FF0000", "#00FF00", "#0000FF", "#FFB833", "#123456", "#808080"])
  func lettersHaveTheColourAskedFor(hex: String) throws {
    var design = plain("██")
    design.specification.color = try #require(TextColor(hex: hex))
    let picture = try TextArtwork(design).picture
    let expected = try #require(YCbCr(hex: hex))
    let (x, y) = (picture.size.width / 4, picture.size.height / 2)
    #expect(abs(Int(picture.luma[x, y]) - Int(expected.y)) <= 1)
    #expect(abs(Int(picture.cb[x, y]) - Int(expected.cb)) <= 1)
    #expect(abs(Int(picture.cr[x, y]) - Int(expected.cr)) <= 1)
  }

  @Test func emojiAreColoured() throws {
    let drawn = try Drawn(TextArtwork(plain("😀")))
    #expect(drawn.artwork.missing.isEmpty)
    let yellow = drawn.bounds { alpha, _, cb in alpha > 200 && cb < 90 }
    #expect(try #require(yellow).width > 20)
  }

  @Test(arguments: ["a\u{10FFFD}b", "a \u{10FFFD} b", "\u{10FFFD}ab"])
  func charactersWithoutAGlyphAreReportedAndLeftOut(text: String) throws {
    let with = try Drawn(TextArtwork(plain(text)))
    let without = try Drawn(
      TextArtwork(plain(text.filter { $0 != "\u{10FFFD}" }.replacing("  ", with: " "))))
    #expect(with.artwork.missing == ["\u{10FFFD}"])
    #expect(with.bytes == without.bytes)
  }

  @Test func onlyMissingCharactersGiveOneTransparentPixel() throws {
    let artwork = try TextArtwork(plain("\u{10FFFD}\u{F8FE0}"))
    #expect(artwork.missing.count == 2)
    #expect(artwork.picture.size == PixelSize(width: 1, height: 1))
    #expect(artwork.picture.alpha?[0, 0] == 0)
  }

  @Test(arguments: ["", " ", "\n\n", "\u{200B}", "\u{0}\u{7}", "\u{200E}"])
  func nothingToDrawIsOneTransparentPixel(text: String) throws {
    for preset in TextPreset.allCases {
      let artwork = try Drawn(text, preset).artwork
      #expect(artwork.picture.size == PixelSize(width: 1, height: 1))
      #expect(artwork.picture.alpha?[0, 0] == 0)
    }
  }

  @Test func hugeTextIsCutOffAndSaysSo() throws {
    let artwork = try Drawn(String(repeating: "word and more ", count: 50_000), .title).artwork
    #expect(artwork.isTruncated)
    #expect(artwork.lines.last?.hasSuffix("…") == true)
    let short = try Drawn("word and more", .title).artwork
    #expect(!short.isTruncated)
  }

  @Test(arguments: [
    "e" + String(repeating: "\u{301}", count: 5000), String(repeating: "W", count: 3000),
    String(repeating: "\n", count: 3000) + "x", String(repeating: "👨‍👩‍👧‍👦", count: 300),
    "\u{202E}reversed\u{202C}", "a\u{0}b\u{1B}[31mc", "\u{FEFF}\u{FFFC}x", "x\r\ny\rz\u{2028}w",
  ])
  func hostileTextDrawsSomething(text: String) throws {
    for preset in [TextPreset.title, .subtitle, .lowerThird] {
      let artwork = try Drawn(text, preset).artwork
      #expect(artwork.picture.size.area > 1)
      #expect(artwork.picture.size.width <= 1920 && artwork.picture.size.height <= 1080)
    }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, -5, 0, 1e300])
  func senselessFiguresAreBroughtIntoRange(figure: Double) throws {
    var design = TextPreset.lowerThird.design("Name\nRole", on: .hd)
    design.specification.letterHeight = figure
    design.specification.tracking = figure
    design.specification.lineSpacing = figure
    design.specification.maximumWidth = figure
    design.specification.maximumHeight = figure
    design.specification.minimumScale = figure
    design.specification.opacity = figure
    design.specification.shadows = [
      TextShadow(dx: figure, dy: figure, blur: figure, opacity: figure)
    ]
    design.specification.outline = TextOutline(width: figure)
    design.specification.plate?.cornerRadius = figure
    design.specification.plate?.horizontalPadding = figure
    design.placement.x = figure
    design.placement.safeArea = SafeArea(inset: figure)
    let artwork = try TextArtwork(design)
    #expect(artwork.x.isFinite && artwork.y.isFinite)
  }

  @Test func familiesThatAreNotThereAreReported() throws {
    var design = plain("Kinora")
    design.specification.family = "No Such Family 7"
    #expect(try TextArtwork(design).missingFamily == "No Such Family 7")
    design.specification.family = "DejaVu Serif"
    let serif = try TextArtwork(design)
    #expect(serif.missingFamily == nil)
    #expect(try Drawn(serif).bytes != Drawn(TextArtwork(plain("Kinora"))).bytes)
  }

  @Test func aMachineWithoutFontsSaysSo() throws {
    let configuration: FontConfiguration = try #require(FontConfiguration())
    let empty = FontInventory(configuration: configuration)
    #expect(empty.families.isEmpty && !empty.has(family: "sans-serif"))
    let error = #expect(throws: TypeError.self) { try Typesetter(fonts: empty) }
    #expect(error?.code == .noFonts)
    #expect(error?.message.contains("install") == true)
  }
}
