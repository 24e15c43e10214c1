/// How often progress is told: at most twice a second, and only where it is a per cent further.
public struct ProgressPace: Sendable {
  private let interval: Duration
  private let step: Double
  private var last: (at: ContinuousClock.Instant, share: Double)?

  /// A pace.
  /// - Parameters:
  ///   - interval: the least time between two.
  ///   - step: by how much the second is further.
  public init(interval: Duration = .milliseconds(500), step: Double = 0.01) {
    self.interval = interval
    self.step = step
  }

  /// Whether a share, 0 to 1, is to be told at `time`; then it counts as told.
  public mutating func isDue(
    _ share: Double, at time: ContinuousClock.Instant = .now
  ) -> Bool {
    guard share.isFinite, share < 1 else { return false }
    if let last, time - last.at < interval || share < last.share + step { return false }
    last = (time, share)
    return true
  }
}
