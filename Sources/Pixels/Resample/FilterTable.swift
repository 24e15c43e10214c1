/// Where each output sample of one axis reads, and with which weights.
///
/// The kernel is Catmull-Rom (Catmull & Rom 1974; Keys 1981, a = −½), widened by the scale
/// where the picture shrinks, so that nothing aliases. Weights are 14-bit and sum to one
/// exactly; what falls off the edge is read from the edge sample.
struct FilterTable {
  /// Taps a sample, a multiple of 4.
  let taps: Int
  /// For each output sample, the first input sample it reads.
  let first: [Int32]
  /// `taps` weights for each output sample.
  let weights: [Int16]

  /// Weight of one.
  static let unit = 1 << 14
  /// Up to here four taps still show no aliasing that an eye could find.
  static let narrowLimit = 1.25

  /// Output sample `i` of `outputs` reads at input position `scale × i + offset`.
  init(outputs: Range<Int>, scale: Double, offset: Double, inputs: Int) {
    let stretch = scale > Self.narrowLimit ? scale : 1
    let support = 2 * stretch
    let wanted = (Int((2 * support).rounded(.up)) + 3) & ~3
    let taps = min(wanted, (inputs + 3) & ~3)
    var first = [Int32](repeating: 0, count: outputs.count)
    var weights = [Int16](repeating: 0, count: outputs.count * taps)
    var exact = [Double](repeating: 0, count: taps)
    for (row, output) in outputs.enumerated() {
      let center = scale * Double(output) + offset
      let start = Int((center - support).rounded(.down)) + 1
      let origin = min(max(start, 0), max(inputs - taps, 0))
      for k in 0..<taps { exact[k] = 0 }
      var sum = 0.0
      for input in start..<(start + wanted) {
        let weight = catmullRom((Double(input) - center) / stretch)
        let slot = min(max(input, 0), inputs - 1) - origin
        exact[min(max(slot, 0), taps - 1)] += weight
        sum += weight
      }
      first[row] = Int32(origin)
      Self.quantize(exact, sum: sum, into: &weights, at: row * taps)
    }
    self.taps = taps
    self.first = first
    self.weights = weights
  }

  /// Rounds to 14 bits and gives the remainder to the heaviest tap.
  private static func quantize(
    _ exact: [Double], sum: Double, into weights: inout [Int16], at start: Int
  ) {
    var remainder = unit
    var heaviest = 0
    for k in exact.indices {
      let weight = Int((exact[k] / sum * Double(unit)).rounded())
      weights[start + k] = Int16(weight)
      remainder -= weight
      if weights[start + k] > weights[start + heaviest] { heaviest = k }
    }
    weights[start + heaviest] += Int16(remainder)
  }
}

/// The Catmull-Rom kernel at distance `t`; zero from 2 on.
func catmullRom(_ t: Double) -> Double {
  let x = t.magnitude
  if x < 1 { return (1.5 * x - 2.5) * x * x + 1 }
  if x < 2 { return ((-0.5 * x + 2.5) * x - 4) * x + 2 }
  return 0
}
