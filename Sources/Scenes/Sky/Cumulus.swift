internal import Foundation
internal import Motion
internal import Pixels

/// Heaps of fair-weather cloud with flat feet: many spheres make a height field, noise roughens
/// it, and it is lit as a surface is (after Gardner 1985).
struct Cumulus {
  let stage: Stage
  private let noise: Noise
  private var air: Atmosphere { stage.atmosphere }

  init(stage: Stage) {
    self.stage = stage
    noise = stage.noise("cumulus")
  }

  /// Lays heaps over a sky, the farthest first.
  func draw(on canvas: inout Canvas) {
    var chance = stage.chance("heaps")
    let rows: [(height: Float, size: Float, count: Int, distance: Float)] = [
      (0.045, 0.085, 9, 0.72), (0.15, 0.17, 5, 0.42), (0.36, 0.30, 3, 0.12),
    ]
    let dense = 0.55 + air.cloudCover
    for row in rows {
      var relief = Canvas(stage.size.halved)
      let count = Int(
        (Float(row.count) * dense * max(stage.width / stage.unit / 1.6, 0.62)).rounded())
      for i in 0..<count {
        let across = (Float(i) + 0.5 + chance.within(-0.42, 0.42)) / Float(count)
        let high =
          row.height * (stage.isTall ? 1.35 : 1) + chance.within(-0.06, 0.10) * row.size * 2
        let base = Point(
          across * stage.width * 1.1 - stage.width * 0.05, stage.horizon - stage.unit * high)
        heap(
          on: &relief, base: base, width: stage.unit * row.size * chance.within(0.7, 1.35),
          chance: &chance)
      }
      light(relief, size: row.size, distance: row.distance, on: &canvas)
    }
  }

  /// Gathers one heap's spheres: height in x, nearness to its foot in y.
  private func heap(on relief: inout Canvas, base: Point, width: Float, chance: inout ChanceStream)
  {
    for _ in 0..<34 {
      let side = min(max(chance.normal() * 0.40, -0.85), 0.85)
      let envelope = exp(-side * side * 3.4)
      let rise = pow(chance.within(0, 1), 1.2) * envelope
      let radius = width * (0.085 + 0.15 * envelope * (1 - rise * 0.5)) * chance.within(0.75, 1.15)
      let centre = Point(base.x + side * width, base.y - rise * width * 0.52 - radius * 0.25)
      let (cx, cy, r) = (centre.x / 2, centre.y / 2, radius / 2)
      let foot = base.y / 2
      for y in relief.rows(cy - r, cy + r) {
        for x in relief.columns(cx - r, cx + r) {
          let d = Point(Float(x) + 0.5 - cx, Float(y) + 0.5 - cy) / r
          let inside = 1 - (d * d).sum()
          guard inside > 0 else { continue }
          let flat = smoothStep(foot + r * 0.25, foot - r * 0.35, Float(y))
          let height = inside.squareRoot() * r * flat
          let i = y * relief.width + x
          let up = min(max((foot - Float(y)) / (width * 0.25), 0), 1)
          if height > relief.pixels[i].x {
            relief.pixels[i] = SIMD4(height, max(relief.pixels[i].y, up), 0, 0)
          }
        }
      }
    }
  }

  private func light(_ rough: Canvas, size: Float, distance: Float, on canvas: inout Canvas) {
    let scale = size * stage.unit / 2
    var relief = rough.blurred(sigma: scale * 0.026)
    for y in 0..<relief.height {
      for x in 0..<relief.width where relief.pixels[y * relief.width + x].x > 0.01 {
        let (u, v) = (Float(x) / scale, Float(y) / scale)
        let puff = noise.billowed(u * 5.5 + distance * 9, v * 5.5, octaves: 5, gain: 0.5)
        relief.pixels[y * relief.width + x].x += (puff - 0.72) * scale * 0.135
      }
    }
    var half = Canvas(relief.size)
    let step = 2
    let width = relief.width
    for y in 0..<relief.height {
      for x in 0..<width {
        let i = y * width + x
        let above = y >= step ? i - step * width : i
        let below = y + step < relief.height ? i + step * width : i
        let (left, right) = (x >= step ? i - step : i, x + step < width ? i + step : i)
        let height = relief.pixels[i].x
        guard height > 0 else { continue }
        let slope =
          Point(
            relief.pixels[right].x - relief.pixels[left].x,
            relief.pixels[below].x - relief.pixels[above].x) / Float(2 * step)
        half.pixels[i] = pixel(
          Point(Float(x), Float(y)) * 2, slope, height / scale, up: relief.pixels[i].y, distance)
      }
    }
    let soft = half.blurred(sigma: stage.unit / 1800)
    canvas.shade(rows: 0..<min(Int(stage.horizon) + 2, canvas.height)) { x, y, old in
      old.under(soft.sample(x / 2, y / 2))
    }
  }

  private func pixel(
    _ place: Point, _ slope: Point, _ height: Float, up: Float, _ distance: Float
  ) -> SIMD4<Float> {
    let towards = (stage.sun - place) / stage.unit
    let length = max((towards * towards).sum().squareRoot(), 0.05)
    let aim = towards / length
    let normal = SIMD3(-slope.x, -slope.y, 1) / (1 + (slope * slope).sum()).squareRoot()
    let facing =
      normal.x * aim.x * 0.8 + normal.y * aim.y * 0.8 + normal.z * mix(-0.1, 0.5, air.frontal)
    let sky = 0.5 - normal.y * 0.5
    let lit = smoothStep(-0.55, 0.80, facing + (up - 0.45) * 0.75)
    let glow = Sky.glow(place.x, place.y, stage: stage)
    let thin = smoothStep(0.10, 0.0, height) * glow
    var tone =
      air.cloudShade.mixed(air.cloudLit, air.frontal < 0.5 ? 0.05 : 0.2) * (0.86 + 0.30 * sky)
    tone = tone.mixed(air.cloudLit * (0.98 + glow * 0.5), lit)
    tone += air.glow * (thin * 0.9)
    let alpha = smoothStep(0.0, 0.10, height) * 0.98
    return air.veiled(tone, distance * 0.9).pixel(alpha)
  }
}
