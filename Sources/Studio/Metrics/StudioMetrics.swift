import Metrics
import Records

/// Figures for operators.
struct StudioMetrics: Sendable {
  private let turns: [Turn.Status: Counter]
  private let exports: [Export.Status: Counter]
  private let turnTime = Timer(label: "kinora_turn_duration_seconds")
  private let exportTime = Timer(label: "kinora_export_duration_seconds")
  private let queues: [Records.Work.Kind: Gauge]
  private let credits = Counter(label: "kinora_credits_spent_total")
  private let bytes = Counter(label: "kinora_uploaded_bytes_total")

  init() {
    let turnEnds: [Turn.Status] = [.completed, .failed, .cancelled]
    turns = Dictionary(
      uniqueKeysWithValues: turnEnds.map {
        ($0, Counter(label: "kinora_turns_total", dimensions: [("outcome", $0.rawValue)]))
      })
    let exportEnds: [Export.Status] = [.completed, .failed, .cancelled]
    exports = Dictionary(
      uniqueKeysWithValues: exportEnds.map {
        ($0, Counter(label: "kinora_exports_total", dimensions: [("outcome", $0.rawValue)]))
      })
    queues = Dictionary(
      uniqueKeysWithValues: Records.Work.Kind.allCases.map {
        ($0, Gauge(label: "kinora_queue_depth", dimensions: [("kind", $0.rawValue)]))
      })
  }

  /// A turn has ended, so many seconds after it came.
  func turnEnded(_ status: Turn.Status, after seconds: Double) {
    turns[status]?.increment()
    turnTime.recordSeconds(max(seconds, 0))
  }

  /// An export has ended, so many seconds after it was ordered.
  func exportEnded(_ status: Export.Status, after seconds: Double? = nil) {
    exports[status]?.increment()
    if let seconds { exportTime.recordSeconds(max(seconds, 0)) }
  }

  /// So much work of a kind waits or is being done.
  func queue(_ kind: Records.Work.Kind, depth: Int) { queues[kind]?.record(depth) }

  /// Credits were spent.
  func spent(_ amount: Int) { if amount > 0 { credits.increment(by: amount) } }

  /// Bytes of an upload came.
  func received(_ count: Int) { if count > 0 { bytes.increment(by: count) } }
}
