import MediaTime
import Testing

@Suite("Ranges of time")
struct TimeRangeTests {
  private func range(_ start: Int, _ end: Int) -> TimeRange {
    TimeRange(
      start: MediaTime(Milliseconds(start)), duration: MediaTime(Milliseconds(end - start)))
  }

  @Test("It holds its start and not its end")
  func halfOpen() {
    let range = range(1000, 3000)
    #expect(range.end == MediaTime(seconds: 3))
    #expect(range.contains(MediaTime(seconds: 1)))
    #expect(range.contains(MediaTime(2999, over: 1000)))
    #expect(!range.contains(MediaTime(seconds: 3)))
    #expect(!range.contains(MediaTime(999, over: 1000)))
    #expect(!self.range(5, 5).contains(MediaTime(5, over: 1000)))
  }

  @Test("Every pair of small ranges meets in what both contain")
  func intersections() {
    let ranges = (0...4).flatMap { start in (start...4).map { range(start, $0) } }
    for first in ranges {
      for second in ranges {
        let shared = first.intersection(second)
        #expect(shared == second.intersection(first))
        for moment in 0...4 {
          let time = MediaTime(Milliseconds(moment))
          let isShared = first.contains(time) && second.contains(time)
          #expect((shared?.contains(time) ?? false) == isShared)
        }
        #expect(shared.map { $0.duration > .zero } ?? true)
      }
    }
  }
}
