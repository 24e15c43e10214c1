import Foundation

/// Onset strengths made comparable along a piece: what stands out from the second around it,
/// by what stands out in the eight seconds around it.
struct BeatEnvelope {
  /// Zero on average, in standard deviations.
  let values: [Float]

  /// Onsets weaker than this are the tremble of a steady sound.
  private static let floor: Float = 0.03

  init(_ strengths: [Float]) {
    let rate = OnsetStrength.rate
    let means = Self.smoothed(strengths, reach: Int(0.6 * rate))
    let rest = zip(strengths, means).map { max($0 - $1 - Self.floor, 0) }
    let energy = Self.smoothed(rest.map { $0 * $0 }, reach: Int(4 * rate))
    let whole = rest.reduce(0) { $0 + $1 * $1 } / Float(max(rest.count, 1))
    let even = zip(rest, energy).map { value, energy in
      value / max(energy, whole * 0.05, 1e-12).squareRoot()
    }
    let mean = even.reduce(0, +) / Float(max(even.count, 1))
    values = even.map { $0 - mean }
  }

  /// The mean of each value and those up to `reach` away.
  private static func smoothed(_ values: [Float], reach: Int) -> [Float] {
    var sums = [0.0]
    for value in values { sums.append((sums.last ?? 0) + Double(value)) }
    return values.indices.map { index in
      let (from, to) = (max(index - reach, 0), min(index + reach + 1, values.count))
      return Float((sums[to] - sums[from]) / Double(to - from))
    }
  }
}
