/// A table of colours for colours, as in `.cube` files (Adobe, *Cube LUT Specification* 1.0,
/// and DaVinci Resolve's, which may put curves before the cube).
///
/// In and out are encoded red, green and blue, 0…1 for black to white as on the screen.
public struct ColorCube: Hashable, Sendable {
  /// What the file calls itself; empty where it doesn't.
  public let title: String
  /// How many colours the cube has a side; 0 where there are only curves.
  public var side: Int { cube?.size ?? 0 }
  let curves: Table?
  let cube: Table?

  /// Numbers in rows of three with the range of what looks them up.
  struct Table: Hashable, Sendable {
    var size: Int
    var lowest: SIMD3<Float> = .zero
    var highest = SIMD3<Float>(repeating: 1)
    var colors: [SIMD3<Float>] = []

    /// Where an input falls, 0…size − 1.
    func place(_ color: SIMD3<Float>) -> SIMD3<Float> {
      ((color - lowest) / (highest - lowest) * Float(size - 1))
        .clamped(lowerBound: .zero, upperBound: SIMD3(repeating: Float(size - 1)))
    }
  }

  init(title: String, curves: Table?, cube: Table?) {
    self.title = title
    self.curves = curves
    self.cube = cube
  }

  /// What `color` becomes: along the curves, then in the cube, between the four corners of the
  /// tetrahedron around it (Sakamoto & Itooka 1981), which keeps greys grey.
  func color(for color: SIMD3<Double>) -> SIMD3<Double> {
    var value = SIMD3<Float>(color)
    if let curves { value = Self.along(curves, value) }
    if let cube { value = Self.inside(cube, value) }
    return SIMD3<Double>(value)
  }

  private static func along(_ curves: Table, _ color: SIMD3<Float>) -> SIMD3<Float> {
    let place = curves.place(color)
    var result = color
    for channel in 0..<3 {
      let index = min(Int(place[channel]), curves.size - 2)
      let t = place[channel] - Float(index)
      let (a, b) = (curves.colors[index][channel], curves.colors[index + 1][channel])
      result[channel] = a + (b - a) * t
    }
    return result
  }

  private static func inside(_ cube: Table, _ color: SIMD3<Float>) -> SIMD3<Float> {
    let place = cube.place(color)
    let steps = [1, cube.size, cube.size * cube.size]
    var base = 0
    var within: [(t: Float, step: Int)] = []
    for channel in 0..<3 {
      let index = min(Int(place[channel]), cube.size - 2)
      base += index * steps[channel]
      within.append((place[channel] - Float(index), steps[channel]))
    }
    within.sort { $0.t > $1.t }
    var corner = base
    var result = cube.colors[corner] * (1 - within[0].t)
    for k in 0..<3 {
      corner += within[k].step
      result += cube.colors[corner] * (within[k].t - (k < 2 ? within[k + 1].t : 0))
    }
    return result
  }
}
