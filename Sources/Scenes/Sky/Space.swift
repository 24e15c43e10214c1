internal import Motion
internal import Pixels

internal import Foundation

/// Deep space: a nebula of warped noise, stars, a planet lit from one side, with rings.
struct Space {
  let stage: Stage

  func draw(on easel: inout Easel) {
    easel.upright(at: 0) { canvas in
      nebula(on: &canvas)
      Stars(stage: stage).scatter(on: &canvas, limit: stage.height * 1.3, strength: 1)
      brightStars(on: &canvas)
    }
    let centre = Point(stage.focusX, stage.height * (stage.isTall ? 0.40 : 0.46))
    let radius = stage.unit * (stage.isTall ? 0.26 : 0.235)
    easel.upright(at: 0.35) { canvas in
      planet(at: centre, radius: radius, on: &canvas)
    }
    let side: Float = stage.focusX > stage.width / 2 ? -1 : 1
    easel.upright(at: 0.6) { canvas in
      moon(
        at: centre + Point(side * radius * 1.75, radius * 0.95), radius: radius * 0.17, on: &canvas)
    }
    easel.focus = centre
  }

  private var tones: [Light] {
    let wanted = stage.graph.palette.map(\.light)
    if let first = wanted.first { return [first * 0.5, first, wanted.last ?? first] }
    var chance = stage.chance("nebula tones")
    let sets: [[UInt32]] = [
      [0x1C2F8A, 0x8A3AA8, 0xF07A8A], [0x0E4A6E, 0x1FA0A8, 0xF2B06A],
      [0x3A1E7A, 0xB03A8E, 0xFFB07A],
    ]
    return sets[chance.pick(0..<3)].map { Light($0) }
  }

  private func nebula(on canvas: inout Canvas) {
    let noise = stage.noise("nebula")
    let tones = tones
    var half = Canvas(canvas.size.halved)
    half.shade(rows: 0..<half.height) { hx, hy, _ in
      let u = (hx * 2 - stage.width / 2) / stage.unit
      let v = (hy * 2 - stage.height / 2) / stage.unit
      let a = noise.fractal(u * 1.2 + 4, v * 1.2, octaves: 4)
      let b = noise.fractal(u * 1.2 - 9, v * 1.2 + 3, octaves: 4)
      let gas = noise.fractal(u * 1.4 + a * 1.6, v * 1.4 + b * 1.6, octaves: 6, gain: 0.54)
      let dust = noise.ridged(u * 1.9 + b * 0.9, v * 1.9 + a * 0.9 + 7, octaves: 5)
      let band = exp(-pow((v + u * 0.45 + a * 0.35) / 0.48, 2))
      let glow = smoothStep(-0.25, 0.62, gas) * band
      let dark = 1 - smoothStep(0.42, 0.80, dust) * 0.78
      let hot = pow(glow, 3)
      var light = Light(0x04060E) + tones[0] * (glow * 0.32) + tones[1] * (glow * glow * 0.55)
      light += tones[2] * (hot * 0.95)
      return (light * dark + tones[0] * 0.02).pixel()
    }
    canvas.shade(rows: 0..<canvas.height) { x, y, _ in half.sample(x / 2, y / 2) }
  }

  private func brightStars(on canvas: inout Canvas) {
    var chance = stage.chance("bright stars")
    for _ in 0..<9 {
      let at = Point(chance.within(0, stage.width), chance.within(0, stage.height))
      let size = stage.unit * chance.within(0.006, 0.016)
      let tone = Stars.colour(chance.within(0, 1))
      canvas.glow(at, radius: size * 3.4, tone * 0.30, power: 3)
      for arm in [Point(1, 0), Point(0, 1)] {
        canvas.stroke(at - arm * size, at, width: 0.4, to: size * 0.10, tone * 1.2, alpha: 0.5)
        canvas.stroke(at, at + arm * size, width: size * 0.10, to: 0.4, tone * 1.2, alpha: 0.5)
      }
      canvas.dab(at, radius: size * 0.17, softness: 0.6, tone * 2.4, alpha: 1)
    }
  }

