import Foundation

/// Levels of triangular bands, as wide as the ear hears (S. Stevens, J. Volkmann, E. Newman, A
/// scale for the measurement of the psychological magnitude pitch, 1937), in logarithms.
struct MelBands {
  /// How much each band says about the beat.
  let weights: [Float]

  private let size: Int
  private let starts: [Int]
  private let shapes: [[Float]]

  private static let count = 40

  /// - Parameter size: Of the transforms, at 48 kHz.
  init(size: Int) {
    self.size = size
    func mel(_ hertz: Double) -> Double { 2595 * log10(1 + hertz / 700) }
    func hertz(_ mel: Double) -> Double { 700 * (pow(10, mel / 2595) - 1) }
    let (low, high) = (mel(30), mel(14_000))
    let edges = (0..<Self.count + 2).map { index in
      hertz(low + (high - low) * Double(index) / Double(Self.count + 1))
    }
    let width = Double(SampleClock.rate) / Double(size)
    var (starts, shapes, centers) = ([Int](), [[Float]](), [Double]())
    for band in 0..<Self.count {
      let (from, middle, to) = (edges[band], edges[band + 1], edges[band + 2])
      let first = max(Int(from / width), 1)
      let last = max(Int((to / width).rounded(.up)), first + 1)
      shapes.append(
        (first...last).map { bin in
          let at = Double(bin) * width
          let side = at < middle ? (at - from) / (middle - from) : (to - at) / (to - middle)
          return Float(max(side, 0))
        })
      starts.append(first)
      centers.append(middle)
    }
    (self.starts, self.shapes) = (starts, shapes)
    let sorts = centers.map { $0 < 200 ? 0 : $0 < 5000 ? 1 : 2 }
    weights = sorts.map { sort in
      Float([2, 1, 0.35][sort] / Double(sorts.count { $0 == sort }))
    }
  }

  /// The levels of two real signals, transformed as the real and the imaginary part of one.
  func levels(ofPair pair: [SIMD2<Float>]) -> (first: [Float], second: [Float]) {
    let scale = 4 / Float(size)
    var powers = [SIMD2<Float>](repeating: SIMD2(), count: size / 2)
    for bin in 1..<size / 2 {
      let (a, b) = (pair[bin], pair[size - bin])
      let first = SIMD2(a.x + b.x, a.y - b.y) / 2
      let second = SIMD2(a.y + b.y, b.x - a.x) / 2
      powers[bin] = SIMD2((first * first).sum().squareRoot(), (second * second).sum().squareRoot())
    }
    var (firsts, seconds) = ([Float](), [Float]())
    for (start, shape) in zip(starts, shapes) {
      var sum = SIMD2<Float>()
      for (offset, weight) in shape.enumerated() where start + offset < size / 2 {
        sum += powers[start + offset] * weight
      }
      firsts.append(log1p(sum.x * scale * 1000))
      seconds.append(log1p(sum.y * scale * 1000))
    }
    return (firsts, seconds)
  }
}
