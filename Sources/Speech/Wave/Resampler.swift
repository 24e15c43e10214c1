import Foundation

/// Changes a waveform's rate by a windowed sinc, one set of taps for each phase (Smith, “Digital
/// Audio Resampling”; Kaiser's window, whose side lobes lie 80 dB down).
struct Resampler {
  private let source: Int
  private let target: Int
  private let reach: Int
  private let phases: [[Float]]
  private let up: Int
  private let down: Int

  /// From one rate to another, both in samples a second.
  init(from source: Int, to target: Int) {
    self.source = source
    self.target = target
    let divisor = Self.divisor(source, target)
    (up, down) = (target / divisor, source / divisor)
    let cutoff = 0.95 * min(1, Double(target) / Double(source))
    let reach = Int((24 / cutoff).rounded(.up))
    self.reach = reach
    let up = self.up
    phases = (0..<up).map { phase in
      let fraction = Double(phase) / Double(up)
      var taps = (-reach + 1...reach).map { place in
        let x = Double(place) - fraction
        return Self.sinc(x * cutoff) * Self.kaiser(x / Double(reach))
      }
      let sum = taps.reduce(0, +)
      for index in taps.indices { taps[index] /= sum }
      return taps.map { Float($0) }
    }
  }

  /// The samples at the new rate; as long as before.
  func resample(_ samples: [Float]) -> [Float] {
    guard source != target else { return samples }
    let count = (samples.count * up + down - 1) / down
    var result = [Float](repeating: 0, count: count)
    let input = samples.span
    for index in 0..<count {
      let position = index * down
      let center = position / up
      let row = phases[position % up]
      let taps = row.span
      var sum: Float = 0
      let first = max(0, reach - 1 - center)
      let last = min(2 * reach, samples.count + reach - 1 - center)
      var place = first
      while place < last {
        sum += taps[place] * input[center - reach + 1 + place]
        place += 1
      }
      result[index] = sum
    }
    return result
  }

  private static func sinc(_ x: Double) -> Double {
    x == 0 ? 1 : sin(.pi * x) / (.pi * x)
  }

  private static func kaiser(_ x: Double) -> Double {
    guard abs(x) < 1 else { return 0 }
    return bessel(8 * (1 - x * x).squareRoot()) / bessel(8)
  }

  /// The modified Bessel function of order zero, by its series.
  private static func bessel(_ x: Double) -> Double {
    var (sum, term) = (1.0, 1.0)
    for index in 1...40 {
      term *= (x / 2 / Double(index)) * (x / 2 / Double(index))
      sum += term
    }
    return sum
  }

  private static func divisor(_ first: Int, _ second: Int) -> Int {
    var (a, b) = (first, second)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}
