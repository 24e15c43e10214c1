import Metrics
import Synchronization

/// Counts the replies of one route by status, and times them.
final class RouteMeter: Sendable {
  /// The route's path, as in the document.
  let path: String
  private let method: String
  private let metrics: PrometheusMetrics
  private let timer: any TimerHandler
  private let counters = Mutex<[Int: any CounterHandler]>([:])

  init(_ path: String, method: String, metrics: PrometheusMetrics) {
    self.path = path
    self.method = method
    self.metrics = metrics
    timer = metrics.makeTimer(
      label: "kinora_http_request_duration", dimensions: [("route", path), ("method", method)])
  }

  /// Notes one reply.
  func record(status: Int, duration: Duration) {
    timer.recordNanoseconds(duration.nanoseconds)
    let counter = counters.withLock { counters in
      if let counter = counters[status] { return counter }
      let counter = metrics.makeCounter(
        label: "kinora_http_requests",
        dimensions: [("route", path), ("method", method), ("status", String(status))])
      counters[status] = counter
      return counter
    }
    counter.increment(by: 1)
  }
}

extension Duration {
  /// Whole nanoseconds, as many as fit.
  var nanoseconds: Int64 {
    let (seconds, attoseconds) = components
    let (whole, isTooLong) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    return isTooLong ? .max : whole + attoseconds / 1_000_000_000
  }
}
