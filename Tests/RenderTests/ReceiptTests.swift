import Libav
import MediaTime
import Pixels
import Testing
import Timeline

@testable import Render

/// A film carries what was asked, and its frames show it.
@Suite struct ReceiptTests {
  private func film(
    _ moves: [CameraMove], _ media: TestMedia, titles: [Segment] = []
  ) throws -> String {
    try media.still("photo.png")
    let draft = Draft.film(
      [.clip("photo", for: 2000, style: SegmentStyle(motion: moves))], titles: titles)
    try FilmRenderer(draft: draft, library: media.library).render(to: media.path("film.mp4"))
    return media.path("film.mp4")
  }

  @Test(arguments: [
    (CameraMove(.pushIn, amount: 0.12), FilmReceipt.Move.Kind.zoom, 12.0),
    (CameraMove(.pullOut, amount: 0.2), .zoom, 20),
    (CameraMove(.panRight, amount: 0.1), .shift, 10),
    (CameraMove(.tiltUp, amount: 0.1), .shift, 10),
    (CameraMove(.rollClockwise, degrees: 6), .turn, 6),
  ])
  func askedMovesAreMeasured(
    move: CameraMove, kind: FilmReceipt.Move.Kind, amount: Double
  ) throws {
    let media = try TestMedia()
    let report = try FilmCheck(path: film([move], media)).run()
    let receipt = try #require(FilmReceipt(report))
    let found = try #require(receipt.moves.first)
    #expect(found.kind == kind)
    #expect((found.asked - amount).magnitude <= 0.05 * amount, "\(found)")
    #expect((found.measured - found.asked).magnitude <= 0.02 * amount + 0.1, "\(found)")
    #expect(report.intent?.moves.first?.names == [move.move.rawValue])
    #expect(report.lines.contains { $0.hasPrefix("asked") && $0.contains(kind.rawValue) })
    let quick = try #require(FilmRenderer.receipt(of: media.path("film.mp4")))
    #expect(try (#require(quick.moves.first).measured - found.measured).magnitude < 0.3)
  }

  @Test func movesUnderSomethingThatStaysAreNotPutInFigures() throws {
    let media = try TestMedia()
    try media.still("photo.png")
    try media.still("sign.png", size: PixelSize(width: 40, height: 20))
    var draft = Draft.film([
      .clip(
        "photo", for: 2000, style: SegmentStyle(motion: [CameraMove(.pushIn, amount: 0.12)]))
    ])
    var style = SegmentStyle()
    style.inset = Inset(place: .topRight, size: 0.4)
    draft.tracks.append(
      Track(
        id: "t9", kind: .video, segments: [.clip("sign", id: "s9", for: 2000, style: style)]))
    let path = media.path("film.mp4")
    try FilmRenderer(draft: draft, library: media.library).render(to: path)
    let receipt = try #require(FilmRenderer.receipt(of: path))
    #expect(receipt.moves.isEmpty && receipt.frames == 60)
  }

  @Test func whatDepthDecidesIsNotPutInFigures() throws {
    let media = try TestMedia()
    let title = Segment(id: "x", text: "Dawn", start: 0, duration: 1500)
    let path = try film([CameraMove(.parallax)], media, titles: [title])
    let receipt = try #require(FilmRenderer.receipt(of: path))
    #expect(receipt.moves.isEmpty && receipt.frames == 60 && receipt.texts == 1)
    #expect(receipt.askedLoudness == nil && receipt.incompleteTexts == 0)
  }

  @Test func filmsOfOtherMakeHaveNoReceipt() throws {
    let films = try CheckFilms()
    let report = try FilmCheck(path: films.film("a.mp4", CheckFilms.zoom(12))).run()
    #expect(report.intent == nil && FilmReceipt(report) == nil)
    #expect(FilmRenderer.receipt(of: films.path("none.mp4")) == nil)
    for comment in ["", "by hand", "{\"kinora\":{}}", "{\"kinora\":[1]}"] {
      #expect(FilmIntent(comment: comment) == nil)
    }
  }
}