  private func planet(at centre: Point, radius: Float, on canvas: inout Canvas) {
    let noise = stage.noise("planet")
    let tones = tones
    let side: Float = stage.focusX > stage.width / 2 ? -1 : 1
    let sun = SIMD3<Float>(side * 0.78, -0.42, 0.46)
    let rim = tones[1].mixed(Light(0x8CC8FF), 0.6)
    canvas.glow(centre, radius: radius * 1.55, rim * 0.10, power: 2.2)
    ring(at: centre, radius: radius, inFront: false, side: side, on: &canvas)
    var disc = Path()
    disc.addEllipse(centre, radius, radius)
    canvas.fill(disc) { x, y in
      let d = (Point(x, y) - centre) / radius
      let z = max(1 - (d * d).sum(), 0).squareRoot()
      let lean = d.y * 0.96 + d.x * 0.26 * side
      let along = d.x / (z + 0.6)
      let swirl = noise.fractal(along * 1.6, lean * 3, octaves: 4) * 0.16
      let belt = noise.fractal(1.5 + along * 0.3, (lean + swirl) * 5.2, octaves: 4)
      let storm = noise.fractal(along * 4, lean * 13 + belt * 3, octaves: 4)
      let albedo =
        Light(0xE8C49A).mixed(tones[2].mixed(Light(0x9A6A58), 0.5), unit(0.5 + belt * 1.5))
        * (0.9 + storm * 0.24)
      let facing = d.x * sun.x + d.y * sun.y + z * sun.z
      let lit = smoothStep(-0.10, 0.85, facing)
      let air = pow(1 - z, 3) * smoothStep(-0.25, 0.5, facing)
      return (albedo * (lit * 1.15 + 0.006) + rim * (air * 0.9)).pixel()
    }
    ring(at: centre, radius: radius, inFront: true, side: side, on: &canvas)
  }

  private func ring(
    at centre: Point, radius: Float, inFront: Bool, side: Float, on canvas: inout Canvas
  ) {
    let noise = stage.noise("ring")
    let (c, s) = (cos(Float(0.27)), sin(Float(0.27)) * side)
    let reach = radius * 2.15
    let rows = canvas.rows(centre.y - reach, centre.y + reach)
    canvas.shade(rows: rows) { x, y, old in
      let d = Point(x, y) - centre
      let u = d.x * c + d.y * s
      let v = (-d.x * s + d.y * c) / 0.22
      guard (v > 0) == inFront else { return old }
      let r = (u * u + v * v).squareRoot() / radius
      guard r > 1.28, r < 2.12 else { return old }
      let grooves = 0.55 + 0.45 * noise.fractal(r * 17, 3, octaves: 4) * 2
      let gap = smoothStep(0.012, 0.03, abs(r - 1.80))
      let edge = smoothStep(1.28, 1.36, r) * smoothStep(2.12, 2.04, r)
      let dark: Float = !inFront && u * side > radius * 0.2 ? 0.35 : 1
      let cover = edge * gap * min(max(grooves, 0.12), 1) * 0.78
      return old.under((Light(0xE9D6B8) * (0.85 * dark)).pixel(cover))
    }
  }

  private func moon(at centre: Point, radius: Float, on canvas: inout Canvas) {
    let noise = stage.noise("small moon")
    let side: Float = stage.focusX > stage.width / 2 ? -1 : 1
    var disc = Path()
    disc.addEllipse(centre, radius, radius)
    canvas.fill(disc) { x, y in
      let d = (Point(x, y) - centre) / radius
      let z = max(1 - (d * d).sum(), 0).squareRoot()
      let rough = noise.fractal(d.x * 3, d.y * 3, octaves: 5)
      let facing = d.x * side * 0.78 - d.y * 0.42 + z * 0.46 + rough * 0.16
      return (Light(0xC9C4BE) * (smoothStep(-0.05, 0.9, facing) * (0.9 + rough * 0.3) + 0.008))
        .pixel()
    }
  }
}
