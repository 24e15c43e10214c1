import MediaTime
import Pixels
import Testing

@testable import Type

@Suite struct KaraokeTests {
  private func word(_ clusters: Range<Int>, _ start: Int64, _ end: Int64) -> Karaoke.Word {
    Karaoke.Word(
      clusters: clusters,
      range: TimeRange(start: ms(start), duration: ms(end - start)))
  }

  private func ms(_ value: Int64) -> MediaTime { MediaTime(value, over: 1000) }

  @Test func theWordThatIsSaidIsLit() {
    let karaoke = Karaoke([
      word(0..<6, 500, 900), word(6..<12, 1000, 1400), word(12..<15, 3000, 3500),
    ])
    #expect(karaoke.lit(at: ms(499)) == nil)
    #expect(karaoke.lit(at: ms(500))?.opacity == 0)
    #expect(karaoke.lit(at: ms(540))?.opacity == 0.5)
    #expect(karaoke.lit(at: ms(700))?.clusters == 0..<6)
    #expect(karaoke.lit(at: ms(950))?.clusters == 0..<6, "a short pause keeps it lit")
    #expect(
      karaoke.lit(at: ms(1000))
        == TextState.Lit(
          clusters: 6..<12, opacity: 1, color: karaoke.color))
    #expect(karaoke.lit(at: ms(2000)) == nil)
    #expect(karaoke.lit(at: ms(3499))?.clusters == 12..<15)
    #expect(karaoke.lit(at: ms(3500)) == nil)
  }

  @Test func progressKeepsWhatWasSaid() {
    let karaoke = Karaoke([word(0..<6, 0, 400), word(6..<9, 900, 1000)], style: .progress)
    #expect(karaoke.lit(at: ms(700))?.clusters == 0..<6)
    #expect(karaoke.lit(at: ms(950))?.clusters == 0..<9)
    #expect(karaoke.lit(at: ms(60_000))?.clusters == 0..<9)
  }

  @Test func timesAreBroughtInOrder() {
    let karaoke = Karaoke([
      word(6..<9, 500, 900), word(0..<6, 0, 800), word(3..<3, 0, 50), word(9..<12, 1000, 1000),
    ])
    #expect(karaoke.words.map(\.clusters) == [0..<6, 6..<9])
    #expect(karaoke.words[0].range.end == ms(500))
    #expect(Karaoke([]).lit(at: ms(0)) == nil)
  }

  @Test func wordsAreCountedOff() throws {
    let artwork = try TextArtwork(plain("one two three four"))
    let times = [(2, 0, 400), (0, 400, 500), (1, 500, 900), (9, 900, 1200), (1, 1300, 1400)].map {
      (count: $0.0, range: word(0..<1, $0.1, $0.2).range)
    }
    let karaoke = Karaoke(counting: times, of: artwork.words)
    #expect(karaoke.words.map(\.clusters) == [0..<8, 8..<14, 14..<18])
    #expect(Karaoke(counting: times, of: []).words.isEmpty)
  }

  @Test func wordsAreFoundInTheText() throws {
    let artwork = try TextArtwork(plain("Now, now: the\nSEA, 大海。"))
    let times = ["now", "now", "sky", "the sea".suffix(3), "大海", "now", ""].enumerated().map {
      (text: String($0.element), range: word(0..<1, Int64($0.offset) * 100, 950).range)
    }
    let karaoke = Karaoke(finding: times, in: artwork)
    let found = karaoke.words.map { word in
      Array(artwork.text)[word.clusters].map(String.init).joined()
    }
    #expect(found == ["Now,", "now:", "SEA,", "大海。"])
    #expect(Karaoke(finding: times, in: try TextArtwork(plain(""))).words.isEmpty)
  }

  @Test func onlyWhatShowsIsLit() {
    var animation = TextAnimation(
      entrance: .typewriter, exit: .none, clusters: 20, letterHeight: 50)
    animation.karaoke = Karaoke([word(0..<20, 0, 3000)], style: .word)
    let early = animation.state(at: ms(90), duration: ms(3000))
    #expect(early.lit?.clusters == 0..<early.visibleClusters && early.visibleClusters < 5)
    #expect(animation.state(at: ms(2000), duration: ms(3000)).lit?.clusters == 0..<20)
    animation.karaoke = nil
    #expect(animation.state(at: ms(2000), duration: ms(3000)).lit == nil)
  }

  @Test(arguments: [TextPreset.caption, .subtitle, .title])
  func litLettersLieOverTheWhole(preset: TextPreset) throws {
    let whole = try Drawn("one two three", preset).artwork
    let amber = TextColor(red: 255, green: 214, blue: 64)
    let lit = try whole.artwork(lighting: 4..<8, in: amber)
    #expect(lit.picture.size == whole.picture.size && lit.x == whole.x && lit.y == whole.y)
    let letters = try #require(Drawn(whole).letters)
    let amberPixels = try #require(Drawn(lit).bounds { alpha, _, cb in alpha > 200 && cb < 80 })
    #expect(amberPixels.left > letters.left + 0.2 * letters.width)
    #expect(amberPixels.right < letters.left + 0.6 * letters.width)
    let dark = Drawn(lit).bounds { alpha, luma, _ in alpha > 20 && luma < 60 }
    #expect((dark == nil) == (preset != .subtitle), "shadows and plates aren't drawn twice")
    let none = try whole.artwork(lighting: 90..<95, in: amber)
    #expect(Drawn(none).inkArea == 0)
  }
}
