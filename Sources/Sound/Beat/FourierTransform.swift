import Foundation

/// The discrete Fourier transform of a power of two of complex numbers (J. Cooley, J. Tukey, An
/// algorithm for the machine calculation of complex Fourier series, 1965).
struct FourierTransform {
  let size: Int
  private let order: [Int]
  private let turns: [SIMD2<Float>]

  init(size: Int) {
    precondition(size > 1 && size & (size - 1) == 0, "a transform's size is a power of two")
    self.size = size
    let bits = size.trailingZeroBitCount
    order = (0..<size).map { index in
      (0..<bits).reduce(0) { $0 | ((index >> $1) & 1) << (bits - 1 - $1) }
    }
    turns = (0..<size / 2).map { index in
      let angle = -2 * Double.pi * Double(index) / Double(size)
      return SIMD2(Float(cos(angle)), Float(sin(angle)))
    }
  }

  /// Transforms in place; `x` is the real part, `y` the imaginary.
  func transform(_ values: inout [SIMD2<Float>]) {
    for index in 0..<size where index < order[index] { values.swapAt(index, order[index]) }
    let turns = turns.span
    var span = values.mutableSpan
    var half = 1
    while half < size {
      let stride = size / (2 * half)
      var start = 0
      while start < size {
        for offset in 0..<half {
          let turn = turns[offset &* stride]
          let (a, b) = (span[start &+ offset], span[start &+ offset &+ half])
          let c = SIMD2(b.x * turn.x - b.y * turn.y, b.x * turn.y + b.y * turn.x)
          span[start &+ offset] = a + c
          span[start &+ offset &+ half] = a - c
        }
        start &+= 2 &* half
      }
      half *= 2
    }
  }
}
