import Logging
import Records
import Synchronization

/// Takes work of one kind as it comes and has it done, so much at once and no more. Waiting costs
/// no thread.
struct WorkLoop: Sendable {
  let studio: Studio
  let kind: Records.Work.Kind
  let width: Int
  let perform: @Sendable (Lease) async -> Void

  /// Goes on until the task is cancelled; then it waits for what runs to stop.
  func run() async {
    let listener = studio.board.listener(kind.rawValue)
    let slots = Slots(width)
    await withDiscardingTaskGroup { group in
      group.addTask { await listen() }
      while !Task.isCancelled {
        if slots.isFree, let lease = await take() {
          slots.change(by: -1)
          group.addTask {
            await perform(lease)
            slots.change(by: 1)
            studio.board.ring(kind.rawValue)
          }
        } else {
          await listener.wait()
        }
      }
    }
  }

  private func take() async -> Lease? {
    do {
      return try await studio.queue.lease(kind, for: studio.settings.leaseTime)
    } catch {
      studio.logger.warning("No \(kind.rawValue) could be taken from the queue: \(error)")
      return nil
    }
  }

  /// Rings when work may have come from elsewhere, or a lease may have run out.
  private func listen() async {
    while !Task.isCancelled {
      await studio.queue.waitForWork(kind, atMost: studio.settings.pollInterval)
      studio.board.ring(kind.rawValue)
    }
  }
}

/// How much more can be done at once.
private final class Slots: Sendable {
  private let free: Mutex<Int>

  init(_ width: Int) { free = Mutex(width) }

  var isFree: Bool { free.withLock { $0 } > 0 }

  func change(by count: Int) { free.withLock { $0 += count } }
}
