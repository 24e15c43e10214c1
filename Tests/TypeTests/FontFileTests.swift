import Foundation
import Pixels
import Testing

@testable import Type

@Suite struct FontFileTests {
  @Test func fontsOfAFileAreDrawnWith() throws {
    let family = "Tiny Kinora \(UInt32.random(in: 0...UInt32.max))"
    let file = try TinyFont(family: family).write()
    defer { try? FileManager.default.removeItem(at: file) }
    var design = plain("AA", letterHeight: 100)
    design.specification.family = family
    #expect(try TextArtwork(design).missingFamily == family)
    #expect(try FontInventory.add(fileAt: file.path) == [family])
    #expect(try FontInventory.add(fileAt: file.path) == [family])
    let artwork = try TextArtwork(design)
    #expect(artwork.missingFamily == nil && artwork.families == [family])
    #expect(abs(artwork.ink.width - 200) <= 2 && abs(artwork.ink.height - 100) <= 2)
    #expect(abs(Drawn(artwork).inkArea - 20_000) < 500)
    design.specification.text = "AяA"
    let mixed = try TextArtwork(design)
    #expect(mixed.families.count == 2 && mixed.families[0] == family && mixed.missing.isEmpty)
  }

  @Test func whatIsNoFontIsRefused() throws {
    let whole = TinyFont(family: "Broken").data
    let contents = [Data(), Data("no font at all".utf8), whole.prefix(40), whole.prefix(180)]
    for data in contents {
      let file = FileManager.default.temporaryDirectory
        .appendingPathComponent("broken-\(UUID().uuidString).ttf")
      try data.write(to: file)
      defer { try? FileManager.default.removeItem(at: file) }
      let error = #expect(throws: TypeError.self) { try FontInventory.add(fileAt: file.path) }
      #expect(error?.code == .fontFile)
      #expect(error?.message.contains(file.lastPathComponent) == true)
    }
    for path in ["", "/no/such/font.ttf", NSTemporaryDirectory(), "a\0b"] {
      let error = #expect(throws: TypeError.self) { try FontInventory.add(fileAt: path) }
      #expect(error?.message.contains("can't be read") == true)
    }
  }

  @Test func filesThatAreTooLargeAreRefused() throws {
    let file = try TinyFont(family: "Large").write()
    defer { try? FileManager.default.removeItem(at: file) }
    let handle = try FileHandle(forWritingTo: file)
    try handle.truncate(atOffset: UInt64(FontInventory.maximumFileSize + 1))
    try handle.close()
    let error = #expect(throws: TypeError.self) { try FontInventory.add(fileAt: file.path) }
    #expect(error?.message.contains("64") == true)
  }

  @Test(arguments: [("Serif", FontStyle.serif), ("宋体", .serif), ("typewriter", .mono)])
  func stylesAreNamed(name: String, style: FontStyle) {
    #expect(FontStyle(named: name) == style)
    #expect(FontStyle(named: "Noto Sans") == nil && FontStyle(named: "") == nil)
  }

  @Test(arguments: FontStyle.allCases)
  func stylesAreDrawnOrSaidToBeMissing(style: FontStyle) throws {
    let installed = FontInventory().families(for: style)
    var design = plain("Kinora")
    design.specification.family = style.rawValue
    let artwork = try TextArtwork(design)
    #expect((artwork.missingFamily == nil) == !installed.isEmpty)
    if let first = installed.first { #expect(artwork.families == [first]) }
    #expect(artwork.picture.size.area > 1)
  }

  @Test func boldAndItalicLettersDiffer() throws {
    let regular = try TextArtwork(plain("Kinora"))
    var design = plain("Kinora")
    design.specification.family = "bold"
    #expect(try Drawn(TextArtwork(design)).inkArea > Drawn(regular).inkArea * 12 / 10)
    design = plain("Kinora")
    design.specification.isItalic = true
    #expect(try Drawn(TextArtwork(design)).bytes != Drawn(regular).bytes)
  }
}
