import Logging
import Records

/// Takes work of one kind as it comes and has it done, so much at once and no more. Waiting costs
/// no thread.
struct WorkLoop: Sendable {
  let studio: Studio
  let kind: Records.Work.Kind
  let slots: Slots
  let perform: @Sendable (Lease) async -> Void

  /// Goes on until the task is cancelled; then it waits for what runs to stop.
  func run() async {
    await withDiscardingTaskGroup { group in
      // Nothing is asked of the queue while nothing could be begun.
      while await slots.waitForOne() {
        guard let lease = await take() else { continue }
        slots.take()
        group.addTask {
          await perform(lease)
          slots.giveBack()
        }
      }
    }
  }

  /// The next work; nil after a wait where there was none.
  private func take() async -> Lease? {
    let settings = studio.settings
    do {
      if let lease = try await studio.queue.lease(kind, for: settings.leaseTime) { return lease }
      await studio.queue.waitForWork(kind, atMost: settings.pollInterval)
    } catch {
      studio.logger.warning("No \(kind.rawValue) could be taken from the queue: \(error)")
      try? await Task.sleep(for: settings.pollInterval)
    }
    return nil
  }
}
