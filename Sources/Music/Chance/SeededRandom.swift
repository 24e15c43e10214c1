/// Chance that is the same for the same seed: SplitMix64 (Steele, Lea & Flood, Fast splittable
/// pseudorandom number generators, 2014).
struct SeededRandom {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  /// A stream of its own for a part of the work, so that one part's draws don't move another's.
  init(_ seed: UInt64, _ stream: String) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in stream.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    state = seed &* 0xD134_2543_DE82_EF95 ^ hash
    _ = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// From 0 up to 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// From −1 up to 1.
  mutating func signed() -> Double { unit() * 2 - 1 }

  /// Near 0, rarely as far as ±1.
  mutating func bell() -> Double { (signed() + signed() + signed()) / 3 }

  mutating func below(_ count: Int) -> Int { Int(unit() * Double(count)) }

  mutating func chance(_ probability: Double) -> Bool { unit() < probability }

  mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[below(choices.count)]
  }

  mutating func within(_ range: ClosedRange<Double>) -> Double {
    range.lowerBound + unit() * (range.upperBound - range.lowerBound)
  }
}
