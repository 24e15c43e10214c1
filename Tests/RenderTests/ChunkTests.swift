import MediaTime
import Testing
import Timeline

@testable import Render

@Suite struct ChunkTests {
  @Test(arguments: [1, 2, 29, 30, 59, 60, 61, 90, 150, 540, 5000], [10, 30, 60])
  func chunksCoverTheFilmOnce(frames: Int, rate: Int) {
    let edges: Set = [0, frames / 3, frames / 2, frames / 2 + 1, frames]
    let chunks = ChunkPlan(
      frameCount: frames, edges: edges, frameRate: FrameRate(Int32(rate))
    ).chunks
    #expect(chunks.first?.lowerBound == 0 && chunks.last?.upperBound == frames)
    #expect(zip(chunks, chunks.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
    #expect(chunks.allSatisfy { !$0.isEmpty && $0.count <= 2 * rate + 1 })
  }

  @Test func shotsAreCutAtTheirEdges() {
    let chunks = ChunkPlan(
      frameCount: 240, edges: [0, 100, 240], frameRate: FrameRate(30)
    ).chunks
    #expect(chunks.contains { $0.lowerBound == 100 })
  }

  @Test func aChangeInOneShotLeavesTheChunksOfOthers() {
    let before = ChunkPlan(
      frameCount: 300, edges: [0, 100, 300], frameRate: FrameRate(30)
    ).chunks
    let after = ChunkPlan(
      frameCount: 360, edges: [0, 100, 360], frameRate: FrameRate(30)
    ).chunks
    #expect(before.filter { $0.upperBound <= 100 } == after.filter { $0.upperBound <= 100 })
  }

  @Test(arguments: [1, 2, 3, 7], [1, 2, 5, 13])
  func everyChunkIsTakenOnce(workers: Int, chunks: Int) {
    var queue = ChunkQueue(
      weights: (0..<chunks).map { 40 + $0 * 7 % 30 }, workers: min(workers, chunks))
    var taken: [Int] = []
    var turn = 0
    while let chunk = queue.next(for: turn * turn % min(workers, chunks)) {
      taken.append(chunk)
      turn += 1
    }
    #expect(taken.sorted() == Array(0..<chunks))
  }

  @Test func workersBeginFarApartAndGoOn() {
    var queue = ChunkQueue(weights: Array(repeating: 60, count: 8), workers: 2)
    #expect([queue.next(for: 0), queue.next(for: 1)] == [0, 4])
    #expect([queue.next(for: 0), queue.next(for: 1)] == [1, 5])
  }
}

@Suite struct SourceClockTests {
  private func clock(
    _ playback: Playback, speed: Int64 = 1, inPoint: Int64 = 0, source: Int64 = 4
  ) -> SourceClock {
    SourceClock(
      start: MediaTime(seconds: 10), duration: MediaTime(seconds: 2),
      inPoint: MediaTime(inPoint, over: 1), speed: MediaTime(speed, over: 1),
      playback: playback,
      sourceDuration: MediaTime(source, over: 1), sourceFrame: MediaTime(1, over: 10))
  }

  private func times(_ clock: SourceClock, at tenths: [Int64]) -> [Double] {
    tenths.map { clock.sourceTime(at: MediaTime(100 + $0, over: 10)).seconds }
  }

  @Test func playsForward() {
    #expect(times(clock(.normal), at: [0, 5, 19]) == [0, 0.5, 1.9])
    #expect(times(clock(.normal, speed: 2, inPoint: 1), at: [0, 5]) == [1, 2])
  }

  @Test func playsBackwardsFromItsLastFrame() {
    #expect(times(clock(.reverse), at: [0, 1, 19]) == [1.9, 1.8, 0])
  }

  @Test func loopsOverWhatTheSourceHas() {
    let clock = clock(.loop, inPoint: 3)
    #expect(times(clock, at: [0, 9, 10, 15]) == [3, 3.9, 3, 3.5])
  }

  @Test func boomerangsTurnAtTheMiddle() {
    #expect(times(clock(.boomerang), at: [0, 9, 10, 19]) == [0, 0.9, 0.9, 0])
  }

  @Test func freezesOnTheInPoint() {
    #expect(times(clock(.freeze, inPoint: 2), at: [0, 19]) == [2, 2])
  }
}
