import Synchronization

/// How much more can be done at once.
final class Slots: Sendable {
  private let free: Mutex<Int>
  private let bell = Bell()

  /// So many slots, all free.
  init(_ width: Int) { free = Mutex(width) }

  /// Waits until a slot is free.
  /// - Returns: false where the task is cancelled.
  func waitForOne() async -> Bool {
    let listener = bell.listener("")
    while !Task.isCancelled {
      if free.withLock({ $0 > 0 }) { return true }
      await listener.wait()
    }
    return false
  }

  /// Waits for a slot and takes it.
  /// - Returns: false where the task is cancelled; then none is taken.
  func takeOne() async -> Bool {
    while await waitForOne() {
      let isTaken = free.withLock { free in
        guard free > 0 else { return false }
        free -= 1
        return true
      }
      if isTaken { return true }
    }
    return false
  }

  /// Takes a slot, whether there is one or not.
  func take() { free.withLock { $0 -= 1 } }

  /// Gives a slot back.
  func giveBack() {
    free.withLock { $0 += 1 }
    bell.ring("")
  }

  /// Gives a slot back for as long as `body` waits for what others do.
  ///
  /// It is taken again without waiting: what follows is short, and nobody who is nearly done
  /// should stand behind those who begin.
  func standAside<Result>(_ body: () async throws -> Result) async rethrows -> Result {
    giveBack()
    defer { take() }
    return try await body()
  }
}
