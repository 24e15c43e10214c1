import Synchronization

/// Where turns begin among their session's events, so that a stream needn't read what came before.
/// It only saves time: what it doesn't know is found by reading.
final class TurnStarts: Sendable {
  private static let most = 4096
  private let starts = Mutex<[String: Int]>([:])

  /// Notes the sequence of the turn's first event.
  func note(_ turn: String, _ sequence: Int) {
    starts.withLock { starts in
      if starts.count >= Self.most { starts = [:] }
      starts[turn] = sequence
    }
  }

  /// The sequence of the turn's first event, where it is known.
  func start(of turn: String) -> Int? { starts.withLock { $0[turn] } }
}
