import Foundation

/// Weights of a Gaussian in 16-bit fixed point; they add up to 65536.
struct GaussianKernel {
  let radius: Int
  /// From the middle outwards.
  private let weights: [UInt32]

  init(deviation: Double) {
    radius = deviation > 0.05 ? Int((3 * deviation).rounded(.up)) : 0
    let shares = (0...radius).map { position in
      let distance = Double(position) / max(deviation, 0.05)
      return exp(-distance * distance / 2)
    }
    let total = shares[0] + 2 * shares.dropFirst().reduce(0, +)
    var weights = shares.map { UInt32(($0 / total * 65536).rounded(.down)) }
    let sum = weights[0] + 2 * weights.dropFirst().reduce(0, +)
    weights[0] += 65536 - sum
    self.weights = weights
  }

  /// Convolves `count` samples; outside them is nothing.
  @inline(__always)
  func run<Sample: FixedWidthInteger>(
    count: Int, read: (Int) -> Sample, write: (Int, UInt32) -> Void
  ) {
    weights.withUnsafeBufferPointer { weights in
      for index in 0..<count {
        var sum = weights[0] &* UInt32(truncatingIfNeeded: read(index))
        for distance in 1...radius {
          var pair: UInt32 = 0
          if index >= distance { pair = UInt32(truncatingIfNeeded: read(index &- distance)) }
          if index &+ distance < count {
            pair &+= UInt32(truncatingIfNeeded: read(index &+ distance))
          }
          sum &+= weights[distance] &* pair
        }
        write(index, sum)
      }
    }
  }
}
