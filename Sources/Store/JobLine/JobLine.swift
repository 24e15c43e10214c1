import Dispatch
import Synchronization

/// Jobs that wait for one of a few threads, in the order in which they came. Blocking is fine on
/// these threads; none of them belongs to Swift's concurrency.
final class JobLine<Job: Sendable>: Sendable {
  private struct State {
    var waiting: [Job] = []
    var next = 0
    var threads = 0
    var isOpen = true

    mutating func take(_ count: Int) -> ArraySlice<Job> {
      let group = waiting[next..<min(next + count, waiting.count)]
      next = group.endIndex
      if next == waiting.count {
        waiting = []
        next = 0
      } else if next > 1_000 {
        waiting.removeFirst(next)
        next = 0
      }
      return group
    }
  }

  private let state = Mutex(State())
  private let queue: DispatchQueue
  private let key = DispatchSpecificKey<Bool>()
  private let running = DispatchGroup()
  private let width: Int
  private let groupSize: Int
  private let run: @Sendable ([Job]) -> Void
  private let refuse: @Sendable (Job) -> Void

  /// A line.
  /// - Parameters:
  ///   - width: threads at most.
  ///   - groupSize: jobs that are run together at most.
  ///   - refuse: what becomes of jobs that come after the line was closed.
  init(
    label: String, width: Int, groupSize: Int, run: @escaping @Sendable ([Job]) -> Void,
    refuse: @escaping @Sendable (Job) -> Void
  ) {
    queue = DispatchQueue(label: label, attributes: .concurrent)
    queue.setSpecific(key: key, value: true)
    self.width = width
    self.groupSize = groupSize
    self.run = run
    self.refuse = refuse
  }

  /// Whether the caller runs on one of the line's threads.
  var isOnItsThread: Bool { DispatchQueue.getSpecific(key: key) == true }

  func add(_ job: Job) {
    let (isOpen, isThreadNeeded) = state.withLock { state in
      guard state.isOpen else { return (false, false) }
      state.waiting.append(job)
      guard state.threads < width else { return (true, false) }
      state.threads += 1
      running.enter()
      return (true, true)
    }
    if !isOpen { refuse(job) }
    if isThreadNeeded { queue.async { self.drain() } }
  }

  private func drain() {
    while let group = take() { run(group) }
    running.leave()
  }

  private func take() -> [Job]? {
    state.withLock { state in
      let group = state.take(groupSize)
      if group.isEmpty { state.threads -= 1 }
      return group.isEmpty ? nil : Array(group)
    }
  }

  /// Takes no more jobs, and waits until those that came are done.
  func close() {
    state.withLock { $0.isOpen = false }
    running.wait()
  }
}
