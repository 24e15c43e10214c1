internal import Subprocess

extension WorkerProcess {
  /// What has come to its end.
  private enum Turn {
    case answered, errorsRead
  }

  /// The longest line, and the most of the error stream, in bytes.
  private static let longestLine = 4 << 20
  private static let mostErrors = 1 << 20

  /// Asks, listens until the answer is there, and sees the process off.
  ///
  /// The request's pipe stays open meanwhile: a worker that finds it closed ends itself.
  static func converse(
    _ worker: Worker, _ line: [UInt8], _ talk: Talk, grace: Duration,
    progress: @escaping @Sendable (Double) -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: Turn.self) { group in
      group.addTask {
        // A worker that died before it was asked is told by how it ended.
        _ = try? await worker.standardInputWriter.write(line)
        try await listen(to: worker, talk, progress)
        return .answered
      }
      group.addTask {
        try await readErrors(of: worker, talk)
        return .errorsRead
      }
      group.addTask {
        while !talk.giveUp() { try await Task.sleep(until: talk.deadline, clock: .suspending) }
        throw GivenUp()
      }
      var open: Set<Turn> = [.answered, .errorsRead]
      while !open.isEmpty, let turn = try await group.next() {
        open.remove(turn)
        if turn == .answered { await seeOff(worker, grace: grace) }
      }
      group.cancelAll()
    }
  }

  private static func listen(
    to worker: Worker, _ talk: Talk, _ progress: @Sendable (Double) -> Void
  ) async throws {
    var splitter = LineSplitter(longest: longestLine)
    for try await buffer in worker.standardOutput {
      guard let lines = try? splitter.take(Span(_bytes: buffer.bytes)) else {
        talk.giveUp(tooMuchOn: "the answer")
        throw GivenUp()
      }
      for line in lines {
        if let share = talk.hear(line) { progress(share) }
      }
      if talk.isAnswered { return }
    }
  }

  private static func readErrors(of worker: Worker, _ talk: Talk) async throws {
    var count = 0
    for try await buffer in worker.standardError {
      count += buffer.count
      talk.keep(Span(_bytes: buffer.bytes))
      guard count <= mostErrors else {
        talk.giveUp(tooMuchOn: "the error stream")
        throw GivenUp()
      }
    }
  }

  /// Waits for the end, and brings it about where it doesn't come.
  static func seeOff(_ worker: Worker, grace: Duration) async {
    // Signal 0 does nothing; the killing that follows the wait goes to the whole group.
    await worker.teardown(using: [
      .send(
        signal: Signal(rawValue: 0), toProcessGroup: true, allowedDurationToNextStep: grace)
    ])
  }
}

/// The worker was given up; the conversation knows why.
struct GivenUp: Error {}

extension SubprocessError {
  /// Whether there never was a process.
  var isAboutStarting: Bool {
    code == .spawnFailed || code == .executableNotFound || code == .failedToChangeWorkingDirectory
  }
}
