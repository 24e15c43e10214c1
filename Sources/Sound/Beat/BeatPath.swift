import Foundation

/// The beats that are strongest and most even at once (D. Ellis, Beat tracking by dynamic
/// programming, Journal of New Music Research 36, 2007), at a tempo that may drift.
struct BeatPath {
  /// In hops, with fractions.
  let beats: [Double]

  /// How much unevenness costs.
  private static let tightness = 90.0

  init(_ envelope: BeatEnvelope, tempo: TempoPath) {
    let values = Self.smoothed(envelope.values)
    var (scores, cameFrom) = ([Double](), [Int]())
    for index in values.indices {
      let period = tempo.periods[min(index / TempoPath.step, tempo.periods.count - 1)]
      var (best, origin) = (0.0, -1)
      let (nearest, farthest) = (Int((period * 0.55).rounded()), Int((period * 1.9).rounded()))
      if index >= nearest {
        for before in max(0, index - farthest)...index - nearest {
          let stretch = log(Double(index - before) / period)
          let total = scores[before] - Self.tightness * stretch * stretch
          if total > best { (best, origin) = (total, before) }
        }
      }
      scores.append(Double(values[index]) + best)
      cameFrom.append(origin)
    }
    let last = tempo.periods.last ?? 1
    let tail = max(0, values.count - Int(last * 1.5))..<values.count
    var index = tail.max { scores[$0] < scores[$1] } ?? -1
    var found: [Int] = []
    while index >= 0 {
      found.append(index)
      index = cameFrom[index]
    }
    beats = found.reversed().map { Self.refined($0, values) }
  }

  private static func smoothed(_ values: [Float]) -> [Float] {
    values.indices.map { index in
      let (before, after) = (values[max(index - 1, 0)], values[min(index + 1, values.count - 1)])
      return 0.5 * values[index] + 0.25 * (before + after)
    }
  }

  /// The top of the parabola through a peak and its neighbours.
  private static func refined(_ index: Int, _ values: [Float]) -> Double {
    guard index > 0, index + 1 < values.count else { return Double(index) }
    let (a, b, c) = (values[index - 1], values[index], values[index + 1])
    guard b > a, b >= c, a + c < 2 * b else { return Double(index) }
    return Double(index) + Double(0.5 * (a - c) / (a - 2 * b + c))
  }
}
