/// Numbers by chance that depend on a seed and on what they are for, not on when they are asked:
/// SplitMix64 (Steele, Lea & Flood 2014) of both.
public struct Chance: Hashable, Sendable {
  /// What all its numbers follow from.
  public let seed: UInt64

  /// The numbers of `seed`.
  public init(seed: UInt64) { self.seed = seed }

  /// 64 bits for a thing and one of its properties.
  @inlinable
  public func bits(_ thing: Int, _ property: Int = 0) -> UInt64 {
    var bits = seed &+ UInt64(truncatingIfNeeded: thing) &* 0x9E37_79B9_7F4A_7C15
    bits = bits &+ UInt64(truncatingIfNeeded: property) &* 0xD1B5_4A32_D192_ED03
    bits = (bits ^ (bits &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits &>> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits &>> 31)
  }

  /// Evenly from 0 up to 1.
  @inline(__always)
  func unit(_ thing: Int, _ property: Int = 0) -> Double {
    Double(bits(thing, property) &>> 11) * 0x1p-53
  }

  /// Evenly within a range.
  @inline(__always)
  func within(_ range: ClosedRange<Double>, _ thing: Int, _ property: Int = 0) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * unit(thing, property)
  }

  /// A source for another purpose.
  func branch(_ purpose: Int) -> Chance { Chance(seed: bits(purpose, 0x5EED)) }
}
