internal import Motion
internal import Pixels

internal import Foundation

/// Under water: light that falls in shafts from the surface, a reef, kelp, shoals of fish.
struct Underwater {
  let stage: Stage
  private var unit: Float { stage.unit }

  func draw(on easel: inout Easel) {
    easel.upright(at: 0) { water(on: &$0) }
    easel.mark(.water, Field(size: easel.coarseSize, repeating: 1))
    easel.upright(at: 0.14) { reef(on: &$0, base: 0.80, rise: 0.20, distance: 0.82, label: "far") }
    easel.upright(at: 0.26) { fish(on: &$0, count: 90, size: 0.013, distance: 0.62, label: "far") }
    easel.upright(at: 0.40, moves: .foliage) { canvas in
      reef(on: &canvas, base: 0.90, rise: 0.20, distance: 0.45, label: "middle")
      kelp(on: &canvas, count: 9, height: 0.42, distance: 0.45, label: "middle")
    }
    easel.upright(at: 0.58) { fish(on: &$0, count: 22, size: 0.038, distance: 0.22, label: "near") }
    easel.upright(at: 0.9, moves: .foliage) { canvas in
      kelp(on: &canvas, count: 7, height: 0.72, distance: 0.02, label: "near")
      reef(on: &canvas, base: 1.0, rise: 0.17, distance: 0.05, label: "near")
      coral(on: &canvas)
      bubbles(on: &canvas)
    }
    easel.focus = Point(stage.width * 0.5, stage.height * 0.42)
  }

  private static let depths = Gradient([0xBFF3EE, 0x62CFD8, 0x1F98BE, 0x0E6496, 0x083E6C, 0x052444])

  private func haze(_ y: Float) -> Light { Underwater.depths[0.06 + 0.92 * y / stage.height] }

  private func water(on canvas: inout Canvas) {
    let noise = stage.noise("shafts")
    let source = Point(stage.width * 0.5 + (stage.width * 0.5 - stage.focusX) * 0.6, -unit * 0.55)
    canvas.shade(rows: 0..<canvas.height) { x, y, _ in
      let d = Point(x, y) - source
      let angle = d.x / d.y
      let ray =
        noise.fractal(angle * 8, 3, octaves: 4) + noise.value(angle * 23, y / unit * 0.5) * 0.25
      let deep = exp(-y / stage.height * 1.7)
      let shaft = smoothStep(-0.05, 0.55, ray) * deep * exp(-pow(angle * 1.15, 2))
      let centre = exp(-(angle * angle) * 2.5) * exp(-y / stage.height * 2.2)
      var light = haze(y) + Light(0xC8FFF4) * (shaft * 0.42 + centre * 0.30)
      let top = y / unit
      if top < 0.16 {
        let depth = 1 / (top + 0.03)
        let u = (x - source.x) / unit * depth
        let ripple = noise.billowed(u * 0.5, depth * 0.8, octaves: 3)
        light += Light(0xE8FFFA) * (pow(ripple, 4) * 1.7 * smoothStep(0.16, 0.0, top))
      }
      return light.pixel()
    }
  }

  private func shaded(_ albedo: Light, _ facing: Float, _ y: Float, _ distance: Float) -> Light {
    let tint = Light(0x9FE8F0)
    let lit = albedo * tint * (0.20 + 0.95 * facing * exp(-y / stage.height * 0.9))
    return lit.mixed(haze(y), distance)
  }

  private func reef(
    on canvas: inout Canvas, base: Float, rise: Float, distance: Float, label: String
  ) {
    let noise = stage.noise("reef " + label)
    let crest = (0..<canvas.width).map { column -> Float in
      let u = Float(column) / unit
      let valley = 1 - 0.75 * exp(-pow((Float(column) - stage.width * 0.52) / (unit * 0.42), 2))
      let lump = 0.55 + 0.75 * noise.fractal(u * 1.7, 2, octaves: 3)
      let rough = noise.billowed(u * 8, 5, octaves: 4) * 0.16
      return stage.height * base - unit * rise * max(lump + rough - 0.10, 0) * valley
    }
    let first = Int(max(crest.min() ?? 0, 0))
    canvas.shade(rows: canvas.rows(Float(first), stage.height)) { x, y, old in
      let edge = crest[Int(x)]
      let cover = unit(y - edge + 0.5)
      guard cover > 0 else { return old }
      let grain = noise.billowed(x / unit * 15, y / unit * 19, octaves: 4)
      let below = (y - edge) / unit
      let top = exp(-below * 11)
      let caustic = pow(noise.billowed(x / unit * 6 + 9, y / unit * 12, octaves: 2), 5)
      let patch = noise.value(x / unit * 5 + 40, y / unit * 7)
      let bed = Light(0xD8C4A0).mixed(Light(0x8A8478), 0.3)
      let living = patch > 0 ? Light(0xD8788A) : Light(0xC89A5A)
      let sand = bed.mixed(living, smoothStep(0.12, 0.45, abs(patch)) * 0.65 * top)
      let light = shaded(sand * (0.35 + grain), 0.55 + 0.6 * top + caustic * 1.1, y, distance)
      return old.under(light.pixel(cover))
    }
  }

  private func unit(_ x: Float) -> Float { min(max(x, 0), 1) }

