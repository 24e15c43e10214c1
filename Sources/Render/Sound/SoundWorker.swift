internal import Libav
internal import MediaTime

/// Makes the film's sound whole. Runs on a thread of its own.
struct SoundWorker {
  let plan: FilmPlan
  let board: RenderBoard

  func run() {
    do {
      if let sound = try encode() { board.finishSound(sound) }
    } catch {
      board.fail(RenderError(wrapping: error))
    }
  }

  private func encode() throws -> EncodedSound? {
    let encoder = try AudioEncoder()
    let silence = [Float](repeating: 0, count: 2 * 4800)
    var left = plan.duration.count(of: MediaTime(1, over: 48_000))
    while left > 0 {
      guard !board.isStopped else { return nil }
      let count = min(left, 4800)
      try encoder.encode(silence.span.extracting(first: 2 * count))
      left -= count
    }
    return try encoder.finish()
  }
}
