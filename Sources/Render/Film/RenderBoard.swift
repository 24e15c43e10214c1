internal import Foundation
internal import Libav

/// What workers share: which chunk is next, which are done, how far the film is.
///
/// Guarded by one condition, held for a few instructions a frame.
final class RenderBoard: @unchecked Sendable {
  private let condition = NSCondition()
  private let spool: Spool
  private var queue: ChunkQueue
  private var done: [Int: Spool.Ticket] = [:]
  private var sound: FilmSound?
  private var framesDone = 0
  private var failure: RenderError?
  private var stopped = false

  init(chunks: [Range<Int>], workers: Int, spool: Spool) {
    queue = ChunkQueue(weights: chunks.map(\.count), workers: workers)
    self.spool = spool
  }

  /// Whether workers should let go.
  var isStopped: Bool { condition.withLock { stopped } }

  /// Frames encoded so far.
  var progress: Int { condition.withLock { framesDone } }

  func next(for worker: Int) -> Int? {
    condition.withLock { stopped ? nil : queue.next(for: worker) }
  }

  func countFrames(_ count: Int) {
    condition.withLock { framesDone += count }
  }

  func finish(_ chunk: Int, _ encoded: EncodedChunk) throws {
    let ticket = try spool.keep(encoded)
    condition.withLock {
      done[chunk] = ticket
      condition.broadcast()
    }
  }

  /// Keeps a part of the sound that comes before all that is still being made.
  func keep(_ part: EncodedChunk) throws -> Spool.Ticket { try spool.keep(part) }

  /// A part of the sound that was kept.
  func part(_ ticket: Spool.Ticket) throws -> EncodedChunk { try spool.chunk(ticket) }

  func finishSound(_ encoded: FilmSound) {
    condition.withLock {
      sound = encoded
      condition.broadcast()
    }
  }

  /// Keeps the first failure and stops everybody.
  func fail(_ error: RenderError) {
    condition.withLock {
      failure = failure ?? error
      stopped = true
      condition.broadcast()
    }
  }

  /// Has every worker let go.
  func stop() {
    condition.withLock { stopped = true }
  }

  /// Waits until the sound is done or `tick` has passed; throws what a worker threw.
  func waitForSound(tick: Double) throws(RenderError) -> FilmSound? {
    try wait(tick: tick) { $0.sound }
  }

  /// Waits until chunk `index` is done or `tick` has passed; throws what a worker threw.
  func waitForChunk(_ index: Int, tick: Double) throws(RenderError) -> Spool.Ticket? {
    try wait(tick: tick) { $0.done[index] }
  }

  private func wait<Value>(
    tick: Double, for value: (RenderBoard) -> Value?
  ) throws(RenderError) -> Value? {
    condition.lock()
    defer { condition.unlock() }
    let deadline = Date(timeIntervalSinceNow: tick)
    while failure == nil, value(self) == nil {
      guard condition.wait(until: deadline) else { break }
    }
    if let failure { throw failure }
    return value(self)
  }
}
