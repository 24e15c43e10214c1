internal import Libav
internal import Foundation

/// Draws and encodes chunks until none are left. Runs on a thread of its own.
struct Worker {
  let index: Int
  let plan: FilmPlan
  let chunks: [Range<Int>]
  let settings: VideoSettings
  let stills: StillCache
  let board: RenderBoard

  /// Takes chunk after chunk; an error stops every worker.
  func run() {
    let compositor = Compositor(plan, stills: stills)
    do {
      while let chunk = board.next(for: index) {
        let encoded = try encode(chunks[chunk], with: compositor)
        guard let encoded else { return }
        try board.finish(chunk, encoded)
      }
    } catch {
      board.fail(RenderError(wrapping: error))
    }
  }

  /// The chunk's frames as H.264, or nil where the work was stopped meanwhile.
  private func encode(
    _ frames: Range<Int>, with compositor: Compositor
  ) throws -> EncodedChunk? {
    let encoder = try VideoEncoder(settings: settings)
    for index in frames {
      guard !board.isStopped else { return nil }
      try encoder.encode(try compositor.frame(index))
      board.countFrame()
    }
    return try encoder.finish()
  }
}
