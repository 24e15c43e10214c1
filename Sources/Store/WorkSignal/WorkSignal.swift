import Records
import Synchronization

/// Tells those who wait for work that the queue has changed.
final class WorkSignal: Sendable {
  private struct Waiter {
    let kind: Work.Kind
    var continuation: CheckedContinuation<Void, Never>?
  }

  private struct State {
    var lastNumber = 0
    var changes: [Work.Kind: Int] = [:]
    var waiters: [Int: Waiter] = [:]
  }

  private let state = Mutex(State())

  /// How often the queue of a kind has changed.
  func changes(_ kind: Work.Kind) -> Int { state.withLock { $0.changes[kind, default: 0] } }

  /// Ends the waiting for these kinds.
  func notify(_ kinds: Set<Work.Kind>) {
    if kinds.isEmpty { return }
    let ended = state.withLock { state in
      for kind in kinds { state.changes[kind, default: 0] += 1 }
      let ended = state.waiters.filter { kinds.contains($0.value.kind) }
      for number in ended.keys { state.waiters[number] = nil }
      return ended.values.compactMap(\.continuation)
    }
    for continuation in ended { continuation.resume() }
  }

  /// Ends when the queue of a kind has changed more than `changes` times, after `time`, or when
  /// the task is cancelled.
  func wait(_ kind: Work.Kind, after changes: Int, atMost time: Duration) async {
    let number: Int? = state.withLock { state in
      guard state.changes[kind, default: 0] == changes else { return nil }
      state.lastNumber += 1
      state.waiters[state.lastNumber] = Waiter(kind: kind)
      return state.lastNumber
    }
    guard let number else { return }
    let alarm = Task {
      try? await Task.sleep(for: time)
      end(number)
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isWaiting = state.withLock { state in
          state.waiters[number]?.continuation = continuation
          return state.waiters[number] != nil
        }
        if !isWaiting { continuation.resume() }
      }
    } onCancel: {
      end(number)
    }
    alarm.cancel()
  }

  private func end(_ number: Int) {
    let waiter = state.withLock { $0.waiters.removeValue(forKey: number) }
    waiter?.continuation?.resume()
  }
}
