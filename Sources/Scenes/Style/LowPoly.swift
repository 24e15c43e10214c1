internal import Foundation

/// A mesh of triangles, each of one colour, as of folded paper; outlines stay where they were.
struct LowPoly {
  let stage: Stage
  let index: Int

  func apply(to canvas: inout Canvas) {
    let pitch = stage.unit * (index == 0 ? 0.085 : 0.046)
    let soft = canvas.halved().halved().blurred(sigma: max(pitch * 0.10 / 4, 0.5))
    let noise = stage.noise("mesh \(index)")
    let (columns, rows) = (Int(stage.width / pitch) + 3, Int(stage.height / pitch) + 3)
    func vertex(_ c: Int, _ r: Int) -> Point {
      Point(
        Float(c) - 0.8 + (noise.random(c, r) - 0.5) * 0.8,
        Float(r) - 0.8 + (noise.random(c + 999, r) - 0.5) * 0.8) * pitch
    }
    var facets = [Light](repeating: .zero, count: canvas.pixels.count)
    for r in 0..<rows {
      for c in 0..<columns {
        let (a, b, d, e) = (vertex(c, r), vertex(c + 1, r), vertex(c, r + 1), vertex(c + 1, r + 1))
        let splits = noise.random(c, r + 5000) > 0.5
        let triangles: [[Point]] = splits ? [[a, b, e], [a, e, d]] : [[a, b, d], [b, e, d]]
        for (i, triangle) in triangles.enumerated() {
          let tilt = 0.94 + 0.13 * noise.random(c * 2 + i, r + 9000)
          fill(triangle, &facets, canvas, soft, tilt: tilt)
        }
      }
    }
    let width = canvas.width
    let keep: Float = index == 0 ? 0.10 : 0.22
    canvas.recolour { x, y, light in
      let facet = facets[y * width + x]
      return facet.mixed(light, keep).saturated(1.1)
    }
  }

  private func fill(
    _ t: [Point], _ facets: inout [Light], _ canvas: Canvas, _ soft: Canvas, tilt: Float
  ) {
    let centre = (t[0] + t[1] + t[2]) / 3
    var sum = SIMD4<Float>.zero
    for corner in t {
      let p = centre * 0.45 + corner * 0.55
      sum += soft.sample(p.x / 4, p.y / 4)
    }
    sum += soft.sample(centre.x / 4, centre.y / 4)
    guard sum.w > 0.002 else { return }
    let light = sum.light / sum.w * tilt
    let low = pointwiseMin(pointwiseMin(t[0], t[1]), t[2])
    let high = pointwiseMax(pointwiseMax(t[0], t[1]), t[2])
    let (x0, x1) = (max(Int(low.x), 0), min(Int(high.x) + 1, canvas.width))
    let (y0, y1) = (max(Int(low.y), 0), min(Int(high.y) + 1, canvas.height))
    guard x0 < x1, y0 < y1 else { return }
    func side(_ a: Point, _ b: Point, _ p: Point) -> Float {
      (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)
    }
    for y in y0..<y1 {
      for x in x0..<x1 {
        let p = Point(Float(x) + 0.5, Float(y) + 0.5)
        if side(t[0], t[1], p) >= 0, side(t[1], t[2], p) >= 0, side(t[2], t[0], p) >= 0 {
          facets[y * canvas.width + x] = light
        }
      }
    }
  }
}
