/// A half-open range of time: it holds its start and not its end.
///
/// ```
/// start        end
///   [-----------)
/// ```
public struct TimeRange: Hashable, Sendable {
  /// The first moment inside.
  public let start: MediaTime
  /// How long it lasts; never negative.
  public let duration: MediaTime

  /// A range from `start` lasting `duration`.
  public init(start: MediaTime, duration: MediaTime) {
    precondition(duration >= .zero, "a range lasts no less than nothing")
    self.start = start
    self.duration = duration
  }

  /// The first moment after the range.
  public var end: MediaTime { start + duration }

  /// Whether `time` lies inside.
  public func contains(_ time: MediaTime) -> Bool { start <= time && time < end }

  /// The part that both share, or nil where they only touch or lie apart.
  public func intersection(_ other: TimeRange) -> TimeRange? {
    let first = max(start, other.start)
    let last = min(end, other.end)
    return first < last ? TimeRange(start: first, duration: last - first) : nil
  }
}
