import Foundation
import Synchronization

/// Counts attempts by name in windows of time, in memory. It is bounded: where too many names are
/// counted, those whose windows began first are forgotten.
final class AttemptLimiter: Sendable {
  /// A name with the attempts that it may make in a window; 0 for any number.
  struct Quota {
    var name: String
    var limit: Int
  }

  private struct Window {
    var start: Date
    var count: Int
  }

  private let windows = Mutex<[String: Window]>([:])
  private let length: TimeInterval
  private let capacity: Int

  /// A limiter with windows of `length` seconds for at most `capacity` names.
  init(length: TimeInterval, capacity: Int = 20_000) {
    self.length = length
    self.capacity = capacity
  }

  /// How many names are counted.
  var count: Int { windows.withLock { $0.count } }

  /// Counts an attempt for every quota, or for none where one is used up.
  /// - Returns: seconds until the next attempt is allowed; nil where this one was.
  func attempt(_ quotas: [Quota], at now: Date) -> Int? {
    windows.withLock { windows in
      var wait: TimeInterval?
      for quota in quotas where quota.limit > 0 {
        guard let window = current(windows[quota.name], at: now), window.count >= quota.limit
        else { continue }
        wait = max(wait ?? 0, window.start.addingTimeInterval(length).timeIntervalSince(now))
      }
      if let wait { return max(Int(wait.rounded(.up)), 1) }
      for quota in quotas where quota.limit > 0 {
        var window = current(windows[quota.name], at: now) ?? Window(start: now, count: 0)
        window.count += 1
        windows[quota.name] = window
      }
      if windows.count > capacity { prune(&windows, at: now) }
      return nil
    }
  }

  /// Takes an attempt back that was none.
  func forgive(_ quotas: [Quota]) {
    windows.withLock { windows in
      for quota in quotas {
        guard var window = windows[quota.name] else { continue }
        window.count -= 1
        windows[quota.name] = window.count > 0 ? window : nil
      }
    }
  }

  /// A window that has neither ended nor, after a jump of the clock, not begun.
  private func current(_ window: Window?, at now: Date) -> Window? {
    guard let window else { return nil }
    let age = now.timeIntervalSince(window.start)
    return age >= 0 && age < length ? window : nil
  }

  private func prune(_ windows: inout sending [String: Window], at now: Date) {
    windows = windows.filter { current($0.value, at: now) != nil }
    guard windows.count > capacity else { return }
    let kept = windows.sorted { $0.value.start > $1.value.start }.prefix(capacity / 2)
    windows = Dictionary(uniqueKeysWithValues: kept.map { ($0.key, $0.value) })
  }
}
