import Foundation
import Testing
import Timeline

@Suite struct ReceiptTests {
  private let move = FilmIntent.Move(
    firstFrame: 30, frameCount: 61, names: ["push_in", "pan_right"],
    stands: [
      .init(scale: 1, x: 0, y: 0, turn: 0), .init(scale: 1.1, x: -0.05, y: 0, turn: 2),
      .init(scale: 1.2, x: -0.1, y: 0, turn: 4),
    ])

  @Test func whatIsAskedIsKnownBetweenAnyTwoFrames() throws {
    let whole = try #require(move.change(from: 30, to: 90))
    #expect(abs(whole.scale - 1.2) < 1e-9 && abs(whole.x + 0.1) < 1e-9 && whole.turn == 4)
    let half = try #require(move.change(from: 60, to: 200))
    #expect(abs(half.scale - 1.2 / 1.1) < 1e-9)
    #expect(abs(half.x - (-0.1 + 0.05 * 1.2 / 1.1)) < 1e-9 && half.turn == 2)
    let unsaid = FilmIntent.Move(firstFrame: 0, frameCount: 9, names: [], stands: [])
    #expect(unsaid.change(from: 0, to: 8) == nil)
  }

  @Test func anIntentIsReadAsItWasWritten() throws {
    let intent = FilmIntent(
      moves: Array(repeating: move, count: 40), loudness: -14, truePeak: -1, texts: 3,
      incompleteTexts: 1, coveredTexts: 2, frames: 91)
    #expect(intent.moves.count == FilmIntent.mostMoves)
    let data = try JSONEncoder().encode(intent)
    #expect(try JSONDecoder().decode(FilmIntent.self, from: data) == intent)
    for stand in ["[1,0,0]", "[0,0,0,0]", "[-1,0,0,0]", "{}"] {
      #expect(throws: DecodingError.self) {
        try JSONDecoder().decode(FilmIntent.Stand.self, from: Data(stand.utf8))
      }
    }
  }

  @Test func aFigureIsOfWhatWasAskedMost() {
    func receipt(_ asked: CameraChange, _ got: CameraChange) -> FilmReceipt.Move? {
      FilmReceipt.Move(firstFrame: 0, asked: asked, measured: got, jitter: 0.01)
    }
    let still = CameraChange(scale: 1, x: 0, y: 0, turn: 0)
    let away = receipt(
      CameraChange(scale: 1 / 1.12, x: 0.3, y: 0, turn: 5),
      CameraChange(scale: 1 / 1.1, x: 0, y: 0, turn: 0))
    #expect(away?.kind == .zoom)
    #expect(abs((away?.asked ?? 0) - 12) < 1e-6 && abs((away?.measured ?? 0) - 10) < 1e-6)
    let pan = receipt(CameraChange(scale: 1, x: -0.1, y: 0.02, turn: 0), still)
    #expect(pan?.kind == .shift && pan?.asked == 10 && pan?.measured == 0)
    let roll = receipt(CameraChange(scale: 1, x: 0, y: 0, turn: -6), still)
    #expect(roll?.kind == .turn && roll?.asked == 6)
    #expect(receipt(still, still) == nil)
  }
}
