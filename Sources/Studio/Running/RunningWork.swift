import Records
import Synchronization

/// The tasks that do work right now, by what it is about. Who lost a lease may still be at it when
/// the next one begins, so a subject may have several.
final class RunningWork: Sendable {
  typealias Task = _Concurrency.Task<Void, any Error>

  private let tasks = Mutex<[String: [Int: Task]]>([:])

  /// Notes that a task works under a lease.
  func add(_ task: Task, under lease: Lease) {
    tasks.withLock { $0[lease.work.subject, default: [:]][lease.attempt] = task }
  }

  /// Forgets it.
  func remove(_ lease: Lease) {
    let subject = lease.work.subject
    tasks.withLock { tasks in
      tasks[subject]?[lease.attempt] = nil
      if tasks[subject]?.isEmpty == true { tasks[subject] = nil }
    }
  }

  /// Stops whoever works on a subject.
  func cancel(_ subject: String) {
    for task in tasks.withLock({ $0[subject] ?? [:] }).values { task.cancel() }
  }

  /// What is being worked on.
  var subjects: [String] { tasks.withLock { Array($0.keys) } }
}
