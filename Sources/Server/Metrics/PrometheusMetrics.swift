public import Metrics
import Synchronization

/// Counts, and tells Prometheus (text format 0.0.4).
///
/// A family keeps at most ``seriesPerFamily`` sets of labels; whatever comes later is counted
/// under the label `overflow`, so that no input can fill the memory.
public final class PrometheusMetrics: MetricsFactory, Sendable {
  /// Sets of labels that a family keeps.
  public static let seriesPerFamily = 400

  private struct Family {
    var kind: String
    var series: [String: any PrometheusSeries] = [:]
  }

  private let families = Mutex<[String: Family]>([:])

  /// Nothing is counted yet.
  public init() {}

  /// The page that Prometheus reads.
  public func page() -> String {
    let families = families.withLock { $0 }
    var page = ""
    for (name, family) in families.sorted(by: { $0.key < $1.key }) {
      page += "# TYPE \(name) \(family.kind)\n"
      for (labels, series) in family.series.sorted(by: { $0.key < $1.key }) {
        series.write(name: name, labels: labels, to: &page)
      }
    }
    return page
  }

  private func series<Series: PrometheusSeries>(
    _ label: String, _ dimensions: [(String, String)], suffix: String,
    _ make: () -> Series
  ) -> Series {
    var name = PrometheusText.name(label)
    if !suffix.isEmpty, !name.hasSuffix(suffix) { name += suffix }
    return families.withLock { families in
      var family = families[name] ?? Family(kind: Series.kind)
      // A name that is taken by another kind gets a name of its own; a page must not lie.
      if family.kind != Series.kind {
        name += "_\(Series.kind)"
        family = families[name] ?? Family(kind: Series.kind)
      }
      var labels = PrometheusText.labels(dimensions)
      if family.series[labels] == nil, family.series.count >= Self.seriesPerFamily {
        labels = "overflow=\"true\""
      }
      if let series = family.series[labels] as? Series { return series }
      let series = make()
      family.series[labels] = series
      families[name] = family
      return series
    }
  }

  /// A counter of whole things.
  public func makeCounter(
    label: String, dimensions: [(String, String)]
  ) -> any CounterHandler {
    series(label, dimensions, suffix: "_total") { PrometheusCounter() }
  }

  /// A counter of amounts.
  public func makeFloatingPointCounter(
    label: String, dimensions: [(String, String)]
  ) -> any FloatingPointCounterHandler {
    series(label, dimensions, suffix: "_total") { PrometheusSum() }
  }

  /// A figure that goes up and down.
  public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
    series(label, dimensions, suffix: "") { PrometheusGauge() }
  }

  /// A distribution, or the last value where nothing is aggregated.
  public func makeRecorder(
    label: String, dimensions: [(String, String)], aggregate: Bool
  ) -> any RecorderHandler {
    aggregate
      ? series(label, dimensions, suffix: "") { PrometheusSummary() }
      : series(label, dimensions, suffix: "") { PrometheusGauge() }
  }

  /// A distribution of times.
  public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
    series(label, dimensions, suffix: "_seconds") { PrometheusHistogram() }
  }

  /// What was counted stays.
  public func destroyCounter(_ handler: any CounterHandler) {}
  /// What was counted stays.
  public func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
  /// What was measured stays.
  public func destroyMeter(_ handler: any MeterHandler) {}
  /// What was recorded stays.
  public func destroyRecorder(_ handler: any RecorderHandler) {}
  /// What was timed stays.
  public func destroyTimer(_ handler: any TimerHandler) {}
}
