import Metrics
import Testing

@testable import Server

@Suite struct PrometheusMetricsTests {
  @Test("Each kind of figure has its lines")
  func page() {
    let metrics = PrometheusMetrics()
    metrics.makeCounter(label: "http.requests", dimensions: [("route", "/a"), ("code", "200")])
      .increment(by: 3)
    metrics.makeCounter(label: "http.requests", dimensions: [("code", "200"), ("route", "/a")])
      .increment(by: 1)
    metrics.makeFloatingPointCounter(label: "seconds", dimensions: []).increment(by: 0.5)
    let meter = metrics.makeMeter(label: "open", dimensions: [])
    meter.set(Int64(7))
    meter.decrement(by: 2.5)
    metrics.makeRecorder(label: "sizes", dimensions: [], aggregate: true).record(Int64(10))
    metrics.makeTimer(label: "took", dimensions: [("a", "q\"\\\n")])
      .recordNanoseconds(2_000_000)
    let lines = Set(metrics.page().split(separator: "\n").map(String.init))
    let expected = [
      "# TYPE http_requests_total counter",
      "http_requests_total{code=\"200\",route=\"/a\"} 4",
      "# TYPE seconds_total counter", "seconds_total 0.5", "# TYPE open gauge", "open 4.5",
      "# TYPE sizes summary", "sizes_sum 10", "sizes_count 1", "# TYPE took_seconds histogram",
      "took_seconds_bucket{a=\"q\\\"\\\\\\n\",le=\"0.001\"} 0",
      "took_seconds_bucket{a=\"q\\\"\\\\\\n\",le=\"0.0025\"} 1",
      "took_seconds_bucket{a=\"q\\\"\\\\\\n\",le=\"+Inf\"} 1",
      "took_seconds_sum{a=\"q\\\"\\\\\\n\"} 0.002", "took_seconds_count{a=\"q\\\"\\\\\\n\"} 1",
    ]
    for line in expected { #expect(lines.contains(line), "\(line)") }
  }

  @Test("Labels that nobody bounds can't fill the memory")
  func overflow() {
    let metrics = PrometheusMetrics()
    for number in 0..<1000 {
      metrics.makeCounter(label: "a", dimensions: [("n", String(number))]).increment(by: 1)
    }
    let lines = metrics.page().split(separator: "\n")
    #expect(lines.count == PrometheusMetrics.seriesPerFamily + 2)
    #expect(
      lines.contains("a_total{overflow=\"true\"} \(1000 - PrometheusMetrics.seriesPerFamily)"))
  }

  @Test("A name that is taken by another kind gets one of its own")
  func kinds() {
    let metrics = PrometheusMetrics()
    metrics.makeMeter(label: "a_total", dimensions: []).set(Int64(1))
    metrics.makeCounter(label: "a", dimensions: []).increment(by: 2)
    #expect(metrics.page().contains("a_total 1\n"))
    #expect(metrics.page().contains("a_total_counter 2\n"))
  }

  @Test(
    "Names are made fit",
    arguments: [("a.b-c", "a_b_c"), ("1a", "_a"), ("", "_"), ("é", "_"), ("a1", "a1")])
  func names(_ label: String, _ name: String) {
    #expect(PrometheusText.name(label) == name)
  }
}
