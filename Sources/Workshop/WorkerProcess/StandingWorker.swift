internal import Subprocess
internal import Synchronization

/// A worker that stays, to be asked one thing after the other.
final class StandingWorker: Sendable {
  private struct State {
    /// What is being answered.
    var question: Question?
    var isOver = false
  }

  private let process: WorkerProcess
  private let state = Mutex(State())
  private let questions: AsyncStream<Question>.Continuation

  /// The longest answer in bytes, which holds a picture.
  private static let longestLine = 32 << 20
  private static let mostErrors = 1 << 20

  /// Starts the process with `request`; nothing is answered to that.
  init(_ process: WorkerProcess, request: WorkerRequest) {
    self.process = process
    let (stream, questions) = AsyncStream.makeStream(of: Question.self)
    self.questions = questions
    Task { await live(request, stream) }
  }

  /// Whether the process is gone, or about to.
  var isOver: Bool { state.withLock { $0.isOver } }

  /// What the worker answers to `question`, a line; only one is asked at a time.
  ///
  /// Throws `WorkshopError`: what the worker says, or how it died of the question.
  func answer(to question: some Encodable) async throws -> WorkerMessage.Result {
    let talk = Talk(about: process.subject, patience: process.patience)
    let question = Question(line: try JSONLine.encode(question), talk: talk)
    let isTaken = state.withLock { state in
      guard !state.isOver else { return false }
      precondition(state.question == nil, "one question at a time")
      state.question = question
      return true
    }
    if isTaken {
      questions.yield(question)
      await question.wait()
    }
    if let failure = question.failure { throw failure }
    return try talk.verdict(question.ending, isCancelled: false)
  }

  /// Has the process end; what is being answered is not.
  func end() {
    state.withLock { $0.isOver = true }
    questions.finish()
  }

  private func live(_ request: WorkerRequest, _ stream: AsyncStream<Question>) async {
    var ending: Conversation.Ending?
    var failure: (any Error)?
    do {
      let line = try JSONLine.encode(request)
      ending = try await process.start { worker in
        try await self.converse(with: worker, line, stream)
        await WorkerProcess.seeOff(worker, grace: self.process.grace)
      }
    } catch {
      failure = error
    }
    questions.finish()
    let last = state.withLock { state in
      state.isOver = true
      defer { state.question = nil }
      return state.question
    }
    if let failure { last?.talk.note(failure) }
    last?.end(ending, failure: failure as? WorkshopError)
  }

  /// Returns when the process, or whoever asks, has come to an end.
  private func converse(
    with worker: WorkerProcess.Worker, _ line: [UInt8], _ stream: AsyncStream<Question>
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await self.listen(to: worker) }
      group.addTask { try await self.readErrors(of: worker) }
      group.addTask {
        // A worker that died before it was asked is told by how it ended.
        _ = try? await worker.standardInputWriter.write(line)
        for await question in stream {
          _ = try? await worker.standardInputWriter.write(question.line)
          try await question.settle()
        }
        try? await worker.standardInputWriter.finish()
      }
      try await group.next()
      group.cancelAll()
    }
  }

  private func listen(to worker: WorkerProcess.Worker) async throws {
    var splitter = LineSplitter(longest: Self.longestLine)
    for try await buffer in worker.standardOutput {
      guard let lines = try? splitter.take(Span(_bytes: buffer.bytes)) else {
        state.withLock { $0.question }?.talk.giveUp(tooMuchOn: "the answer")
        throw GivenUp()
      }
      for line in lines { hear(line) }
    }
  }

  private func hear(_ line: String) {
    guard let question = state.withLock({ $0.question }) else { return }
    _ = question.talk.hear(line)
    guard question.talk.isAnswered else { return }
    state.withLock { $0.question = nil }
    question.end(nil)
  }

  private func readErrors(of worker: WorkerProcess.Worker) async throws {
    var count = 0
    for try await buffer in worker.standardError {
      let question = state.withLock { $0.question }
      count += buffer.count
      question?.talk.keep(Span(_bytes: buffer.bytes))
      guard count <= Self.mostErrors else {
        question?.talk.giveUp(tooMuchOn: "the error stream")
        throw GivenUp()
      }
    }
  }
}

/// Something that a worker is asked.
private final class Question: Sendable {
  let line: [UInt8]
  let talk: Talk
  private let fate = Mutex(Fate())
  /// Ends with the question, once for the worker's side and once for who asked.
  private let bells: [(stream: AsyncStream<Never>, continuation: AsyncStream<Never>.Continuation)]

  init(line: [UInt8], talk: Talk) {
    self.line = line
    self.talk = talk
    bells = (0..<2).map { _ in AsyncStream.makeStream(of: Never.self) }
  }

  private struct Fate: Sendable {
    var ending: Conversation.Ending?
    var failure: WorkshopError?
  }

  /// How the process ended, where it did before it answered.
  var ending: Conversation.Ending? { fate.withLock { $0.ending } }

  /// Why there never was a process.
  var failure: WorkshopError? { fate.withLock { $0.failure } }

  /// Ends it, answered or not.
  func end(_ ending: Conversation.Ending?, failure: WorkshopError? = nil) {
    fate.withLock { $0 = Fate(ending: ending, failure: failure) }
    for bell in bells { bell.continuation.finish() }
  }

  /// Waits until it has ended.
  func wait() async {
    for await _ in bells[0].stream {}
  }

  /// Waits until it has ended, or throws `GivenUp` when its time is over.
  func settle() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { for await _ in self.bells[1].stream {} }
      group.addTask {
        while !self.talk.giveUp() {
          try await Task.sleep(until: self.talk.deadline, clock: .suspending)
        }
        throw GivenUp()
      }
      defer { group.cancelAll() }
      try await group.next()
    }
  }
}
