/// Frames by the ticks of their video's clock during which they are on screen.
struct FrameShelf {
  private struct Entry {
    let times: Range<Int64>
    let frame: LosslessFrame
  }

  /// In order; none overlaps another.
  private var entries: [Entry] = []
  /// Bytes that they take.
  private(set) var byteCount = 0

  /// The frame on screen at `tick`.
  func frame(at tick: Int64) -> LosslessFrame? {
    let index = index(after: tick) - 1
    return index >= 0 && entries[index].times.contains(tick) ? entries[index].frame : nil
  }

  /// Keeps a frame unless there is one at that time.
  mutating func insert(_ frame: LosslessFrame, during times: Range<Int64>) {
    let index = index(after: times.lowerBound)
    guard index == 0 || !entries[index - 1].times.overlaps(times) else { return }
    guard index == entries.count || !entries[index].times.overlaps(times) else { return }
    entries.insert(Entry(times: times, frame: frame), at: index)
    byteCount += frame.count
  }

  /// Where one would be inserted that begins right after `tick`.
  private func index(after tick: Int64) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].times.lowerBound <= tick { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
