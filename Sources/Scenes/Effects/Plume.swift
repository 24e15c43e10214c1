internal import Foundation

/// Smoke that rises from a chimney and drifts.
struct Plume {
  let stage: Stage
  let source: Point
  let height: Float

  func draw(on canvas: inout Canvas) {
    let air = stage.atmosphere
    let noise = stage.noise("plume")
    let light = air.surface(Light(0xE4E6EA), sun: 0.4, up: 0.8).mixed(air.haze, 0.35)
    let rows = canvas.rows(source.y - height, source.y + 1)
    guard !rows.isEmpty else { return }
    canvas.shade(rows: rows) { x, y, old in
      let t = (source.y - y) / height
      let drift = height * (0.34 * t * t + 0.05 * noise.value(t * 4, 1) * t)
      let width = height * (0.016 + 0.11 * t)
      let s = (x - source.x - drift) / width
      guard abs(s) < 2.4 else { return old }
      let curl = noise.fractal(s * 0.8 + t * 2, t * 7, octaves: 4)
      let cover = exp(-s * s) * (1 - t) * (0.5 + curl * 1.1) * smoothStep(0, 0.05, t)
      return old.under(light.pixel(min(max(cover, 0), 1) * 0.55))
    }
  }
}
