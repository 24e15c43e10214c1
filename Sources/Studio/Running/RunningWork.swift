import Synchronization

/// The tasks that do work right now, by what it is about.
final class RunningWork: Sendable {
  private let tasks = Mutex<[String: Task<Void, any Error>]>([:])

  /// Notes that a task works on a subject.
  func add(_ task: Task<Void, any Error>, on subject: String) {
    tasks.withLock { $0[subject] = task }
  }

  /// Forgets it.
  func remove(_ subject: String) { tasks.withLock { $0[subject] = nil } }

  /// Stops whoever works on a subject.
  func cancel(_ subject: String) { tasks.withLock { $0[subject] }?.cancel() }

  /// What is being worked on.
  var subjects: [String] { tasks.withLock { Array($0.keys) } }
}
