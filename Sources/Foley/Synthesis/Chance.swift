import Foundation

/// Chance that is addressed rather than drawn: the number at an index is a function of the seed
/// and the index alone, so that a sound can be made from any moment on (J. Salmon and others,
/// Parallel random numbers: as easy as 1, 2, 3, 2011; mixing after G. Steele and others, Fast
/// splittable pseudorandom number generators, 2014).
struct Chance: Sendable {
  private let seed: UInt64

  private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  init(seed: UInt64) { self.seed = Self.mixed(seed &+ Self.step) }

  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    var value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  @inline(__always)
  private func bits(_ index: Int) -> UInt64 {
    Self.mixed(seed &+ UInt64(bitPattern: Int64(index)) &* Self.step)
  }

  /// White noise, −1 to 1, left and right.
  @inline(__always)
  func noise(_ frame: Int) -> SIMD2<Double> {
    let bits = bits(frame)
    let left = Int32(truncatingIfNeeded: bits)
    let right = Int32(truncatingIfNeeded: bits >> 32)
    return SIMD2(Double(left), Double(right)) * 0x1p-31
  }

  /// A number in 0 ..< 1.
  func unit(_ index: Int) -> Double { Double(bits(index) >> 11) * 0x1p-53 }

  /// Other chance, apart from this one.
  func branch(_ index: Int) -> Chance { Chance(seed: bits(index) ^ 0x5DEE_CE66) }

  /// Chance drawn in order.
  func draws(_ index: Int) -> Draws { Draws(state: bits(index)) }

  /// Numbers drawn one after the other.
  struct Draws {
    private var state: UInt64

    fileprivate init(state: UInt64) { self.state = state }

    /// A number in 0 ..< 1.
    mutating func unit() -> Double {
      state &+= Chance.step
      return Double(Chance.mixed(state) >> 11) * 0x1p-53
    }

    /// A number in `range`, every one as likely.
    mutating func within(_ range: ClosedRange<Double>) -> Double {
      range.lowerBound + (range.upperBound - range.lowerBound) * unit()
    }

    /// A number in `range`, every octave as likely.
    mutating func octaves(_ range: ClosedRange<Double>) -> Double {
      range.lowerBound * pow(range.upperBound / range.lowerBound, unit())
    }

    /// How many events fall in a span that has `mean` on average.
    mutating func events(_ mean: Double) -> Int {
      let limit = exp(-mean)
      var (count, product) = (0, unit())
      while product > limit {
        count += 1
        product *= unit()
      }
      return count
    }
  }
}
