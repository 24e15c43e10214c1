import Pixels
import Testing

@testable import Type

@Suite struct TextPresetTests {
  static let canvases: [PixelSize] = [
    .hd, .portrait, .square, PixelSize(width: 1920, height: 1080),
    PixelSize(width: 540, height: 960), PixelSize(width: 1280, height: 512),
  ]

  static let texts = [
    "Short", "Name Surname\nA role that takes some words to tell",
    "The quick brown fox jumps over the lazy dog and keeps on running through the woods, past "
      + "the river and over the hills, until the sun goes down and everyone has gone home.",
    "城市的夜晚，灯光，和一个关于远方的梦，我们一直走到天亮，谁也没有说话。",
  ]

  @Test(arguments: TextPreset.allCases, canvases)
  func everyTextStaysInsideTheSafeArea(preset: TextPreset, canvas: PixelSize) throws {
    for text in Self.texts {
      let drawn = try Drawn(text, preset, on: canvas)
      let bounds = try #require(drawn.bounds { alpha, luma, _ in alpha > 150 && luma > 150 })
      let (width, height) = (Double(canvas.width), Double(canvas.height))
      let edge = 1.5
      let safe = SafeArea(for: canvas)
      #expect(bounds.left >= safe.left * width - edge, "\(text)")
      #expect(bounds.right <= (1 - safe.right) * width + edge, "\(text)")
      #expect(bounds.top >= safe.top * height - edge, "\(text)")
      #expect(bounds.bottom <= (1 - safe.bottom) * height + edge, "\(text)")
      #expect(drawn.artwork.isInside(safe) && drawn.artwork.isInsideFrame, "\(text)")
      #expect(!drawn.artwork.isTruncated || preset == .watermark, "\(text)")
    }
  }

  @Test(arguments: [PixelSize.hd, .portrait, .square])
  func presetsStandWhereTheyShould(canvas: PixelSize) throws {
    let (width, height) = (Double(canvas.width), Double(canvas.height))
    func middle(_ preset: TextPreset) throws -> (x: Double, y: Double) {
      let letters = try #require(try Drawn("HOH", preset, on: canvas).letters)
      return (
        (letters.left + letters.right) / 2 / width, (letters.top + letters.bottom) / 2 / height
      )
    }
    let title = try middle(.title)
    #expect(abs(title.x - 0.5) < 0.01 && abs(title.y - 0.5) < 0.01)
    let lower = try middle(.lowerThird)
    let floor = 1 - SafeArea(for: canvas).bottom
    #expect(lower.x < 0.35 && lower.y > floor - 0.25 && lower.y < floor)
    let subtitle = try middle(.subtitle)
    #expect(abs(subtitle.x - 0.5) < 0.01 && subtitle.y > floor - 0.2)
    let caption = try middle(.caption)
    #expect(abs(caption.x - 0.5) < 0.01 && caption.y > floor - 0.3 && caption.y < subtitle.y)
    let watermark = try Drawn("HOH", .watermark, on: canvas).artwork
    let right = 1 - SafeArea(for: canvas).right
    #expect(watermark.centerX > (right - 0.1) * width)
    #expect(watermark.centerY > (floor - 0.1) * height)
  }

  @Test func rightToLeftLowerThirdsStandAtTheRight() throws {
    let hebrew = try Drawn("ליאור כהן\nבמאי", .lowerThird).artwork
    #expect(hebrew.centerX > 640)
    let left = try Drawn(
      "ליאור כהן\nבמאי", .lowerThird, TextOverrides(alignment: .left)
    ).artwork
    #expect(left.centerX < 640)
  }

  @Test func overridesAreObeyed() throws {
    let placed = try Drawn("HOH", .title, TextOverrides(size: 0.05, x: 0.25, y: 0.2))
    let letters = try #require(placed.letters)
    #expect(abs((letters.left + letters.right) / 2 - 320) < 2)
    #expect(abs((letters.top + letters.bottom) / 2 - 144) < 2)
    #expect(placed.artwork.letterHeight == 36)
    let red = TextPreset.title.design(
      "x", on: .hd, overrides: TextOverrides(color: TextColor(hex: "#FF2200")))
    #expect(red.specification.color == TextColor(red: 255, green: 34, blue: 0))
    let font = TextPreset.title.design(
      "x", on: .hd, overrides: TextOverrides(font: "DejaVu Serif"))
    #expect(font.specification.family == "DejaVu Serif")
    for (alignment, expected) in [(TextAlignment.left, 0.0), (.right, 1.0)] {
      let design = TextPreset.title.design(
        "HOH", on: .hd, overrides: TextOverrides(alignment: alignment))
      let artwork = try TextArtwork(design)
      #expect(expected == 0 ? artwork.centerX < 400 : artwork.centerX > 880)
    }
  }

  @Test(arguments: [Double.nan, .infinity, -3, 7])
  func senselessOverridesAreBroughtIntoRange(figure: Double) throws {
    let overrides = TextOverrides(size: figure, x: figure, y: figure)
    for preset in TextPreset.allCases {
      let bounds = try #require(
        try Drawn("Hello there", preset, overrides).bounds { alpha, _, _ in alpha > 150 })
      #expect(bounds.left >= 0 && bounds.right <= 1280)
      #expect(bounds.top >= 0 && bounds.bottom <= 720)
    }
  }

  @Test func whiteTextReadsOnWhite() throws {
    for preset in [TextPreset.title, .caption, .subtitle, .lowerThird, .credits] {
      let drawn = try Drawn("Hello there", preset)
      let dark = drawn.bounds { alpha, luma, _ in alpha > 60 && luma < 60 }
      let letters = try #require(drawn.letters)
      #expect(try #require(dark).width > 0.9 * letters.width, "\(preset)")
    }
  }

  @Test func darkLettersGetLightSurroundings() throws {
    let black = try Drawn("Hello", .title, TextOverrides(color: .black))
    #expect(black.bounds { alpha, luma, _ in alpha > 40 && luma > 200 } != nil)
  }

  @Test func coloursAreReadFromHex() {
    #expect(TextColor(hex: "#FFB833") == TextColor(red: 255, green: 184, blue: 51))
    #expect(TextColor(hex: "000000") == .black)
    for bad in ["", "#FFF", "#GGGGGG", "#1234567", "+12345", "#-12345", "red"] {
      #expect(TextColor(hex: bad) == nil, "\(bad)")
    }
  }
}
