import Pixels
import Testing

@testable import Type

@Suite struct SafeAreaTests {
  @Test func areasSuitTheShapeOfTheFrame() {
    #expect(SafeArea(for: .hd) == .title && SafeArea(for: .square) == .title)
    #expect(SafeArea(for: PixelSize(width: 1080, height: 1350)) == .title)
    #expect(SafeArea(for: .portrait) == .verticalApps)
    for app in [SafeArea.tikTok, .reels, .shorts] {
      #expect(SafeArea.verticalApps.common(with: app) == .verticalApps)
    }
    #expect(
      SafeArea.title.rect(on: PixelSize(width: 1920, height: 1080))
        == PixelRect(x: 96, y: 54, width: 1728, height: 972))
  }

  @Test func inkIsToldFromShadows() throws {
    var design = plain("HOH")
    let bare = try TextArtwork(design)
    design.specification.shadows = TextShadow.strong()
    let shadowed = try TextArtwork(design)
    #expect(shadowed.ink == bare.ink && shadowed.picture.size.width > bare.ink.width + 60)
    let drawn = try #require(Drawn(bare).bounds { alpha, _, _ in alpha > 0 })
    #expect(abs(drawn.left - Double(bare.ink.x)) <= 1)
    #expect(abs(drawn.bottom - Double(bare.ink.maxY)) <= 1)
    #expect(try TextArtwork(plain("")).ink.isEmpty)
  }

  @Test func textOutsideIsSeen() throws {
    var design = plain("A wide word", letterHeight: 400)
    design.specification.minimumScale = 1
    design.specification.maximumWidth = 5000
    let wide = try TextArtwork(design)
    #expect(!wide.isInside(.title) && !wide.isInsideFrame)
    let placed = try Drawn("Hello", .subtitle, on: .portrait, TextOverrides(x: 0.5, y: 0.9))
    #expect(placed.artwork.isInside(.title) && !placed.artwork.isInside(.verticalApps))
    #expect(try TextArtwork(plain("")).isInside(SafeArea(inset: 0.5)))
  }

  @Test func anAreaOfOnesOwnIsKept() throws {
    var overrides = TextOverrides(x: 0.9, y: 0.9)
    overrides.safeArea = SafeArea(top: 0.1, left: 0.1, bottom: 0.4, right: 0.3)
    let artwork = try Drawn("Hello", .subtitle, on: .hd, overrides).artwork
    #expect(artwork.isInside(try #require(overrides.safeArea)))
    overrides.safeArea = SafeArea(inset: .nan)
    #expect(try Drawn("Hello", .subtitle, on: .hd, overrides).artwork.isInside(.title))
  }
}
