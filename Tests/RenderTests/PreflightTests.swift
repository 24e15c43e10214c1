import Foundation
import Libav
import MediaTime
import Pixels
import Render
import Testing
import Timeline

/// What is found in a film by looking at it before it is made.
@Suite struct PreflightTests {
  private let media: TestMedia
  private static let size = PixelSize(width: 640, height: 360)

  init() throws {
    media = try TestMedia()
    let white = Picture(size: Self.size, filledWith: YCbCr(y: 225, cb: 128, cr: 128))
    try PNG.write(white, to: media.path("white.png"))
  }

  private func findings(
    _ text: String, _ style: TextStyle, size: PixelSize = Self.size
  ) throws -> [PreflightFinding] {
    var title = Segment(id: "s9", text: text, start: 0, duration: 3000)
    title.style.text = style
    let draft = Draft.film([.clip("white", for: 3000)], size: size, titles: [title])
    return try Preflight(draft, library: media.library, folder: media.folder).findings()
      .filter { $0.kind != .silent }
  }

  @Test("White words on white get a shadow or a plate by themselves, and are not found")
  func protected() throws {
    #expect(try findings("Summer", TextStyle(preset: .title)) == [])
    #expect(try findings("夏天的风", TextStyle(preset: .title)) == [])
  }

  @Test("Words that a draft keeps from their plate are found, with what lacks")
  func contrast() throws {
    let found = try findings("small and pale", TextStyle(preset: .watermark, plate: false))
    #expect(found.map(\.kind) == [.lowContrast])
    #expect(found.first?.segment == "s9")
    #expect((found.first?.measured ?? 9) < (found.first?.limit ?? 0))
  }

  @Test("Words under an app's buttons, and characters that no font has, are found")
  func place() throws {
    let portrait = PixelSize(width: 360, height: 640)
    let outside = try findings("Follow us", TextStyle(x: 0.5, y: 0.93), size: portrait)
    #expect(outside.map(\.kind) == [.outsideSafeArea])
    #expect(try findings("Follow us", TextStyle(), size: portrait) == [])
    let strange = try findings("Hello \u{E123}", TextStyle())
    #expect(strange.contains { $0.kind == .missingGlyphs && $0.detail == "\u{E123}" })
  }

  @Test("A font that isn't here, and words that find no room, are found")
  func fonts() throws {
    let other = try findings("Summer", TextStyle(font: "Nowhere Grotesk"))
    #expect(other.map(\.kind) == [.missingFont])
    #expect(other.first?.detail == "Nowhere Grotesk")
    #expect(try findings("Summer", TextStyle(font: "sans-serif")) == [])
    let text = String(repeating: "many words and more ", count: 500)
    let cut = try #require(
      try findings(text, TextStyle()).first { $0.kind == .truncated })
    #expect(cut.limit == Double(text.count) && (1..<cut.limit).contains(cut.measured))
  }

  @Test("A film of words alone, and one of nothing, can be looked through")
  func wordsAlone() throws {
    var title = Segment(id: "s1", text: "The end", start: 0, duration: 3000)
    title.style.text = TextStyle()
    let draft = Draft(tracks: [Track(id: "t1", kind: .text, segments: [title])]).normalized()
    let found = try Preflight(draft, library: media.library, folder: media.folder).findings()
    #expect(found.map(\.kind) == [.silent])
    #expect(throws: RenderError.self) {
      try Preflight(Draft(), library: media.library, folder: media.folder)
    }
  }

  @Test("Sounds that are far too loud together are found")
  func clipping() throws {
    var tracks = Draft.film([.clip("white", for: 2000)], size: Self.size).tracks
    try media.sound("tone.mp4", seconds: 2, amplitude: 1)
    for index in 0..<4 {
      var sound = Segment.clip("tone", id: "a\(index)", for: 2000)
      sound.volume = 2
      tracks.append(Track(id: "a\(index)t", kind: .audio, segments: [sound]))
    }
    let draft = Draft(
      canvas: Canvas(width: Self.size.width, height: Self.size.height), tracks: tracks
    ).normalized()
    let found = try Preflight(draft, library: media.library, folder: media.folder).findings()
    #expect(found.contains { $0.kind == .clipping && $0.measured > 3 })
  }
}
