/// The grain of paper on a tile that is laid over and over.
struct PaperTile {
  private static let side = 256
  private var values: [SIMD2<Float>]

  /// A tile for a sheet whose measure of things is `unit` pixels.
  init(_ noise: Noise, unit: Float) {
    let side = PaperTile.side
    values = []
    values.reserveCapacity(side * side)
    for y in 0..<side {
      for x in 0..<side {
        let (u, v) = (Float(x) / unit, Float(y) / unit)
        values.append(
          SIMD2(
            noise.fractal(u * 210, v * 210, octaves: 3, gain: 0.65),
            noise.billowed(u * 120, v * 120, octaves: 2)))
      }
    }
  }

  /// Fine grain, about −1 to 1, and the paper's tooth, 0 to 1.
  func at(_ x: Float, _ y: Float) -> (grain: Float, tooth: Float) {
    let value = values[
      (Int(y) & (PaperTile.side - 1)) * PaperTile.side + (Int(x) & (PaperTile.side - 1))]
    return (value.x, value.y)
  }
}
