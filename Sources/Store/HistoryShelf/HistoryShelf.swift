import Synchronization
import Timeline

/// Histories that were read or written lately, so that they are neither read again nor compared
/// at length. Each is known by its stamp, which changes with every change of the history and is
/// never used twice; what a stamp stands for never changes, so a shelf is right in every state of
/// the store, also one that was taken back.
final class HistoryShelf: Sendable {
  private struct Entry {
    var history: History
    var size: Int
    var lastUse: Int
  }

  private struct State {
    var entries: [Int: Entry] = [:]
    var size = 0
    var uses = 0
  }

  private let state = Mutex(State())
  private let lastStamp: Atomic<Int>
  private let capacity: Int

  /// An empty shelf. Its stamps are counted from a random one on, far from those that other
  /// processes left in the store.
  /// - Parameter capacity: how many bytes, as they are written, it keeps.
  init(capacity: Int = 8 << 20) {
    lastStamp = Atomic(Int.random(in: 0..<1 << 40) << 22)
    self.capacity = capacity
  }

  func nextStamp() -> Int { lastStamp.add(1, ordering: .relaxed).newValue }

  func history(_ stamp: Int) -> History? {
    state.withLock { state in
      state.uses += 1
      state.entries[stamp]?.lastUse = state.uses
      return state.entries[stamp]?.history
    }
  }

  /// - Parameter size: bytes of the history as it is written.
  func put(_ history: History, stamp: Int, size: Int) {
    guard size <= capacity / 2 else { return }
    state.withLock { state in
      state.uses += 1
      let former = state.entries.updateValue(
        Entry(history: history, size: size, lastUse: state.uses), forKey: stamp)
      state.size += size - (former?.size ?? 0)
      while state.size > capacity,
        let oldest = state.entries.min(by: { $0.value.lastUse < $1.value.lastUse })
      {
        state.entries[oldest.key] = nil
        state.size -= oldest.value.size
      }
    }
  }
}
