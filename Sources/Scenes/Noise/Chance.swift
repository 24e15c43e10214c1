/// A stream of random numbers: SplitMix64 (Steele, Lea & Flood 2014).
struct Chance: Sendable {
  private var state: UInt64

  /// The stream that belongs to `seed` and a label; other labels give unrelated streams.
  init(seed: UInt64, _ label: String) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in label.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    state = seed &* 0x9E37_79B9_7F4A_7C15 ^ hash
    _ = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number from `low` up to `high`.
  mutating func within(_ low: Float, _ high: Float) -> Float {
    low + (high - low) * Float(next() >> 40) * 0x1p-24
  }

  /// Whether something of this likelihood happens.
  mutating func happens(_ likelihood: Float) -> Bool { within(0, 1) < likelihood }

  /// A whole number in `range`.
  mutating func pick(_ range: Range<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(max(range.count, 1)))
  }

  /// About normal, mean 0, deviation 1: the sum of four evenly spread numbers.
  mutating func normal() -> Float {
    (within(-1, 1) + within(-1, 1) + within(-1, 1) + within(-1, 1)) * 0.866
  }

  /// A noise of its own.
  mutating func noise() -> Noise { Noise(UInt32(truncatingIfNeeded: next())) }
}
