import MediaTime
import Pixels
import Synchronization
import Testing
import Timeline

@testable import Render

@Suite struct StudyTests {
  private func plan(_ clips: [Segment], _ media: TestMedia) throws -> FilmPlan {
    try FilmPlanner(.film(clips), library: media.library, size: nil, seed: 1).plan()
  }

  private func push(_ amount: Double) -> SegmentStyle {
    SegmentStyle(motion: [CameraMove(.pushIn, amount: amount), CameraMove(.parallax)])
  }

  @Test func clipsOfOnePictureShareItsStudyWhateverTheirZoom() throws {
    let media = try TestMedia()
    try media.still("photo.png", size: PixelSize(width: 200, height: 112))
    try media.still("other.png")
    let plan = try plan(
      [
        .clip("photo", id: "a", for: 500, style: push(0.1)),
        .clip("photo", id: "b", start: 500, for: 500, style: push(0.15)),
        .clip("other", id: "c", start: 1000, for: 500, style: push(0.1)),
      ], media)
    let clips = plan.tracks[0]
    #expect(clips[0].studyKey == clips[1].studyKey && clips[0].studyKey != clips[2].studyKey)
    let studies = StudyCache(plan)
    #expect(try studies.study(of: clips[0]) === studies.study(of: clips[1]))
  }

  @Test func aSharedStudyChangesNoFrame() throws {
    let media = try TestMedia()
    try media.still("photo.png")
    let alone = try plan([.clip("photo", for: 500, style: push(0.1))], media)
    let shared = try plan(
      [
        .clip("photo", for: 500, style: push(0.1)),
        .clip("photo", id: "s2", start: 500, for: 500, style: push(0.1)),
      ], media)
    func luma(_ plan: FilmPlan, _ index: Int) throws -> [UInt8] {
      let frame = try Compositor(plan, stills: StillCache(plan)).frame(index)
      return (0..<frame.size.height).flatMap { y in
        (0..<frame.size.width).map { frame.luma[$0, y] }
      }
    }
    #expect(try luma(alone, 6) == luma(shared, 6))
    #expect(try luma(shared, 21) == luma(shared, 6))
  }

  @Test func whatManyAskForAtATimeIsMadeOnce() async {
    let cache = RecentCache<Int, Int>(capacity: 2, uses: [7: 16])
    let made = Counter()
    await withTaskGroup(of: Int.self) { group in
      for _ in 0..<16 {
        group.addTask {
          cache.value(for: 7) { key in
            made.count.withLock { $0 += 1 }
            return key * 6
          }
        }
      }
      for await value in group { #expect(value == 42) }
    }
    #expect(made.count.withLock { $0 } == 1)
  }

  private final class Counter: Sendable {
    let count = Mutex(0)
  }

  @Test func theLeastRecentlyUsedIsForgotten() {
    let cache = RecentCache<Int, Int>(capacity: 2, uses: [1: 9, 2: 9, 3: 9])
    var made: [Int] = []
    for key in [1, 2, 1, 3, 1, 2] {
      _ = cache.value(for: key) {
        made.append($0)
        return $0
      }
    }
    #expect(made == [1, 2, 3, 2])
  }

  @Test func whatNobodyWillAskForAgainIsForgotten() {
    let cache = RecentCache<Int, Int>(capacity: 2, uses: [1: 2])
    var made = 0
    for _ in 0..<3 {
      _ = cache.value(for: 1) { _ in
        made += 1
        return made
      }
    }
    #expect(made == 2, "kept for the second time, made anew for one that nobody foresaw")
  }

  @Test func whatCouldNotBeMadeIsTriedAgain() throws {
    struct Failure: Error {}
    let cache = RecentCache<Int, Int>(capacity: 2, uses: [1: 2])
    #expect(throws: Failure.self) {
      try cache.value(for: 1) { (_) throws(Failure) -> Int in throw Failure() }
    }
    #expect(cache.value(for: 1) { $0 + 1 } == 2)
  }
}
