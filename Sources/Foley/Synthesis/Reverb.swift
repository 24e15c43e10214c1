import Foundation
import Sound

/// A room: eight delays that feed each other (J.-M. Jot, A. Chaigne, Digital delay networks for
/// designing artificial reverberators, 1991), for sounds that are made whole.
struct Reverb {
  /// All delays, one after the other.
  private var lines: [Double]
  private let starts: [Int]
  private let ends: [Int]
  private var places: [Int]
  private var dull = [Double](repeating: 0, count: 8)
  private let gains: [Double]
  private let brightness: Double

  /// Mutually prime, from 23 to 83 ms.
  private static let lengths = [1103, 1427, 1709, 2039, 2437, 2851, 3331, 3989]

  /// - Parameters:
  ///   - seconds: Until it is down by 60 dB.
  ///   - brightness: The frequency in hertz above which it dies away sooner.
  init(_ chance: Chance, seconds: Double, brightness: Double) {
    let lengths = Self.lengths.enumerated().map { index, length in
      length + 2 * Int(chance.unit(index) * 40)
    }
    lines = [Double](repeating: 0, count: lengths.reduce(0, +))
    ends = lengths.indices.map { lengths[...$0].reduce(0, +) }
    starts = zip(ends, lengths).map { $0 - $1 }
    places = starts
    gains = lengths.map { pow(0.001, Double($0) / Double(SampleClock.rate) / seconds) }
    self.brightness = 1 - exp(-2 * .pi * brightness / Double(SampleClock.rate))
  }

  mutating func next(_ input: SIMD2<Double>) -> SIMD2<Double> {
    var outputs = SIMD8<Double>()
    for line in 0..<8 {
      let heard = lines[places[line]] * gains[line]
      dull[line] += (heard - dull[line]) * brightness
      outputs[line] = dull[line]
    }
    // Householder's mirror: each line gets the others.
    let mean = outputs.sum() * 0.25
    for line in 0..<8 {
      lines[places[line]] = outputs[line] - mean + (line % 2 == 0 ? input.x : input.y)
      places[line] += 1
      if places[line] == ends[line] { places[line] = starts[line] }
    }
    return SIMD2(outputs.evenHalf.sum(), outputs.oddHalf.sum()) * 0.5
  }
}
