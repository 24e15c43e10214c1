/// Smooth noise in one dimension, −1…1: random values at whole places, joined by Perlin's
/// quintic (Perlin 2002), so that speed and acceleration are continuous.
struct Noise {
  let seed: UInt64

  func value(at place: Double) -> Double {
    let cell = place.rounded(.down)
    let t = place - cell
    let index = Int64(cell)
    let (a, b) = (lattice(index), lattice(index + 1))
    return a + (b - a) * (t * t * t * (t * (t * 6 - 15) + 10))
  }

  /// SplitMix64 (Steele, Lea & Flood 2014) of the place.
  private func lattice(_ index: Int64) -> Double {
    var bits = seed &+ UInt64(bitPattern: index) &* 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    bits ^= bits >> 31
    return Double(bits >> 11) / Double(1 << 52) - 1
  }
}
