/// Parts of a video's clock, in order and joined where they touch.
struct TickSpans {
  private var spans: [Range<Int64>] = []

  /// Whether a part holds `tick`.
  func contains(_ tick: Int64) -> Bool { spans.contains { $0.contains(tick) } }

  /// Adds a part.
  mutating func insert(_ span: Range<Int64>) {
    var joined = span
    spans.removeAll { other in
      guard other.lowerBound <= joined.upperBound, joined.lowerBound <= other.upperBound
      else { return false }
      joined =
        min(other.lowerBound, joined.lowerBound)..<max(other.upperBound, joined.upperBound)
      return true
    }
    let index = spans.firstIndex { $0.lowerBound > joined.lowerBound } ?? spans.count
    spans.insert(joined, at: index)
  }

  /// The first tick of `whole` that no part holds.
  func firstGap(in whole: Range<Int64>) -> Int64? {
    var tick = whole.lowerBound
    for span in spans where span.contains(tick) { tick = span.upperBound }
    return whole.contains(tick) ? tick : nil
  }
}
