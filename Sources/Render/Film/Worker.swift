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
  let kept: KeptPieces?

  /// Takes chunk after chunk; an error stops every worker.
  func run() {
    let compositor = Compositor(plan, stills: stills)
    do {
      while let chunk = board.next(for: index) {
        let frames = chunks[chunk]
        if let known = kept?.chunk(of: frames) {
          board.countFrames(frames.count)
          try board.finish(chunk, known)
          continue
        }
        guard let encoded = try encode(frames, with: compositor) else { return }
        kept?.keep(encoded, of: frames)
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
      board.countFrames(1)
    }
    return try encoder.finish()
  }
}
