import Foundation

/// Weights of a Gaussian in 16-bit fixed point; they add up to 65536.
struct GaussianKernel {
  let radius: Int
  /// From the middle outwards.
  let weights: [UInt32]

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
}
