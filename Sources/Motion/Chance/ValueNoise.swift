/// Smooth noise in one dimension, −1…1: random values at whole places, joined by Perlin's
/// quintic (Perlin 2002), so that speed and acceleration are continuous.
struct ValueNoise {
  let seed: UInt64

  func value(at place: Double) -> Double {
    let cell = place.rounded(.down)
    let t = place - cell
    let index = Int64(cell)
    let (a, b) = (lattice(index), lattice(index + 1))
    return a + (b - a) * (t * t * t * (t * (t * 6 - 15) + 10))
  }

  private func lattice(_ index: Int64) -> Double {
    Double(Chance(seed: seed).bits(Int(index)) >> 11) / Double(1 << 52) - 1
  }
}
