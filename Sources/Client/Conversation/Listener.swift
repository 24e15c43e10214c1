internal import Synchronization

/// Runs something that hears from a server now and then, and watches its silence.
struct Listener: Sendable {
  /// The time on a steady clock.
  let now: @Sendable () -> Duration
  /// Waits.
  let rest: @Sendable (Duration) async throws -> Void

  /// - Parameters:
  ///   - stillWorking: called when people want to hear something.
  ///   - body: is given a function to call at each sign of progress.
  /// - Throws: `ClientError` with code `timedOut` after too long a silence.
  func listen(
    stillWorking: @escaping @Sendable () async -> Void,
    _ body: @escaping @Sendable (_ heard: @Sendable () -> Void) async throws -> Void
  ) async throws {
    let watch = Watch(now())
    try await withThrowingTaskGroup(of: Bool.self) { group in
      group.addTask {
        try await body { watch.heard(self.now()) }
        return true
      }
      group.addTask {
        while true {
          switch watch.advice(self.now()) {
          case .wait(let time): try await self.rest(time)
          case .sayStillWorking: await stillWorking()
          case .giveUp:
            throw ClientError(
              .timedOut,
              "Nothing came from the server for ten minutes; ask for the status later.")
          }
        }
      }
      defer { group.cancelAll() }
      while let isDone = try await group.next() {
        if isDone { return }
      }
    }
  }

  private final class Watch: Sendable {
    private let watch: Mutex<StreamWatch>

    init(_ now: Duration) { watch = Mutex(StreamWatch(now: now)) }

    func heard(_ now: Duration) { watch.withLock { $0.eventCame(now: now) } }

    func advice(_ now: Duration) -> StreamWatch.Advice {
      watch.withLock { $0.advice(now: now) }
    }
  }
}
