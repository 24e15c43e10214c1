import Director
import Testing
import Timeline

/// What was measured of a film is told in one sentence.
@Suite struct ReceiptTests {
  private func move(_ asked: Double, _ got: Double, _ jitter: Double?) -> FilmReceipt.Move? {
    FilmReceipt.Move(
      firstFrame: 0, asked: CameraChange(scale: 1 + asked / 100, x: 0, y: 0, turn: 0),
      measured: CameraChange(scale: 1 + got / 100, x: 0, y: 0, turn: 0), jitter: jitter)
  }

  private func receipt(_ moves: [FilmReceipt.Move?], asked: Double? = nil, loudness: Double? = nil)
    -> FilmReceipt
  {
    FilmReceipt(
      moves: moves.compactMap { $0 }, askedLoudness: asked, loudness: loudness, truePeak: -2,
      frames: 90, bytes: 1000)
  }

  @Test("One move is told in full, several by how far they are off, and the loudness")
  func figures() {
    let one = receipt([move(12, 11.98, 0.012)], asked: -14, loudness: -14.04)
    #expect(
      one.sentence(in: .english)
        == "Measured: zoom asked 12 %, got 12 %, jitter 0.01 px; "
        + "loudness asked −14 LUFS, got −14 LUFS")
    #expect(
      one.sentence(in: .chinese)
        == "实测：推拉要求12 %，实测12 %，抖动0.01像素；响度要求−14 LUFS，实测−14 LUFS")
    let two = receipt([move(12, 11.5, 0.02), move(20, 20.2, nil)])
    #expect(
      two.sentence(in: .english)
        == "Measured: 2 moves within 0.5 of what was asked, jitter up to 0.02 px")
  }

  @Test("Nothing is claimed of what has no figures")
  func gaps() {
    #expect(receipt([]).sentence(in: .english) == nil)
    #expect(receipt([], asked: -14).sentence(in: .english) == nil)
    var words = receipt([])
    (words.texts, words.incompleteTexts, words.coveredTexts) = (3, 1, 2)
    #expect(
      words.sentence(in: .english)
        == "Measured: 1 of 3 texts lack characters; 2 of 3 texts stand outside the safe area")
  }
}
