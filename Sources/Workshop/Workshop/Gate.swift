internal import Synchronization

/// Lets so many in at once; others wait in the order in which they came.
final class Gate: Sendable {
  private struct Waiter {
    let number: Int
    let continuation: CheckedContinuation<Bool, Never>
  }

  private struct State {
    var free: Int
    var lastNumber = 0
    var waiting: [Waiter] = []
    var cancelled: Set<Int> = []
  }

  private let state: Mutex<State>

  init(_ width: Int) { state = Mutex(State(free: max(width, 1))) }

  /// Does `body` as soon as there is room. Throws `WorkshopError.cancellation` where the task is
  /// cancelled before.
  func pass<Result>(_ body: () async throws -> Result) async throws -> Result {
    guard await enter() else { throw WorkshopError.cancellation }
    defer { leave() }
    return try await body()
  }

  private func enter() async -> Bool {
    let number = state.withLock { state in
      state.lastNumber += 1
      return state.lastNumber
    }
    // Who is told to go before it stands in line leaves a mark; nobody else may find it.
    defer { state.withLock { _ = $0.cancelled.remove(number) } }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isIn: Bool? = state.withLock { state in
          if state.cancelled.contains(number) { return false }
          guard state.free == 0 else {
            state.free -= 1
            return true
          }
          state.waiting.append(Waiter(number: number, continuation: continuation))
          return nil
        }
        if let isIn { continuation.resume(returning: isIn) }
      }
    } onCancel: {
      turnAway(number)
    }
  }

  private func turnAway(_ number: Int) {
    let waiter: Waiter? = state.withLock { state in
      guard let index = state.waiting.firstIndex(where: { $0.number == number }) else {
        state.cancelled.insert(number)
        return nil
      }
      return state.waiting.remove(at: index)
    }
    waiter?.continuation.resume(returning: false)
  }

  private func leave() {
    let next: Waiter? = state.withLock { state in
      guard !state.waiting.isEmpty else {
        state.free += 1
        return nil
      }
      return state.waiting.removeFirst()
    }
    next?.continuation.resume(returning: true)
  }
}