  private func kelp(
    on canvas: inout Canvas, count: Int, height: Float, distance: Float, label: String
  ) {
    var chance = stage.chance("kelp " + label)
    for i in 0..<count {
      let left = i % 2 == 0
      let across = chance.within(0.02, 0.30)
      let x = stage.width * (left ? across : 1 - across)
      let tall = unit * height * chance.within(0.5, 1.1) * (stage.isTall ? 1.25 : 1)
      let phase = chance.within(0, 6.28)
      let foot = Point(x, stage.height * (distance > 0.3 ? 0.94 : 1.02))
      let tone = Light(0x6F8F3A).mixed(Light(0x2F6B4A), chance.within(0, 1))
      func at(_ t: Float) -> Point {
        foot + Point(sin(t * 4.4 + phase) * tall * 0.07 * t, -tall * t)
      }
      for step in 0..<30 {
        let t = Float(step) / 30
        let p = at(t)
        let light = shaded(tone, 0.30 + 0.6 * t, p.y, distance)
        canvas.stroke(p, at(t + 1 / 30), width: tall * 0.010 * (1.2 - t), light)
        let side: Float = step % 2 == 0 ? 1 : -1
        let long = tall * 0.10 * (0.5 + t * (1.3 - t)) * chance.within(0.7, 1.3)
        var leaf = Path()
        leaf.addLimb([
          (p, tall * 0.004), (p + Point(side * long * 0.5, -long * 0.38), tall * 0.0125),
          (p + Point(side * long, -long * 0.55 + sin(phase + t * 9) * long * 0.2), 0.4),
        ])
        canvas.fill(leaf, light * chance.within(0.8, 1.2))
      }
    }
  }

  private func fish(
    on canvas: inout Canvas, count: Int, size: Float, distance: Float, label: String
  ) {
    var chance = stage.chance("fish " + label)
    let left = chance.happens(0.5)
    let tones = [
      Light(0xF59B3A), Light(0xF4E36A), Light(0xE9F0F4), Light(0xE8604C), Light(0x5AA8E8),
    ]
    let tone = tones[chance.pick(0..<5)]
    let centre = Point(
      stage.width * (label == "far" ? 0.60 : 0.42), stage.height * (label == "far" ? 0.36 : 0.52))
    for _ in 0..<count {
      let long = unit * size * chance.within(0.75, 1.25)
      let at = centre + Point(chance.normal() * unit * 0.26, chance.normal() * unit * 0.10)
      let nod = chance.within(-0.14, 0.14)
      let colour = label == "near" ? tones[chance.pick(0..<4)] : tone
      var model = Model()
      model.smooth([
        (0.55, 0.02), (0.38, 0.15), (0.08, 0.22), (-0.25, 0.13), (-0.46, 0.035), (-0.46, -0.035),
        (-0.25, -0.14), (0.08, -0.20), (0.38, -0.12),
      ])
      model.smooth([
        (-0.42, 0), (-0.62, 0.20), (-0.74, 0.22), (-0.64, 0), (-0.74, -0.22), (-0.62, -0.20),
      ])
      model.smooth([(0.15, 0.19), (-0.02, 0.33), (-0.20, 0.28), (-0.22, 0.12)])
      let path = model.standing(at: at, height: long, facesLeft: left).map {
        let d = $0 - at
        return at + Point(d.x, d.y + d.x * nod)
      }
      canvas.fill(path) { x, y in
        let s = (x - at.x) / long * (left ? -1 : 1)
        let stripe = label == "near" ? smoothStep(0.05, 0.02, abs(abs(s - 0.05) - 0.2)) * 0.6 : 0
        let up = min(max(0.55 - (y - at.y) / long * 2.2, 0), 1)
        let body = colour.mixed(Light(0xF6F4EC), stripe)
        return shaded(body, up * 1.2, y, distance).pixel()
      }
      if label == "near" {
        let eye = at + Point((left ? -0.40 : 0.40) * long, -0.04 * long)
        canvas.dab(eye, radius: long * 0.035, softness: 0.3, Light(0x0A1016), alpha: 0.9)
      }
    }
  }

  private func coral(on canvas: inout Canvas) {
    var chance = stage.chance("coral")
    let tones = [
      Light(0xE8607A), Light(0xF08A4A), Light(0xB86AC8), Light(0xF0C05A), Light(0x5AB8A8),
    ]
    for i in 0..<22 {
      let left = i % 2 == 0
      let across = pow(chance.within(0, 1), 1.3) * 0.36
      let foot = Point(
        stage.width * (left ? across : 1 - across), stage.height * chance.within(0.93, 1.01))
      let tone = tones[chance.pick(0..<tones.count)]
      twig(
        from: foot, angle: chance.within(-0.3, 0.3), length: unit * chance.within(0.035, 0.07),
        width: unit * 0.013, depth: 0, tone: tone, chance: &chance, on: &canvas)
    }
  }

  private func twig(
    from foot: Point, angle: Float, length: Float, width: Float, depth: Int, tone: Light,
    chance: inout ChanceStream, on canvas: inout Canvas
  ) {
    let end = foot + Point(sin(angle), -cos(angle)) * length
    canvas.stroke(
      foot, end, width: width, to: width * 0.75,
      shaded(tone, 0.25 + 0.16 * Float(depth), end.y, 0.04))
    guard depth < 4 else { return }
    for side in [-1, 1] as [Float] {
      twig(
        from: end, angle: angle + side * chance.within(0.25, 0.6),
        length: length * chance.within(0.6, 0.85),
        width: width * 0.75, depth: depth + 1, tone: tone, chance: &chance, on: &canvas)
    }
  }

  private func bubbles(on canvas: inout Canvas) {
    var chance = stage.chance("bubbles")
    for _ in 0..<40 {
      let at = Point(
        stage.width * (0.30 + chance.normal() * 0.05), stage.height * chance.within(0.05, 0.95))
      let radius = unit * chance.within(0.002, 0.008)
      Bokeh.disc(at: at, radius: radius, Light(0xD8FFFA), alpha: 0.35, on: &canvas)
      canvas.dab(
        at - Point(radius, radius) * 0.35, radius: radius * 0.25, softness: 0.5,
        Light(repeating: 1.4),
        alpha: 0.9)
    }
  }
}
