internal import Foundation
internal import Motion

/// Bursts of fireworks: peonies, willows and rings of sparks with their trails and smoke.
struct Fireworks {
  let stage: Stage

  func draw(on canvas: inout Canvas) {
    var chance = stage.chance("fireworks")
    let count = min(max(stage.graph.element(.fireworks)?.count ?? (stage.isTall ? 6 : 6), 1), 12)
    let tones: [(Light, Light)] = [
      (Light(0xFFC65A), Light(0xFF7A3A)), (Light(0xFF5A6E), Light(0xFFB3A0)),
      (Light(0x62C8FF), Light(0xB8E6FF)), (Light(0xB98CFF), Light(0xFF8CE0)),
      (Light(0x7CF5A0), Light(0xE8FFC0)), (Light(0xFFF0C8), Light(0xFFC870)),
    ]
    let wanted = stage.graph.palette.map(\.light)
    let slots = stage.isTall ? Self.tall : Self.wide
    for i in 0..<count {
      let slot = slots[i % slots.count]
      let centre = Point(
        stage.width * slot.0 + stage.unit * chance.within(-0.04, 0.04),
        stage.horizon * slot.1 + stage.unit * chance.within(-0.03, 0.03))
      let radius = stage.unit * slot.2 * chance.within(0.9, 1.15)
      var tone = tones[(i + chance.pick(0..<6)) % 6]
      if !wanted.isEmpty { tone = (wanted[i % wanted.count], tone.1) }
      burst(centre, radius, tone, kind: i % 3, rise: i < 4, chance: &chance, on: &canvas)
    }
  }

  private static let wide: [(Float, Float, Float)] = [
    (0.36, 0.34, 0.30), (0.68, 0.26, 0.25), (0.84, 0.52, 0.16), (0.15, 0.50, 0.17),
    (0.52, 0.60, 0.14), (0.94, 0.20, 0.13), (0.06, 0.20, 0.15), (0.55, 0.15, 0.15),
  ]
  private static let tall: [(Float, Float, Float)] = [
    (0.46, 0.30, 0.36), (0.74, 0.56, 0.24), (0.22, 0.58, 0.20), (0.80, 0.17, 0.18),
    (0.18, 0.14, 0.18), (0.52, 0.74, 0.14),
  ]

  private func burst(
    _ centre: Point, _ radius: Float, _ tone: (Light, Light), kind: Int, rise: Bool,
    chance: inout ChanceStream, on canvas: inout Canvas
  ) {
    canvas.glow(centre, radius: radius * 1.7, tone.0 * 0.13, power: 1.8)
    smoke(centre, radius, tone.0, on: &canvas)
    if rise { trail(to: centre, chance: &chance, on: &canvas) }
    let shells = kind == 1 ? 120 : 190
    for i in 0..<shells {
      let z = chance.within(-1, 1)
      let angle = chance.within(0, 2 * .pi)
      let flat = (1 - z * z).squareRoot()
      var reach = radius * chance.within(0.86, 1.04)
      if kind == 2, i % 3 == 0 { reach *= 0.52 }
      let direction = Point(cos(angle) * flat, sin(angle) * flat)
      let drop: Float = kind == 1 ? 0.48 : 0.13
      spark(
        centre, direction, reach: reach, drop: drop * radius,
        tone: kind == 2 && i % 3 == 0 ? tone.1 : tone.0, tail: tone.1,
        from: kind == 1 ? 0.12 : 0.30, chance: &chance, on: &canvas)
    }
    canvas.glow(centre, radius: radius * 0.30, tone.1 * 0.55, power: 2.4)
  }

  private func spark(
    _ centre: Point, _ direction: Point, reach: Float, drop: Float, tone: Light, tail: Light,
    from start: Float, chance: inout ChanceStream, on canvas: inout Canvas
  ) {
    func at(_ t: Float) -> Point { centre + direction * (reach * t) + Point(0, drop * t * t) }
    let steps = 9
    let width = max(stage.unit * 0.0017, 0.8)
    for step in 0..<steps {
      let a = mix(start, 1, Float(step) / Float(steps))
      let b = mix(start, 1, Float(step + 1) / Float(steps))
      let bright = pow((a - start) / (1 - start), 1.4)
      canvas.stroke(
        at(a), at(b), width: width * (0.5 + bright * 0.6),
        tone.mixed(tail, 0.3) * (0.45 + bright * 1.5),
        alpha: 0.12 + 0.85 * bright)
    }
    let end = at(1)
    canvas.glow(end, radius: width * 6, tone * 0.5, power: 2.4)
    if chance.happens(0.8) {
      canvas.dab(
        end, radius: width * 1.05, softness: 0.5, tone.mixed(Light(repeating: 1), 0.6) * 2, alpha: 1
      )
    }
  }

  private func trail(to centre: Point, chance: inout ChanceStream, on canvas: inout Canvas) {
    let sway = stage.unit * chance.within(-0.03, 0.03)
    let foot = Point(centre.x + sway * 2, stage.horizon)
    for step in 0..<36 {
      let t = Float(step) / 36
      let a = foot + (centre - foot) * t + Point(sin(t * 9) * stage.unit * 0.003, 0)
      let b =
        foot + (centre - foot) * (t + 1 / 36) + Point(sin((t + 1 / 36) * 9) * stage.unit * 0.003, 0)
      canvas.stroke(
        a, b, width: stage.unit * 0.0016, Light(0xFFD9A0), alpha: 0.04 + 0.22 * t * t)
    }
  }

  private func smoke(_ centre: Point, _ radius: Float, _ tone: Light, on canvas: inout Canvas) {
    let noise = stage.noise("smoke \(Int(centre.x))")
    let rows = canvas.rows(centre.y - radius * 1.5, min(centre.y + radius * 1.7, stage.horizon))
    guard !rows.isEmpty else { return }
    canvas.shade(rows: rows) { x, y, old in
      let d = (Point(x, y) - centre) / (radius * 1.5)
      let r = (d * d).sum()
      guard r < 1 else { return old }
      let puff = noise.fractal(d.x * 2.6, d.y * 2.6, octaves: 4)
      let light = smoothStep(-0.05, 0.5, puff) * (1 - r) * (1 - r) * 0.075
      return old.shining(tone * light)
    }
  }
}
