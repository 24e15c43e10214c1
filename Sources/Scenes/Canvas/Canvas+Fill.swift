internal import Foundation

extension Canvas {
  /// Fills a path with one light.
  mutating func fill(_ path: Path, _ light: Light, alpha: Float = 1) {
    let pixel = light.pixel(alpha)
    fill(path) { _, _ in pixel }
  }

  /// Fills a path with what `paint` says of each pixel's centre, premultiplied.
  mutating func fill(_ path: Path, _ paint: (_ x: Float, _ y: Float) -> SIMD4<Float>) {
    guard let coverage = Coverage(path, width: width, height: height) else { return }
    for row in 0..<coverage.height {
      let base = (coverage.y + row) * width + coverage.x
      let y = Float(coverage.y + row) + 0.5
      for column in 0..<coverage.width {
        let share = coverage[column, row]
        guard share > 0.002 else { continue }
        let top = paint(Float(coverage.x + column) + 0.5, y) * share
        pixels[base + column] = pixels[base + column].under(top)
      }
    }
  }

  /// Lays a straight stroke with round ends, its width going from one value to another.
  mutating func stroke(
    _ a: Point, _ b: Point, width strokeWidth: Float, to endWidth: Float? = nil, _ light: Light,
    alpha: Float = 1
  ) {
    let ends = (max(strokeWidth, 0.5) / 2, max(endWidth ?? strokeWidth, 0.5) / 2)
    let thin = min(strokeWidth / 0.5, 1)
    let reach = max(ends.0, ends.1) + 1
    let (low, high) = (pointwiseMin(a, b) - reach, pointwiseMax(a, b) + reach)
    guard high.x >= 0, high.y >= 0, low.x < Float(width), low.y < Float(height) else { return }
    let along = b - a
    let axis = along / max((along * along).sum(), 1e-6)
    let growth = ends.1 - ends.0
    let paint = light.pixel(alpha * thin)
    let (rows, columns) = (
      max(Int(low.y), 0)...min(Int(high.y), height - 1),
      max(Int(low.x), 0)...min(Int(high.x), width - 1)
    )
    let pitch = width
    var sheet = pixels.mutableSpan
    for y in rows {
      let dy = Float(y) + 0.5 - a.y
      let down = dy * axis.y
      for x in columns {
        let dx = Float(x) + 0.5 - a.x
        let t = min(max(dx * axis.x + down, 0), 1)
        let (across, off) = (dx - along.x * t, dy - along.y * t)
        let (square, edge) = (across * across + off * off, ends.0 + growth * t + 0.5)
        guard square < edge * edge else { continue }
        let cover = min(edge - square.squareRoot(), 1)
        let i = y * pitch + x
        sheet[i] = sheet[i].under(paint * cover)
      }
    }
  }

  /// Adds light around a place, falling to nothing at `radius`; on clear sheets it becomes a veil
  /// of its own colour.
  mutating func glow(_ centre: Point, radius: Float, _ light: Light, power: Float = 2) {
    let low = centre - radius
    let high = centre + radius
    guard radius > 0, high.x >= 0, high.y >= 0, low.x < Float(width), low.y < Float(height)
    else { return }
    for y in max(Int(low.y), 0)...min(Int(high.y), height - 1) {
      for x in max(Int(low.x), 0)...min(Int(high.x), width - 1) {
        let d = (Point(Float(x) + 0.5, Float(y) + 0.5) - centre) / radius
        let r = (d * d).sum()
        guard r < 1 else { continue }
        let near = 1 - r.squareRoot()
        let fall = power == 2 ? near * near : power == 3 ? near * near * near : pow(near, power)
        let i = y * width + x
        pixels[i] = pixels[i].shining(light * fall)
      }
    }
  }

  /// Lays a soft round dab.
  mutating func dab(_ centre: Point, radius: Float, softness: Float, _ light: Light, alpha: Float) {
    let reach = radius + 1
    let (low, high) = (centre - reach, centre + reach)
    guard radius > 0, high.x >= 0, high.y >= 0, low.x < Float(width), low.y < Float(height)
    else { return }
    let inner = max(radius * (1 - softness) - 0.5, 0)
    for y in max(Int(low.y), 0)...min(Int(high.y), height - 1) {
      for x in max(Int(low.x), 0)...min(Int(high.x), width - 1) {
        let d = Point(Float(x) + 0.5, Float(y) + 0.5) - centre
        let cover = smoothStep(radius + 0.5, inner, (d * d).sum().squareRoot()) * alpha
        guard cover > 0 else { continue }
        let i = y * width + x
        pixels[i] = pixels[i].under(light.pixel(cover))
      }
    }
  }
}

extension SIMD4<Float> {
  /// This pixel with light added. Where it is clear, the light brings an alpha that lets it be
  /// seen as a veil: its own strength.
  func shining(_ light: Light) -> SIMD4<Float> {
    let strength = Swift.min(light.max(), 1).squareRoot()
    let own = SIMD4(light, strength * (1 - w))
    return SIMD4(x + own.x, y + own.y, z + own.z, Swift.min(w + own.w, 1))
  }
}
