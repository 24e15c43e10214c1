/// Weighted least squares in six unknowns: four of motion, then gain and offset of light.
struct NormalEquations {
  private var rows: [SIMD8<Double>] = Array(repeating: .zero, count: 6)

  /// Adds what a batch of observations summed up, a row an unknown, the right side in slot 6.
  mutating func add(_ batch: Batch) {
    rows[0] += SIMD8<Double>(batch.r0)
    rows[1] += SIMD8<Double>(batch.r1)
    rows[2] += SIMD8<Double>(batch.r2)
    rows[3] += SIMD8<Double>(batch.r3)
    rows[4] += SIMD8<Double>(batch.r4)
    rows[5] += SIMD8<Double>(batch.r5)
  }

  /// Sums in single precision, for some hundreds of observations.
  struct Batch {
    var r0 = SIMD8<Float>.zero
    var r1 = SIMD8<Float>.zero
    var r2 = SIMD8<Float>.zero
    var r3 = SIMD8<Float>.zero
    var r4 = SIMD8<Float>.zero
    var r5 = SIMD8<Float>.zero

    /// Adds an observation: six derivatives and the residual, and its weight.
    @inline(__always)
    mutating func add(_ row: SIMD8<Float>, weight: Float) {
      let weighted = row * weight
      r0 += weighted * row[0]
      r1 += weighted * row[1]
      r2 += weighted * row[2]
      r3 += weighted * row[3]
      r4 += weighted * row[4]
      r5 += weighted * row[5]
    }
  }

  /// The six unknowns, light eliminated first; nil where the picture leaves one of the motion's
  /// open, `least` being what each has to add to the sum of squares.
  func solution(least: Double) -> [Double]? {
    let order = [5, 4, 0, 1, 2, 3]
    var system = order.map { row in order.map { rows[row][$0] } + [rows[row][6]] }
    for pivot in 0..<6 {
      let limit = order[pivot] < 4 ? least : 1e-9
      let head = system[pivot][pivot]
      guard head > limit, head.isFinite else { return nil }
      for row in (pivot + 1)..<max(6, pivot + 1) {
        let factor = system[row][pivot] / head
        for column in pivot..<7 { system[row][column] -= factor * system[pivot][column] }
      }
    }
    var values = [Double](repeating: 0, count: 6)
    for pivot in (0..<6).reversed() {
      var rest = system[pivot][6]
      for column in (pivot + 1)..<max(6, pivot + 1) {
        rest -= system[pivot][column] * values[column]
      }
      values[pivot] = rest / system[pivot][pivot]
    }
    var unknowns = [Double](repeating: 0, count: 6)
    for (slot, unknown) in order.enumerated() { unknowns[unknown] = values[slot] }
    return unknowns.allSatisfy { $0.isFinite } ? unknowns : nil
  }
}
