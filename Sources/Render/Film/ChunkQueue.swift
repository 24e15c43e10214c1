internal import Foundation

/// Which worker draws which chunk.
///
/// Each worker has a run of neighbouring chunks, so that its decoders go on where they stopped;
/// one that is done takes from the end of the longest run left. Confined to whoever locks it.
struct ChunkQueue {
  private var runs: [Range<Int>]

  /// Deals chunks of the given weights out in runs of about equal weight.
  init(weights: [Int], workers: Int) {
    let total = max(weights.reduce(0, +), 1)
    var ends = [0]
    var sum = 0
    for (index, weight) in weights.enumerated() where ends.count < workers {
      sum += weight
      if sum * workers >= total * ends.count { ends.append(index + 1) }
    }
    while ends.count <= workers { ends.append(weights.count) }
    ends[workers] = weights.count
    runs = (0..<workers).map { ends[$0]..<max(ends[$0], ends[$0 + 1]) }
  }

  /// The next chunk for `worker`, or nil when all have been taken.
  mutating func next(for worker: Int) -> Int? {
    if let own = runs[worker].popFirst() { return own }
    guard let longest = runs.indices.max(by: { runs[$0].count < runs[$1].count }),
      !runs[longest].isEmpty
    else { return nil }
    let run = runs[longest]
    runs[longest] = run.lowerBound..<(run.upperBound - 1)
    return run.upperBound - 1
  }
}
