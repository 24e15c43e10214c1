internal import Foundation
public import Pixels

/// A part of a still that moves by itself while the rest stands.
public struct MovingRegion: Sendable {
  /// What moves.
  public let kind: Kind
  /// 1 where it moves, 0 where it must not; of any size, stretched over the picture.
  public let mask: Field
  /// How much it moves, 0…1; ½ is usual.
  public let amount: Double

  /// A region.
  public init(_ kind: Kind, mask: Field, amount: Double = 0.5) {
    self.kind = kind
    self.mask = mask
    self.amount = max(0, min(1, amount))
  }

  /// What can move, by the names that drafts have.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case sky, water, fire, foliage, hair, cloth, smoke
  }

  /// How far things of this kind may be moved at most, as a share of the picture's width: what
  /// the mask's edge must leave them room for.
  static func reach(of kind: Kind) -> Float {
    switch kind {
    case .sky: 0.07
    case .fire: 0.05
    case .smoke: 0.06
    case .water, .foliage, .hair, .cloth: 0.01
    }
  }
}

/// Where a region's places read at a moment, in a loop that closes exactly.
struct RegionFlow: Sendable {
  private let region: MovingRegion
  /// Seconds of one loop.
  private let period: Double
  private let horizon: Double

  /// A loop lasts about this long; a shot holds a whole number of them.
  private static func usualPeriod(_ kind: MovingRegion.Kind) -> Double {
    switch kind {
    case .fire: 1
    case .sky: 6
    default: 4
    }
  }

  init(_ region: MovingRegion, duration: Double) {
    self.region = region
    period = duration / max(1, (duration / Self.usualPeriod(region.kind)).rounded())
    let rows = region.mask.rowsInUse
    horizon = region.kind == .sky ? rows.upperBound : rows.lowerBound
  }

  /// Whether it streams: shown by two copies a period apart, one giving way to the other
  /// (Holynski, Curless, Seitz & Szeliski 2021).
  var streams: Bool {
    switch region.kind {
    case .sky, .fire, .smoke: true
    case .water, .foliage, .hair, .cloth: false
    }
  }

  /// How much of the second copy shows at `time`, in seconds.
  func share(at time: Double) -> Double {
    let phase = (time / period).truncatingRemainder(dividingBy: 1)
    return phase < 0 ? phase + 1 : phase
  }

  /// How far from (x, y), 0…1 of the picture, the place reads at `time`, in shares of the
  /// picture's width; `copy` 0 or 1 of a stream.
  func offset(x: Double, y: Double, at time: Double, copy: Int) -> (x: Double, y: Double) {
    let mask = Double(region.mask.value(atX: x, y: y))
    guard mask > 0.004 else { return (0, 0) }
    let strength = mask * region.amount * 2
    let phase = share(at: time)
    let age = (phase - Double(copy)) * period
    let turn = 2 * Double.pi * phase
    let (dx, dy) =
      switch region.kind {
      case .sky: drift(y, age)
      case .water: ripple(x, y, turn)
      case .fire: rise(x, y, turn, age, speed: 0.05, wobble: 0.006)
      case .smoke: rise(x, y, turn, age, speed: 0.018, wobble: 0.004)
      case .foliage: sway(x, y, turn, reach: 0.0035, grain: 9)
      case .hair: sway(x, y, turn, reach: 0.003, grain: 5)
      case .cloth: sway(x, y, turn, reach: 0.004, grain: 3)
      }
    return (-dx * strength, -dy * strength)
  }

  /// Clouds come over the horizon slowly and pass faster overhead.
  private func drift(_ y: Double, _ age: Double) -> (Double, Double) {
    let height = max(0, horizon - y) / max(horizon, 0.05)
    return (age * (0.004 + 0.010 * height), -age * 0.002 * height)
  }

  /// Waves on a plane that recedes to the horizon: larger and slower near the eye.
  private func ripple(_ x: Double, _ y: Double, _ turn: Double) -> (Double, Double) {
    let near = max(0.04, (y - horizon) / max(1 - horizon, 0.05))
    let depth = 1 / (near + 0.12)
    let (u, v) = (x * (4 + 5 * depth), depth * 9)
    let first = sin(2.1 * u + 3.3 * v + turn) + 0.6 * sin(-3.7 * u + 5.1 * v + 2 * turn + 1.3)
    let second = sin(1.3 * u - 4.3 * v + turn + 2.1) + 0.5 * sin(4.9 * u + 2.2 * v + 3 * turn)
    let size = 0.0008 + 0.0034 * near
    return (size * first, size * 0.45 * second)
  }

  private func rise(
    _ x: Double, _ y: Double, _ turn: Double, _ age: Double, speed: Double, wobble: Double
  ) -> (Double, Double) {
    let curl = sin(9 * y + turn + 4 * sin(5 * x)) + 0.5 * sin(21 * y - 2 * turn + 7 * x)
    return (wobble * curl, -speed * age)
  }

  /// Leaves, hair and cloth move to and fro, neighbours a little later (after Chuang, Goldman,
  /// Zheng, Curless, Salesin & Szeliski 2005).
  private func sway(
    _ x: Double, _ y: Double, _ turn: Double, reach: Double, grain: Double
  ) -> (Double, Double) {
    let place = grain * (x + 0.35 * y)
    let gust = sin(turn + place) + 0.45 * sin(2 * turn + 2.7 * place + 3 * grain * y)
    return (reach * gust, reach * 0.3 * sin(turn + place * 1.6 + 1))
  }
}

extension Field {
  /// The rows that hold something, as shares of the height.
  fileprivate var rowsInUse: ClosedRange<Double> {
    let used = (0..<height).filter { y in (0..<width).contains { self[$0, y] > 0.3 } }
    guard let first = used.first, let last = used.last else { return 0...1 }
    return Double(first) / Double(height)...Double(last + 1) / Double(height)
  }
}
