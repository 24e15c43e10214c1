import Pixels
import Testing

@testable import Type

@Suite struct VerticalTextTests {
  private func columns(_ text: String, height: Double = 600, letterHeight: Double = 50)
    throws -> TextArtwork
  {
    var design = plain(text, letterHeight: letterHeight)
    design.specification.isVertical = true
    design.specification.maximumHeight = height
    design.specification.alignment = .left
    return try TextArtwork(design)
  }

  @Test func charactersStandBelowEachOther() throws {
    let one = try columns("永")
    let four = try columns("永永永永")
    #expect(four.ink.width <= one.ink.width + 1)
    #expect(abs(four.ink.height - one.ink.height - 150) <= 3)
    #expect(abs(four.centerX - 640) <= 1 && abs(four.centerY - 360) <= 1)
    let first = try #require(Drawn(four.artwork(showing: 0..<1)).bounds())
    #expect(first.bottom < 360 - 40)
  }

  @Test func charactersStandUpright() throws {
    let across = try Drawn(TextArtwork(plain("二", letterHeight: 50)))
    let down = try Drawn(columns("二"))
    #expect(abs(across.artwork.ink.width - down.artwork.ink.width) <= 2)
    #expect(abs(across.artwork.ink.height - down.artwork.ink.height) <= 2)
    let word = try columns("Kinora")
    #expect(word.ink.height > 2 * word.ink.width, "Latin words lie on their side")
  }

  @Test func columnsRunFromRightToLeft() throws {
    let artwork = try columns("永永永永永永永永", height: 210)
    #expect(artwork.lines.count == 2)
    let first = try #require(Drawn(artwork.artwork(showing: 0..<4)).bounds())
    let second = try #require(Drawn(artwork.artwork(showing: 4..<8)).bounds())
    #expect(first.left >= second.right)
    #expect(abs(first.top - second.top) <= 1)
  }

  @Test func marksAreThoseOfColumns() throws {
    let comma = try columns("永，")
    let mark = try #require(Drawn(comma.artwork(showing: 1..<2)).bounds())
    let (left, right) = (Double(comma.ink.x), Double(comma.ink.maxX))
    #expect(mark.left > (left + right) / 2, "a comma stands at the upper right of its cell")
    let dash = try columns("—")
    #expect(dash.ink.height > 3 * dash.ink.width)
    let bracket = try columns("「")
    let across = try TextArtwork(plain("「", letterHeight: 50))
    #expect(abs(bracket.ink.width - across.ink.height) <= 2, "brackets are turned")
  }

  @Test func wordsStandOnTheMiddleOfTheColumn() throws {
    let artwork = try columns("永永HHH")
    let words = try #require(Drawn(artwork.artwork(showing: 2..<5)).bounds())
    let middle = (words.left + words.right) / 2
    #expect(abs(middle - artwork.centerX) < 3)
  }

  @Test(arguments: TextPreset.allCases, [PixelSize.hd, .portrait])
  func presetsStayInside(preset: TextPreset, canvas: PixelSize) throws {
    var overrides = TextOverrides()
    overrides.isVertical = true
    for text in ["静かな山", "城市的夜晚，灯光，和一个关于远方的梦\n我们一直走到天亮", ""] {
      let artwork = try Drawn(text, preset, on: canvas, overrides).artwork
      #expect(artwork.isInside(SafeArea(for: canvas)), "\(text)")
    }
    let low = try Drawn("谁也没有说话", .subtitle, on: canvas, overrides).artwork
    #expect(low.centerX > 0.7 * Double(canvas.width))
  }

  @Test func contrastIsMeasuredInColumnsToo() throws {
    let ground = Picture(size: .hd, filledWith: .black)
    let contrast = try #require(try Contrast(of: columns("永永永"), over: ground))
    #expect(contrast.ratio > 18 && contrast.ratio <= 21)
  }
}
