import Testing

@testable import Type

@Suite struct FontInventoryTests {
  let fonts = FontInventory()

  @Test func familiesAreFound() {
    #expect(fonts.has(family: "DejaVu Sans"))
    #expect(fonts.has(family: "dejavu sans"))
    #expect(fonts.has(family: "sans-serif"))
    #expect(!fonts.has(family: "No Such Family 7"))
    #expect(!fonts.has(family: ""))
    #expect(fonts.families == fonts.families.sorted())
    #expect(fonts.count == fonts.families.count)
  }

  @Test(arguments: FontInventory.Script.allCases)
  func everyScriptHasAFont(script: FontInventory.Script) {
    #expect(fonts.covers(script))
  }

  @Test func emojiFontsAreThoseInColour() {
    #expect(fonts.families(for: .emoji) == ["Noto Color Emoji"])
    #expect(!fonts.families(for: .arabic).contains("Noto Color Emoji"))
  }
}
