/// A sheet of noise that repeats without a seam: fractional Brownian motion of smooth value
/// noise (Perlin 1985, 2002), 0…1 about a half.
struct FogSheet: Sendable {
  private static let size = 256
  private let values: [Float]

  init(chance: Chance) {
    var sum = [Float](repeating: 0, count: Self.size * Self.size)
    var (weight, total): (Float, Float) = (1, 0)
    for octave in 0..<6 {
      Self.add(octave: octave, cells: 4 << octave, weight: weight, chance, to: &sum)
      total += weight
      weight *= 0.52
    }
    values = sum.map { $0 / total }
  }

  private static func add(
    octave: Int, cells: Int, weight: Float, _ chance: Chance, to sum: inout [Float]
  ) {
    let lattice = (0..<cells * cells).map { Float(chance.unit($0, octave)) }
    let steps = size / cells
    let curve = (0..<steps).map { step -> Float in
      let t = (Float(step) + 0.5) / Float(steps)
      return t * t * t * (t * (t * 6 - 15) + 10)
    }
    for y in 0..<size {
      let (row, below) = (y / steps * cells, (y / steps + 1) % cells * cells)
      let down = curve[y % steps]
      for x in 0..<size {
        let (column, right) = (x / steps, (x / steps + 1) % cells)
        let along = curve[x % steps]
        let (a, b) = (lattice[row + column], lattice[row + right])
        let (c, d) = (lattice[below + column], lattice[below + right])
        let (upper, lower) = (a + (b - a) * along, c + (d - c) * along)
        sum[y * size + x] += weight * (upper + (lower - upper) * down)
      }
    }
  }

  /// The value at a place; the sheet is 1 wide and goes round.
  @inline(__always)
  func value(x: Float, y: Float) -> Float {
    let (px, py) = (x * Float(Self.size), y * Float(Self.size))
    let (cx, cy) = (px.rounded(.down), py.rounded(.down))
    let (fx, fy) = (px - cx, py - cy)
    let mask = Self.size - 1
    let (x0, y0) = (Int(cx) & mask, Int(cy) & mask)
    let (x1, y1) = ((x0 + 1) & mask, (y0 + 1) & mask)
    let (a, b) = (values[y0 * Self.size + x0], values[y0 * Self.size + x1])
    let (c, d) = (values[y1 * Self.size + x0], values[y1 * Self.size + x1])
    let (upper, lower) = (a + (b - a) * fx, c + (d - c) * fx)
    return upper + (lower - upper) * fy
  }
}
