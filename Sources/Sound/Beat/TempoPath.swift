import Foundation

/// The tempo from second to second: autocorrelation of the onsets (D. Ellis, Beat tracking by
/// dynamic programming, 2007), and the likeliest way through it (A. Viterbi, 1967).
///
/// A tempo is likely where onsets recur after a beat, two and four, and less after half of one,
/// which would make the beat's division as strong as the beat; and near 120.
struct TempoPath {
  /// Hops a beat, for every window.
  let periods: [Double]
  /// The correlation one beat later, over all windows, 0 to 1.
  let regularity: Double

  /// Hops from one window to the next: about a second.
  static let step = 94

  private static let window = 1024
  /// Tempos from 50 to 215 a minute, 1/40 of an octave apart.
  private static let candidates = (0...84).map { 50 * pow(2, Double($0) / 40) }
  private static let spread = 1.0

  init?(_ envelope: BeatEnvelope) {
    let values = envelope.values
    let slowest = 4 * 60 * OnsetStrength.rate / 50
    guard Double(values.count) > slowest * 0.75 else { return nil }
    let count = max(1, (values.count + Self.step - 1) / Self.step)
    var (scores, beats) = ([[Double]](), [[Double]]())
    for index in 0..<count {
      let middle = index * Self.step + Self.step / 2
      let from = max(0, min(middle - Self.window / 2, values.count - Self.window))
      let part = Array(values[from..<min(from + Self.window, values.count)])
      let correlations = Self.correlations(part, upTo: Int(slowest) + 2)
      let found = Self.score(correlations)
      scores.append(found.map(\.score))
      beats.append(found.map(\.beat))
    }
    let path = Self.path(scores)
    periods = path.map { 60 * OnsetStrength.rate / Self.candidates[$0] }
    let found = path.indices.map { beats[$0][path[$0]] }
    regularity = min(max(found.reduce(0, +) / Double(found.count), 0), 1)
  }

  private static func correlations(_ part: [Float], upTo longest: Int) -> [Double] {
    let mean = part.reduce(0, +) / Float(max(part.count, 1))
    let centered = part.map { $0 - mean }
    let span = centered.span
    var sums: [Double] = []
    for lag in 0...longest {
      var sum: Float = 0
      var index = lag
      while index < span.count {
        sum += span[index] * span[index &- lag]
        index &+= 1
      }
      // Later lags have fewer pairs.
      sums.append(Double(sum) / Double(max(span.count - lag, span.count / 3)))
    }
    let power = max(sums[0], 1e-9)
    return sums.map { $0 / power }
  }

  private static func score(_ correlations: [Double]) -> [(score: Double, beat: Double)] {
    // A beat falls between hops: the greater of those around it counts.
    func after(_ hops: Double) -> Double {
      let first = Int(hops)
      guard first + 2 < correlations.count else { return 0 }
      let (a, b) = (correlations[first], correlations[first + 1])
      return max(a + (b - a) * (hops - Double(first)), 0.9 * max(a, b))
    }
    return candidates.map { tempo in
      let period = 60 * OnsetStrength.rate / tempo
      let octaves = log2(tempo / 120) / spread
      let beat = after(period)
      let sum =
        beat + 0.3 * after(2 * period) + 0.15 * after(4 * period)
        - 0.45 * max(after(period / 2), 0)
      return (sum * exp(-0.5 * octaves * octaves), beat)
    }
  }

  private static func path(_ scores: [[Double]]) -> [Int] {
    let reach = 40
    var best = scores.first ?? []
    var cameFrom: [[Int]] = []
    for window in scores.dropFirst() {
      var next = [Double](repeating: -.infinity, count: window.count)
      var origin = [Int](repeating: 0, count: window.count)
      for tempo in window.indices {
        for before in max(tempo - reach, 0)...min(tempo + reach, window.count - 1) {
          let change = Double(tempo - before)
          let total = best[before] - min(0.012 * change * change, 0.4 + 0.01 * abs(change))
          if total > next[tempo] { (next[tempo], origin[tempo]) = (total, before) }
        }
        next[tempo] += window[tempo]
      }
      best = next
      cameFrom.append(origin)
    }
    var tempo = best.indices.max { best[$0] < best[$1] } ?? 0
    var path = [tempo]
    for origin in cameFrom.reversed() {
      tempo = origin[tempo]
      path.append(tempo)
    }
    return path.reversed()
  }
}
