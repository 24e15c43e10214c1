/// Where a signal looks most like a part of itself: normalised cross-correlation.
struct SimilaritySearch {
  let samples: [Float]
  /// Where the part begins that others are compared with.
  let pattern: Int

  /// The start in `range`, every `step`, of the part most like the pattern; compares every
  /// `sampling`th sample. Ties go to `preferred`, then to the earlier.
  func best(
    in range: ClosedRange<Int>, step: Int, sampling: Int, preferring preferred: Int
  ) -> Int {
    var best = preferred
    var bestScore = score(at: preferred, sampling: sampling)
    for start in stride(from: range.lowerBound, through: range.upperBound, by: step) {
      let score = score(at: start, sampling: sampling)
      if score > bestScore { (best, bestScore) = (start, score) }
    }
    return best
  }

  private func score(at start: Int, sampling: Int) -> Float {
    guard start >= 0, start + TimeStretcher.hop <= samples.count else {
      return -.infinity
    }
    let samples = samples.span
    var (product, energy): (Float, Float) = (0, 1e-9)
    var offset = 0
    while offset < TimeStretcher.hop {
      let sample = samples[start &+ offset]
      product += sample * samples[pattern &+ offset]
      energy += sample * sample
      offset &+= sampling
    }
    return product / energy.squareRoot()
  }
}
