internal import Glibc
internal import Subprocess
internal import Synchronization

/// One worker: a process of its own that does one job and is gone.
struct WorkerProcess: Sendable {
  var executable: String
  var environment: [String: String]
  var patience: Conversation.Patience
  var grace: Duration
  /// What sentences call the job: "The file".
  var subject: String

  /// Has `request` carried out; returns what the worker answered.
  ///
  /// Whatever happens, the process is gone when this returns: cancelling the task, a standstill
  /// and nonsense end it, first politely, then not. Throws `WorkshopError`.
  func run(
    _ request: WorkerRequest, progress: @escaping @Sendable (Double) -> Void
  ) async throws -> WorkerMessage.Result {
    let line = try JSONLine.encode(request)
    let talk = Talk(about: subject, patience: patience)
    var ending: Conversation.Ending?
    do {
      ending = try await start { worker in
        try await Self.converse(worker, line, talk, grace: grace, progress: progress)
      }
    } catch let error as WorkshopError {
      throw error
    } catch {
      talk.note(error)
    }
    return try talk.verdict(ending, isCancelled: Task.isCancelled)
  }

  typealias Worker = Execution<CustomWriteInput, SequenceOutput, SequenceOutput>

  /// Starts the process and has `body` deal with it; returns how it ended. It is gone afterwards,
  /// whatever happens.
  ///
  /// Throws `WorkshopError` where it can't be started, and what `body` throws.
  func start(_ body: (Worker) async throws -> Void) async throws -> Conversation.Ending {
    BrokenPipes.ignore()
    do {
      let outcome = try await Subprocess.run(
        .path(Self.literal(executable)),
        arguments: Arguments(executablePathOverride: "kinora", remainingValues: ["media-worker"]),
        environment: .custom(
          Dictionary(
            environment.map { (Environment.Key(stringLiteral: $0), $1) },
            uniquingKeysWith: { first, _ in first })),
        workingDirectory: Self.literal("/"), platformOptions: platformOptions,
        input: .inputWriter, output: .sequence, error: .sequence
      ) { execution in
        try await body(execution)
      }
      return switch outcome.terminationStatus {
      case .exited(let status): .exited(status)
      case .signaled(let number): .signaled(number)
      }
    } catch let error as SubprocessError where error.isAboutStarting {
      throw WorkshopError(
        .unavailable, "The media worker can't be started; check the installation.",
        cause: "\(error)")
    }
  }

  private var platformOptions: PlatformOptions {
    var options = PlatformOptions()
    options.processGroupID = 0
    options.teardownSequence = [
      .gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: grace)
    ]
    return options
  }

  /// A path as the package's own type, whose module is no dependency of ours.
  private static func literal<Path: ExpressibleByStringLiteral>(
    _ path: Path.StringLiteralType
  ) -> Path { Path(stringLiteral: path) }
}
