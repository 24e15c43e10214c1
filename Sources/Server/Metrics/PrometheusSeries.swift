import Metrics
import Synchronization

/// One line, or a few, of the page.
protocol PrometheusSeries: AnyObject, Sendable {
  /// What follows `# TYPE`.
  static var kind: String { get }
  /// Adds its lines to the page.
  func write(name: String, labels: String, to page: inout String)
}

/// Counts up.
final class PrometheusCounter: CounterHandler, PrometheusSeries {
  static let kind = "counter"
  private let value = Atomic<Int64>(0)

  func increment(by amount: Int64) { value.wrappingAdd(amount, ordering: .relaxed) }
  func reset() { value.store(0, ordering: .relaxed) }

  func write(name: String, labels: String, to page: inout String) {
    page += PrometheusText.line(name, labels, String(value.load(ordering: .relaxed)))
  }
}

/// Counts up in fractions.
final class PrometheusSum: FloatingPointCounterHandler, PrometheusSeries {
  static let kind = "counter"
  private let value = Mutex(0.0)

  func increment(by amount: Double) {
    guard amount > 0, amount.isFinite else { return }
    value.withLock { $0 += amount }
  }
  func reset() { value.withLock { $0 = 0 } }

  func write(name: String, labels: String, to page: inout String) {
    page += PrometheusText.line(name, labels, PrometheusText.number(value.withLock { $0 }))
  }
}

/// A value that goes up and down.
final class PrometheusGauge: MeterHandler, RecorderHandler, PrometheusSeries {
  static let kind = "gauge"
  private let value = Mutex(0.0)

  func set(_ new: Int64) { set(Double(new)) }
  func set(_ new: Double) { value.withLock { $0 = new } }
  func increment(by amount: Double) { value.withLock { $0 += amount } }
  func decrement(by amount: Double) { value.withLock { $0 -= amount } }
  func record(_ new: Int64) { set(new) }
  func record(_ new: Double) { set(new) }

  func write(name: String, labels: String, to page: inout String) {
    page += PrometheusText.line(name, labels, PrometheusText.number(value.withLock { $0 }))
  }
}

/// How many values there were, and their sum.
final class PrometheusSummary: RecorderHandler, PrometheusSeries {
  static let kind = "summary"
  private let values = Mutex((count: 0, sum: 0.0))

  func record(_ value: Int64) { record(Double(value)) }
  func record(_ value: Double) {
    values.withLock {
      $0.count += 1
      $0.sum += value
    }
  }

  func write(name: String, labels: String, to page: inout String) {
    let (count, sum) = values.withLock { $0 }
    page += PrometheusText.line(name + "_sum", labels, PrometheusText.number(sum))
    page += PrometheusText.line(name + "_count", labels, String(count))
  }
}

/// How many durations fell under each of a few bounds.
final class PrometheusHistogram: TimerHandler, PrometheusSeries {
  static let kind = "histogram"
  /// Seconds.
  static let bounds = [
    0.000_25, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60,
  ]

  private struct State {
    var counts = [Int](repeating: 0, count: PrometheusHistogram.bounds.count + 1)
    var sum = 0.0
  }
  private let state = Mutex(State())

  func recordNanoseconds(_ duration: Int64) {
    let seconds = Double(duration) / 1e9
    let index = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
    state.withLock {
      $0.counts[index] += 1
      $0.sum += seconds
    }
  }

  func write(name: String, labels: String, to page: inout String) {
    let state = state.withLock { $0 }
    var count = 0
    for (bound, found) in zip(Self.bounds + [.infinity], state.counts) {
      count += found
      let limit = "le=\"\(PrometheusText.number(bound))\""
      page += PrometheusText.line(name + "_bucket", labels, extra: limit, String(count))
    }
    page += PrometheusText.line(name + "_sum", labels, PrometheusText.number(state.sum))
    page += PrometheusText.line(name + "_count", labels, String(count))
  }
}
