/// The numbers of a ``Chance`` one after the other, for what is drawn in a fixed order.
public struct ChanceStream: Sendable {
  @usableFromInline let chance: Chance
  @usableFromInline var count = 0

  /// The stream that belongs to `seed` and a label; other labels give unrelated streams.
  public init(seed: UInt64, _ label: String) {
    // FNV-1a (Fowler, Noll & Vo 1991).
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in label.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    chance = Chance(seed: seed &* 0x9E37_79B9_7F4A_7C15 ^ hash)
    _ = next()
  }

  /// The next 64 bits.
  @inlinable
  public mutating func next() -> UInt64 {
    count &+= 1
    return chance.bits(count)
  }

  /// A number from `low` up to `high`.
  @inlinable
  public mutating func within(_ low: Float, _ high: Float) -> Float {
    low + (high - low) * Float(next() >> 40) * 0x1p-24
  }

  /// Whether something of this likelihood happens.
  @inlinable
  public mutating func happens(_ likelihood: Float) -> Bool { within(0, 1) < likelihood }

  /// A whole number in `range`.
  @inlinable
  public mutating func pick(_ range: Range<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(max(range.count, 1)))
  }

  /// About normal, mean 0, deviation 1: the sum of four evenly spread numbers.
  @inlinable
  public mutating func normal() -> Float {
    (within(-1, 1) + within(-1, 1) + within(-1, 1) + within(-1, 1)) * 0.866
  }
}
