import Synchronization

/// What is on its way in. While a content is kept but not yet anyone's, none is removed.
final class Intake: Sendable {
  private struct State {
    var arrivals = 0
    var isRemoving = false
    var waiting: [CheckedContinuation<Void, Never>] = []
    var parts: Set<String> = []
    var busyUploads: [String: Int] = [:]
  }

  private let state = Mutex(State())

  /// Keeps contents from being removed while `body` keeps one and says whose it is.
  func arriving<Result>(
    _ body: () async throws -> sending Result
  ) async rethrows -> sending Result {
    await begin()
    defer { state.withLock { $0.arrivals -= 1 } }
    return try await body()
  }

  private func begin() async {
    while true {
      let isIn = state.withLock { state in
        guard !state.isRemoving else { return false }
        state.arrivals += 1
        return true
      }
      if isIn { return }
      await withCheckedContinuation { continuation in
        let isFree = state.withLock { state in
          if state.isRemoving { state.waiting.append(continuation) }
          return !state.isRemoving
        }
        if isFree { continuation.resume() }
      }
    }
  }

  /// Keeps contents from coming while one is removed.
  /// - Returns: false where one is coming right now; then nothing may be removed.
  func beginRemoval() -> Bool {
    state.withLock { state in
      guard state.arrivals == 0, !state.isRemoving else { return false }
      state.isRemoving = true
      return true
    }
  }

  /// Lets contents come again.
  func endRemoval() {
    let waiting = state.withLock { state in
      state.isRemoving = false
      defer { state.waiting = [] }
      return state.waiting
    }
    for continuation in waiting { continuation.resume() }
  }

  /// Parts that are being written and belong to no resumable upload.
  var parts: Set<String> { state.withLock { $0.parts } }

  /// Notes a part that is being written.
  func add(part: String) { state.withLock { _ = $0.parts.insert(part) } }

  /// Forgets a part.
  func remove(part: String) { state.withLock { _ = $0.parts.remove(part) } }

  /// Takes a resumable upload for one request.
  /// - Returns: false where another request has it.
  func take(upload: String) -> Bool {
    state.withLock { state in
      guard state.busyUploads[upload] == nil else { return false }
      state.busyUploads[upload] = -1
      return true
    }
  }

  /// Notes how many bytes of a resumable upload are here.
  func note(upload: String, offset: Int) {
    state.withLock { if $0.busyUploads[upload] != nil { $0.busyUploads[upload] = offset } }
  }

  /// How many bytes of an upload are here, where a request is sending them now.
  func offset(ofBusy upload: String) -> Int? {
    state.withLock { $0.busyUploads[upload] }
  }

  /// Lets other requests have the upload.
  func leave(upload: String) { state.withLock { $0.busyUploads[upload] = nil } }
}
