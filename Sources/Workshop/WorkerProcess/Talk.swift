internal import Synchronization

/// A conversation that several tasks take part in, and the last words of the process.
final class Talk: Sendable {
  private struct State {
    var conversation: Conversation
    var lastWords: [String] = []
  }

  private let state: Mutex<State>
  private let clock = SuspendingClock()

  /// Lines of the error stream that are kept, and characters of each.
  private static let mostWords = 20
  private static let longestWords = 500

  init(about subject: String, patience: Conversation.Patience) {
    let conversation = Conversation(about: subject, patience: patience, at: clock.now)
    state = Mutex(State(conversation: conversation))
  }

  func hear(_ line: String) -> Double? {
    state.withLock { $0.conversation.hear(line, at: clock.now) }
  }

  var isAnswered: Bool { state.withLock { $0.conversation.answer != nil } }

  var deadline: SuspendingClock.Instant { state.withLock { $0.conversation.deadline } }

  /// Gives the worker up where its time is over; returns whether it was.
  func giveUp() -> Bool {
    state.withLock { $0.conversation.giveUp(at: clock.now) }
  }

  func giveUp(tooMuchOn stream: String) {
    state.withLock { $0.conversation.giveUp(tooMuchOn: stream) }
  }

  /// Keeps a line of what the process, or the machinery around it, complained of.
  func note(_ line: String) {
    let line = line.prefix(Self.longestWords)
    guard !line.allSatisfy(\.isWhitespace) else { return }
    state.withLock {
      $0.lastWords.append(String(line))
      if $0.lastWords.count > Self.mostWords { $0.lastWords.removeFirst() }
    }
  }

  func verdict(
    _ ending: Conversation.Ending?, isCancelled: Bool
  ) throws(WorkshopError) -> WorkerMessage.Result {
    let state = state.withLock { $0 }
    return try state.conversation.verdict(
      ending, lastWords: state.lastWords.joined(separator: "\n"), isCancelled: isCancelled)
  }
}
