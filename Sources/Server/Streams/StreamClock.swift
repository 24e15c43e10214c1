import NIOCore

/// When an open stream must say that it lives, and when it must end.
struct StreamClock: Hashable, Sendable {
  enum Action: Hashable, Sendable {
    case beat
    case sleep(until: NIODeadline)
    case end
  }

  let heartbeat: TimeAmount
  let end: NIODeadline
  private var lastWrite: NIODeadline

  init(now: NIODeadline, heartbeat: TimeAmount, longest: TimeAmount) {
    self.heartbeat = heartbeat
    end = now + longest
    lastWrite = now
  }

  /// Something was sent.
  mutating func wrote(at now: NIODeadline) { lastWrite = max(lastWrite, now) }

  /// What is to be done now; after a beat ``wrote(at:)`` is to be called.
  func action(at now: NIODeadline) -> Action {
    if now >= end { return .end }
    let next = lastWrite + heartbeat
    return now >= next ? .beat : .sleep(until: min(next, end))
  }
}
