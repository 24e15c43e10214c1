internal import Foundation
internal import Synchronization

/// A conversation that several tasks take part in, and the last words of the process.
final class Talk: Sendable {
  private struct State {
    var conversation: Conversation
    var lastWords: [UInt8] = []
  }

  private let state: Mutex<State>
  private let clock = SuspendingClock()

  /// Bytes that are kept of them.
  private static let mostWords = 4096

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

  /// Keeps the end of what the process complained of.
  func keep(_ bytes: Span<UInt8>) {
    let new = bytes.indices.suffix(Self.mostWords).map { bytes[$0] }
    state.withLock { state in
      state.lastWords.append(contentsOf: new)
      state.lastWords.removeFirst(max(0, state.lastWords.count - Self.mostWords))
    }
  }

  /// Keeps what the machinery around the process complained of, where it said nothing itself.
  func note(_ failure: any Error) {
    let words = Array("\(failure)".utf8.prefix(Self.mostWords))
    state.withLock { if $0.lastWords.isEmpty { $0.lastWords = words } }
  }

  func verdict(
    _ ending: Conversation.Ending?, isCancelled: Bool
  ) throws(WorkshopError) -> WorkerMessage.Result {
    let state = state.withLock { $0 }
    let lastWords = String(decoding: state.lastWords, as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    return try state.conversation.verdict(
      ending, lastWords: lastWords, isCancelled: isCancelled)
  }
}
