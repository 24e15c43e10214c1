import Synchronization

/// Wakes those who wait for news under a name. A ring between two waits isn't lost; waiting costs
/// no task and no timer.
final class Bell: Sendable {
  private struct State {
    var listeners: [String: [ObjectIdentifier: Weak]] = [:]
    var isClosed = false
  }

  private struct Weak {
    weak var listener: Listener?
  }

  private let state = Mutex(State())

  /// Hears every ring under `name` from now on, for as long as it is held.
  func listener(_ name: String) -> Listener {
    let listener = Listener(name, bell: self)
    state.withLock {
      $0.listeners[name, default: [:]][ObjectIdentifier(listener)] = Weak(listener: listener)
    }
    return listener
  }

  /// Wakes all who listen to `name`.
  func ring(_ name: String) {
    let woken = state.withLock { $0.listeners[name]?.values.compactMap(\.listener) ?? [] }
    for listener in woken { listener.ring() }
  }

  /// Wakes everybody, for good.
  func close() {
    let woken = state.withLock { state in
      state.isClosed = true
      return state.listeners.values.flatMap { $0.values.compactMap(\.listener) }
    }
    for listener in woken { listener.ring() }
  }

  /// Whether nothing more will be heard.
  var isClosed: Bool { state.withLock { $0.isClosed } }

  /// How many listen, over all names.
  var count: Int { state.withLock { $0.listeners.values.reduce(0) { $0 + $1.count } } }

  fileprivate func remove(_ id: ObjectIdentifier, of name: String) {
    state.withLock { state in
      state.listeners[name]?[id] = nil
      if state.listeners[name]?.isEmpty == true { state.listeners[name] = nil }
    }
  }
}

/// Someone who waits for one name of a ``Bell``. One task at a time.
final class Listener: Sendable {
  private struct State {
    var isRung = false
    var continuation: CheckedContinuation<Void, Never>?
  }

  private let name: String
  private let bell: Bell
  private let state = Mutex(State())

  fileprivate init(_ name: String, bell: Bell) {
    self.name = name
    self.bell = bell
  }

  deinit { bell.remove(ObjectIdentifier(self), of: name) }

  /// Returns once the bell has rung since the last wait, or the task is cancelled, or the bell is
  /// closed.
  func wait() async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isRung = state.withLock { state in
          if state.isRung || bell.isClosed {
            state.isRung = false
            return true
          }
          state.continuation = continuation
          return false
        }
        if isRung { continuation.resume() }
      }
    } onCancel: {
      ring()
    }
  }

  fileprivate func ring() {
    let waiting = state.withLock { state in
      let waiting = state.continuation
      state.continuation = nil
      state.isRung = waiting == nil
      return waiting
    }
    waiting?.resume()
  }
}
