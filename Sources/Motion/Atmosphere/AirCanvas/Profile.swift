internal import Foundation

/// How a spot's opacity falls from its middle to its rim: 257 values in 4096ths, by the square
/// of the distance in radii.
enum Profile {
  /// A small soft thing.
  case soft
  /// Something out of focus: even, with a soft rim.
  case disc
  /// A light out of focus: a little brighter towards its rim, as most lenses have it.
  case ring
  /// A glow that fades long.
  case halo

  var table: [Int32] {
    switch self {
    case .soft: Self.softTable
    case .disc: Self.discTable
    case .ring: Self.ringTable
    case .halo: Self.haloTable
    }
  }

  private static let softTable = make { q in (1 - q) * (1 - q) * (1 + 0.6 * q) }
  private static let discTable = make { q in 1 - smoothstep(0.4, 1, q.squareRoot()) }
  private static let ringTable = make { q in
    (0.62 + 0.38 * smoothstep(0.3, 0.92, q.squareRoot()))
      * (1 - smoothstep(0.9, 1, q.squareRoot()))
  }
  private static let haloTable = make { q in
    let fall = exp(-5.5 * q.squareRoot())
    return fall * (1 - smoothstep(0.6, 1, q.squareRoot()))
  }

  private static func make(_ value: (Double) -> Double) -> [Int32] {
    (0...256).map { Int32((4096 * value((Double($0) + 0.5) / 257)).rounded()) }
  }
}
