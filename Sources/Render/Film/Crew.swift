internal import Foundation
internal import Synchronization

/// Threads that are all waited for. Each has a stack that decoders and encoders fit in.
final class Crew {
  private let group = DispatchGroup()

  func start(_ work: @escaping @Sendable () -> Void) {
    group.enter()
    let group = self.group
    let thread = Thread {
      work()
      group.leave()
    }
    thread.stackSize = 8 << 20
    thread.start()
  }

  func join() { group.wait() }
}

/// A flag that is raised once.
final class Cancellation: Sendable {
  private let raised = Atomic(false)

  var isCancelled: Bool { raised.load(ordering: .relaxed) }

  func cancel() { raised.store(true, ordering: .relaxed) }
}

/// Seconds since it was made, by a clock that nobody sets.
struct RenderClock {
  private let start = ContinuousClock.now

  var seconds: Double {
    let passed = (ContinuousClock.now - start).components
    return Double(passed.seconds) + Double(passed.attoseconds) / 1e18
  }
}
