import Pixels
import Testing

@testable import Type

@Suite struct TextLayoutTests {
  @Test func longTitlesBreakIntoLinesOfLikeLength() throws {
    let artwork = try Drawn("The Quiet Mountains of the Northern Coast", .title).artwork
    #expect(
      artwork.lines.map { $0.trimmingSpaces } == [
        "The Quiet Mountains", "of the Northern Coast",
      ])
    #expect(artwork.scale == 1)
  }

  @Test(arguments: [
    "We had been walking for three days before the first lights of the city appeared to us.",
    "A somewhat longer sentence that would leave a single word behind on its last line, alone.",
    "It was the best of times, it was the worst of times, it was the age of wisdom, it was it.",
  ])
  func noSubtitleLeavesAnOrphan(text: String) throws {
    let lines = try Drawn(text, .subtitle).artwork.lines
    #expect(lines.count >= 2)
    let lengths = lines.map(\.count)
    let (shortest, longest) = (lengths.min() ?? 0, lengths.max() ?? 0)
    #expect(Double(shortest) > 0.6 * Double(longest), "\(lines)")
  }

  @Test func aLineThatFitsStaysWhole() throws {
    let artwork = try Drawn("Urban Dreams\nA film by Ana Lee", .title).artwork
    #expect(artwork.lines == ["Urban Dreams", "A film by Ana Lee"])
  }

  @Test func wordsShrinkBeforeTheyBreak() throws {
    let artwork = try Drawn("Donaudampfschifffahrtsgesellschaft", .title).artwork
    #expect(artwork.lines.count == 1)
    #expect(artwork.scale < 1 && artwork.scale >= 0.5)
    let endless = try Drawn(String(repeating: "Wordy", count: 40), .title).artwork
    #expect(endless.lines.count > 1)
    #expect(endless.scale == 0.5)
  }

  @Test func chineseLinesNeverBeginWithClosingMarks() throws {
    let text = "人工智能，让每个人。都能把，照片变成。电影，而且只需要，一句话。不用任何，剪辑经验。"
    for width in stride(from: 200.0, through: 900, by: 37) {
      var design = plain(text, letterHeight: 40)
      design.specification.maximumWidth = width
      let lines = try TextArtwork(design).lines
      #expect(lines.joined() == text)
      for line in lines {
        #expect(!"，。！？、；：）》”".contains(try #require(line.first)), "\(width): \(lines)")
      }
    }
  }

  @Test(arguments: ["אבגדהו", "ابتثج"])
  func rightToLeftTextBeginsAtTheRight(text: String) throws {
    let whole = try TextArtwork(plain(text))
    let all = try #require(Drawn(whole).bounds())
    let first = try #require(try Drawn(whole.artwork(showing: 0..<1)).bounds())
    #expect(first.right == all.right)
    #expect(first.left > (all.left + all.right) / 2)
  }

  @Test func leftToRightTextBeginsAtTheLeft() throws {
    let whole = try TextArtwork(plain("ABCDEF"))
    let all = try #require(Drawn(whole).bounds())
    let first = try #require(try Drawn(whole.artwork(showing: 0..<1)).bounds())
    #expect(first.left == all.left)
    #expect(first.right < (all.left + all.right) / 2)
  }

  @Test(arguments: ["Typewriter 5", "城市的夜晚", "مرحبا بالعالم", "a😀b👨‍👩‍👧c"])
  func clustersAppearOneByOneInPlace(text: String) throws {
    let whole = try TextArtwork(TextPreset.title.design(text, on: .hd))
    #expect(whole.clusters == text.count)
    var area = -1
    for count in 0...text.count {
      let part = try whole.artwork(showing: 0..<count)
      #expect(part.picture.size == whole.picture.size)
      #expect(part.x == whole.x && part.y == whole.y)
      let now = Drawn(part).inkArea
      #expect(now >= area)
      area = now
    }
    let none = try Drawn(whole.artwork(showing: 0..<0)).bytes
    #expect(none.suffix(whole.picture.size.area).allSatisfy { $0 == 0 })
    let all = try Drawn(whole.artwork(showing: 0..<text.count)).bytes
    #expect(all == Drawn(whole).bytes)
    #expect(try Drawn(whole.artwork(showing: 0..<Int.max)).bytes == all)
  }

  @Test func joinedLettersAreNotSpacedOut() throws {
    var design = plain("مرحبا")
    let tight = try Drawn(TextArtwork(design)).bytes
    design.specification.tracking = 0.3
    #expect(try Drawn(TextArtwork(design)).bytes == tight)
    var latin = plain("Hello")
    let before = try TextArtwork(latin).picture.size.width
    latin.specification.tracking = 0.3
    #expect(try TextArtwork(latin).picture.size.width > before + 50)
  }

  @Test func creditsSetRolesSmaller() {
    let heads = SecondaryLines(.groupHeads, scale: 0.5)
    #expect(heads.ranges(in: "By\nAna\n\nMusic\nJo\n\nEnd") == [0..<3, 8..<14])
    #expect(SecondaryLines(scale: 0.5).ranges(in: "a\nb\nc") == [2..<5])
    #expect(SecondaryLines(scale: 0.5).ranges(in: "a") == [])
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    String(reversed().drop(while: \.isWhitespace).reversed())
  }
}
