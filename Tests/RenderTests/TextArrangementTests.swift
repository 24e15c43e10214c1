import MediaTime
import Pixels
import Testing
import Timeline
import Type

@testable import Render

/// Texts that are on at the same time don't stand on each other.
@Suite struct TextArrangementTests {
  private static let sizes = [
    PixelSize(width: 1920, height: 1080), PixelSize(width: 1080, height: 1920),
    PixelSize(width: 1080, height: 1080),
  ]

  private func text(
    _ words: String, _ preset: TextStyle.Preset, from start: Milliseconds = 0, y: Double? = nil
  ) -> Segment {
    var segment = Segment(id: words, text: words, start: start, duration: 3000)
    segment.style.text = TextStyle(preset: preset, y: y)
    return segment
  }

  private func draft(_ texts: [Segment]) -> Draft {
    Draft(
      tracks: texts.enumerated().map {
        Track(id: "t\($0.offset)", kind: .text, segments: [$0.element])
      })
  }

  private func titles(_ texts: [Segment], on size: PixelSize) throws -> [TitlePlan] {
    let film = draft(texts)
    var arrangement = TextArrangement(film, on: size)
    return try texts.map { text in
      try TitlePlan(text, frames: 0..<90, canvas: size, shift: arrangement.shift(of: text)) {
        [Picture(size: PixelSize(width: 32, height: 32), filledWith: .black)]
      }
    }
  }

  @Test(
    "Two titles, a lower third and a caption: none touches another, at any shape", arguments: sizes)
  func apart(_ size: PixelSize) throws {
    let texts = [
      text("The quiet hills", .title), text("宁静的山", .title), text("Lake Dawn, 6 am", .lowerThird),
      text("Nobody is up yet.", .caption),
    ]
    let inks = try titles(texts, on: size).map(\.artwork.ink)
    for (index, ink) in inks.enumerated() {
      #expect(ink.y > 0 && ink.maxY < size.height)
      for other in inks[..<index] { #expect(ink.intersection(other).isEmpty) }
    }
    // The lower third stays where it is by itself, and so does the first title where that is free.
    #expect(try titles([texts[2]], on: size).map(\.artwork.ink) == [inks[2]])
    if size.width > size.height {
      #expect(try titles([texts[0]], on: size).map(\.artwork.ink) == [inks[0]])
    }
    #expect(inks[3].maxY < inks[2].y)
  }

  @Test("A caption rises over a lower third as long as that is on, and no longer")
  func passes() throws {
    let third = text("Lake Dawn", .lowerThird)
    let (first, later) = (text("hello", .caption), text("there", .caption, from: 3000))
    let film = draft([third, first, later])
    var arrangement = TextArrangement(film, on: Self.sizes[0])
    #expect(try arrangement.shift(of: first) < -0.02)
    #expect(try arrangement.shift(of: later) == 0)
    #expect(try arrangement.shift(of: third) == 0)
  }

  @Test("A place that somebody chose is kept; what has none goes around it")
  func chosen() throws {
    let (low, free) = (text("Here", .title, y: 0.5), text("Free", .title))
    let (other, mark) = (text("Here too", .title, y: 0.52), text("mark", .watermark))
    var arrangement = TextArrangement(draft([free, low, other, mark]), on: Self.sizes[0])
    #expect(try arrangement.shift(of: low) == 0)
    #expect(try arrangement.shift(of: other) == 0)
    #expect(try arrangement.shift(of: free) > 0.05)
    #expect(try arrangement.shift(of: mark) == 0)
  }

  @Test("Two that were put in the same place stand under each other")
  func samePlace() throws {
    let texts = [text("One", .title, y: 0.15), text("Two", .title, y: 0.15)]
    let inks = try titles(texts, on: Self.sizes[0]).map(\.artwork.ink)
    #expect(inks[0].maxY < inks[1].y)
  }

  @Test("Where there is no room all stay")
  func full() throws {
    let texts = (0..<12).map { text("Title \($0)", .title) }
    let inks = try titles(texts, on: Self.sizes[0]).map(\.artwork.ink)
    #expect(Set(inks.map(\.y)).count < texts.count)
    #expect(inks.allSatisfy { $0.y > 0 && $0.maxY < 1080 })
  }
}
