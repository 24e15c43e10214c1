internal import Pixels

/// Luma at one resolution of a pyramid: sample `i` lies at luma position `step × i + ½`.
struct LumaLevel: Sendable {
  let plane: Plane
  let step: Int

  var width: Int { plane.width }
  var height: Int { plane.height }

  /// A level of half the resolution, filtered by the binomial of seven taps (Burt 1981), which
  /// leaves 1/8 of what would alias first.
  func reduced() -> LumaLevel {
    let rows = Plane(size: PixelSize(width: width, height: (height + 1) / 2))
    for y in 0..<rows.height { blendRows(around: 2 * y, into: rows, y) }
    let half = Plane(size: PixelSize(width: (width + 1) / 2, height: rows.height))
    for y in 0..<half.height { Self.halveRow(rows, into: half, y) }
    return LumaLevel(plane: half, step: step * 2)
  }

  /// The same resolution, a little softer, so that interpolation is exact enough.
  func softened() -> LumaLevel {
    let (rows, soft) = (Plane(size: plane.size), Plane(size: plane.size))
    let last = height - 1
    for y in 0...last {
      let (up, here, down) = (plane.row(max(y - 1, 0)), plane.row(y), plane.row(min(y + 1, last)))
      let out = rows.row(y)
      for x in 0..<width {
        out[x] = UInt8(
          truncatingIfNeeded: (UInt16(up[x]) &+ 2 &* UInt16(here[x])
            &+ UInt16(down[x]) &+ 2) &>> 2)
      }
    }
    for y in 0...last {
      let (line, out) = (rows.row(y), soft.row(y))
      for x in 0..<width {
        let (left, right) = (UInt16(line[max(x - 1, 0)]), UInt16(line[min(x + 1, width - 1)]))
        out[x] = UInt8(truncatingIfNeeded: (left &+ 2 &* UInt16(line[x]) &+ right &+ 2) &>> 2)
      }
    }
    return LumaLevel(plane: soft, step: step)
  }

  private func blendRows(around center: Int, into target: Plane, _ y: Int) {
    func row(_ offset: Int) -> Int { min(max(center + offset, 0), height - 1) }
    let (a, b, c) = (plane.row(row(-3)), plane.row(row(-2)), plane.row(row(-1)))
    let (d, e, f, g) = (
      plane.row(row(0)), plane.row(row(1)), plane.row(row(2)), plane.row(row(3))
    )
    let out = target.row(y)
    for x in 0..<width {
      let outer = UInt16(a[x]) &+ UInt16(g[x])
      let middle = UInt16(b[x]) &+ UInt16(f[x])
      let inner = UInt16(c[x]) &+ UInt16(e[x])
      let sum = outer &+ 6 &* middle &+ 15 &* inner &+ 20 &* UInt16(d[x])
      out[x] = UInt8(truncatingIfNeeded: (sum &+ 32) &>> 6)
    }
  }

  private static func halveRow(_ source: Plane, into target: Plane, _ y: Int) {
    let (line, out) = (source.row(y), target.row(y))
    let last = source.width - 1
    let inside = max(2, (last - 3) / 2 + 1)
    func sum(_ at: (Int) -> Int, _ x: Int) -> UInt8 {
      let outer = UInt16(line[at(x - 3)]) &+ UInt16(line[at(x + 3)])
      let middle = UInt16(line[at(x - 2)]) &+ UInt16(line[at(x + 2)])
      let inner = UInt16(line[at(x - 1)]) &+ UInt16(line[at(x + 1)])
      let sum = outer &+ 6 &* middle &+ 15 &* inner &+ 20 &* UInt16(line[at(x)])
      return UInt8(truncatingIfNeeded: (sum &+ 32) &>> 6)
    }
    let clamped = { (x: Int) in min(max(x, 0), last) }
    for x in 0..<min(2, target.width) { out[x] = sum(clamped, 2 * x) }
    if inside > 2 {
      for x in 2..<inside { out[x] = sum({ $0 }, 2 &* x) }
    }
    if inside < target.width {
      for x in inside..<target.width { out[x] = sum(clamped, 2 * x) }
    }
  }

  /// How far from the edges `sample` can read, in samples.
  static let margin = 3

  /// The value at fractional place (`x`, `y`), `margin` or more from every edge, by Lagrange's
  /// polynomial through six samples each way: what four taps get wrong between two samples
  /// would show as a motion of 0.02 pixels.
  @inline(__always)
  func sample(_ x: Float, _ y: Float) -> Float {
    let (column, row) = (Int(x), Int(y))
    let across = Self.weights(x - Float(column))
    let down = Self.weights(y - Float(row))
    let stride = plane.stride
    let top = plane.base + ((row &- 2) &* stride &+ column &- 2)
    @inline(__always) func line(_ offset: Int) -> Float {
      let at = top + offset
      let left = across.0 * Float(at[0]) + across.1 * Float(at[1]) + across.2 * Float(at[2])
      return left + across.3 * Float(at[3]) + across.4 * Float(at[4]) + across.5 * Float(at[5])
    }
    let upper = down.0 * line(0) + down.1 * line(stride) + down.2 * line(2 &* stride)
    return upper + down.3 * line(3 &* stride) + down.4 * line(4 &* stride)
      + down.5 * line(5 &* stride)
  }

  private typealias Weights = (Float, Float, Float, Float, Float, Float)

  /// Lagrange's weights for samples at −2…3 and a place `t` in 0…1.
  @inline(__always)
  private static func weights(_ t: Float) -> Weights {
    let (a, b, c, d, e, f) = (t + 2, t + 1, t, t - 1, t - 2, t - 3)
    let (ab, ef, cd) = (a * b, e * f, c * d)
    return (
      -b * cd * ef / 120, a * cd * ef / 24, -ab * d * ef / 12, ab * c * ef / 12,
      -ab * cd * f / 24, ab * cd * e / 120
    )
  }
}
