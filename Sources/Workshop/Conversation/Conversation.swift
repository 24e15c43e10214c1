/// What has been heard from a worker, what it means, and until when more must come.
///
/// Pure: it is told the time and reads none.
struct Conversation: Sendable {
  typealias Instant = SuspendingClock.Instant

  /// How long a worker may take.
  struct Patience: Hashable, Sendable {
    /// Without coming further; nil where it tells no progress.
    var silence: Duration?
    /// In all.
    var total: Duration
  }

  /// How a process ended.
  enum Ending: Hashable, Sendable {
    case exited(Int32)
    case signaled(Int32)
  }

  /// What it answered at last.
  private(set) var answer: Result<WorkerMessage.Result, WorkshopError>?
  private let subject: String
  private let patience: Patience
  private var start: Instant
  private var lastAdvance: Instant
  private var lastTold: Instant?
  private var share = 0.0
  private var givenUp: WorkshopError?

  /// The least time between two reports of progress that are passed on.
  private static let interval = Duration.milliseconds(150)
  /// How much later than planned one may look whether the time is over.
  private static let tolerance = Duration.seconds(1)

  /// A conversation that begins at `now`, about `subject`: "The file".
  init(about subject: String, patience: Patience, at now: Instant) {
    self.subject = subject
    self.patience = patience
    start = now
    lastAdvance = now
  }

  /// Takes in a line; returns how far the work has come where that is worth telling.
  mutating func hear(_ line: String, at now: Instant) -> Double? {
    guard answer == nil else { return nil }
    switch try? JSONLine.decode(WorkerMessage.self, from: line) {
    case .progress(let told): return advance(to: min(max(told, 0), 1), at: now)
    case .done(let result): answer = .success(result)
    case .failed(let error): answer = .failure(error)
    case nil:
      answer = .failure(nonsense("\(line.prefix(200))"))
    }
    return nil
  }

  private mutating func advance(to told: Double, at now: Instant) -> Double? {
    guard told > share else { return nil }
    share = told
    lastAdvance = now
    if let lastTold, now - lastTold < Self.interval, told < 1 { return nil }
    lastTold = now
    return told
  }

  /// When the worker is given up unless it comes further.
  var deadline: Instant {
    let end = start.advanced(by: patience.total)
    guard let silence = patience.silence else { return end }
    return min(end, lastAdvance.advanced(by: silence))
  }

  /// Gives the worker up where its time is over; returns whether it was.
  ///
  /// Who looks much too late was held up itself, and may have missed what the worker said: the
  /// worker gets that time, and a little more, once it is looked for again.
  mutating func giveUp(at now: Instant) -> Bool {
    guard answer == nil, givenUp == nil, now >= deadline else { return false }
    let late = now - deadline
    guard late < Self.tolerance else {
      start = start.advanced(by: late + Self.tolerance)
      lastAdvance = lastAdvance.advanced(by: late + Self.tolerance)
      return false
    }
    let isOver = now >= start.advanced(by: patience.total)
    let seconds = (isOver ? patience.total : patience.silence ?? patience.total).components.seconds
    givenUp = WorkshopError(
      .stalled,
      isOver
        ? "\(subject) took longer than the \(seconds) seconds that it may; make it shorter or "
          + "smaller and try again."
        : "\(subject) came no further for \(seconds) seconds and was given up; try again, or "
          + "export what it is made of anew.")
    return true
  }

  /// Gives the worker up since it says more than it should.
  mutating func giveUp(tooMuchOn stream: String) {
    guard answer == nil, givenUp == nil else { return }
    givenUp = nonsense("too much was written to \(stream)")
  }

  /// What came out in the end, once the process is gone.
  func verdict(
    _ ending: Ending?, lastWords: String, isCancelled: Bool
  ) throws(WorkshopError) -> WorkerMessage.Result {
    if isCancelled, (try? answer?.get()) == nil { throw .cancellation }
    if let givenUp { throw givenUp }
    if let answer { return try answer.get() }
    guard let ending else { throw nonsense(lastWords) }
    throw failure(ending, lastWords)
  }

  private func failure(_ ending: Ending, _ lastWords: String) -> WorkshopError {
    switch ending {
    case .signaled(let number) where SignalName(number) == .processorTime:
      WorkshopError(
        .stalled,
        "\(subject) took more processor time than it may; make it shorter or smaller and try "
          + "again.", cause: lastWords)
    case .signaled(let number):
      WorkshopError(
        .crashed,
        "\(subject) could not be worked on: the process died of \(SignalName(number)); it may be "
          + "damaged, so export it again.", cause: lastWords)
    case .exited(let status):
      WorkshopError(
        .crashed,
        "\(subject) could not be worked on: the process ended without an answer (status "
          + "\(status)); try again.", cause: lastWords)
    }
  }

  private func nonsense(_ what: String) -> WorkshopError {
    WorkshopError(
      .crashed,
      "\(subject) could not be worked on: the process gave no sensible answer; try again.",
      cause: what)
  }
}
