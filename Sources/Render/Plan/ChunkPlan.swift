internal import MediaTime

/// How a film is cut into closed groups of pictures.
///
/// ```
/// shots   |---------------|-----|----------------------------|
/// chunks  |---|---|---|---|--|--|----|----|----|----|----|---|
/// ```
///
/// Cuts fall on the edges of shots, so that an edit leaves the chunks of other shots as they
/// were; each shot is divided evenly, into an even number of pieces where it is long enough, so
/// that two workers end together.
struct ChunkPlan {
  /// Frames of each chunk, in order, without gaps.
  let chunks: [Range<Int>]

  /// Cuts `frameCount` frames at `edges` and between them.
  init(frameCount: Int, edges: Set<Int>, frameRate: FrameRate) {
    let second = Int(frameRate.framesPerSecond.rounded())
    var cuts = [0]
    for edge in edges.sorted() where edge - cuts[cuts.count - 1] >= second {
      if frameCount - edge >= second { cuts.append(edge) }
    }
    cuts.append(frameCount)
    chunks = zip(cuts, cuts.dropFirst()).flatMap { start, end in
      Self.divided(start..<end, second: second)
    }
  }

  private static func divided(_ shot: Range<Int>, second: Int) -> [Range<Int>] {
    let pairs = (shot.count + 4 * second - 1) / (4 * second)
    let pieces = shot.count >= 2 * second ? 2 * pairs : 1
    return (0..<pieces).map { piece in
      let start = shot.lowerBound + shot.count * piece / pieces
      let end = shot.lowerBound + shot.count * (piece + 1) / pieces
      return start..<end
    }
  }
}
