internal import Foundation
internal import Motion

/// A campfire: crossed logs, stones, tongues of flame, sparks, and its light on the ground.
struct Campfire {
  let stage: Stage
  /// The middle of the fire's foot.
  let foot: Point
  /// Height of the flames.
  let height: Float

  /// Draws the light that it throws on the ground and the air.
  func drawLight(on canvas: inout Canvas) {
    let warm = Light(0xFF8A3A)
    let noise = stage.noise("firelight")
    canvas.shade(rows: canvas.rows(foot.y - height * 1.2, stage.height)) { x, y, old in
      let d = Point((x - foot.x) / 3.6, (y - foot.y) * (y < foot.y ? 2.4 : 1.25)) / height
      let r = (d * d).sum()
      guard r < 1.6 else { return old }
      let rough = 0.8 + 0.5 * noise.fractal(x / height * 9, y / height * 16, octaves: 3)
      let fall = pow(unit(1 - r / 1.6), 2) / (0.45 + r * 2.2)
      return old.w > 0 ? old + SIMD4(warm * (fall * 0.42 * rough * old.w), 0) : old
    }
  }

  /// Draws stones, logs and flames.
  func draw(on canvas: inout Canvas) {
    canvas.glow(
      foot - Point(0, height * 0.35), radius: height * 2.1, Light(0xFF7A2C) * 0.26, power: 2)
    logs(on: &canvas)
    var chance = stage.chance("flames")
    let colours: [(Light, Float)] = [
      (Light(0xE23A10) * 0.9, 1.0), (Light(0xFF6A18) * 1.25, 0.86), (Light(0xFFA22E) * 1.6, 0.66),
      (Light(0xFFD86A) * 2.2, 0.44),
    ]
    for (i, colour) in colours.enumerated() {
      for tongue in 0..<6 {
        let side = (Float(tongue) / 5 - 0.5) * 2
        let tall = height * colour.1 * (1 - 0.50 * abs(side)) * chance.within(0.78, 1.1)
        flame(
          at: foot + Point(side * height * 0.20 * (1 - 0.12 * Float(i)), -height * 0.03),
          height: tall, width: height * 0.15 * (0.55 + 0.5 * colour.1), sway: side * 0.10,
          light: colour.0, chance: &chance, on: &canvas)
      }
    }
    canvas.glow(
      foot - Point(0, height * 0.2), radius: height * 0.62, Light(0xFFC060) * 0.8, power: 2)
    for _ in 0..<70 {
      let rise = pow(chance.within(0, 1), 0.7) * 2.1
      let at =
        foot
        + Point(
          chance.normal() * height * (0.10 + rise * 0.20), -height * (0.35 + rise))
      let size = height * chance.within(0.004, 0.010)
      canvas.glow(at, radius: size * 4, Light(0xFF8030) * 0.5, power: 2)
      canvas.dab(at, radius: size, softness: 0.6, Light(0xFFC070) * 1.8, alpha: 1 - rise * 0.35)
    }
  }

  private func flame(
    at base: Point, height: Float, width: Float, sway: Float, light: Light,
    chance: inout ChanceStream, on canvas: inout Canvas
  ) {
    let bend = (sway + chance.within(-0.16, 0.16)) * height
    let wave = chance.within(-0.5, 0.5) * width
    let places: [(Point, Float)] = [
      (base, width * 0.55), (base + Point(bend * 0.1 + wave * 0.6, -height * 0.22), width * 0.72),
      (base + Point(bend * 0.3 - wave * 0.5, -height * 0.48), width * 0.50),
      (base + Point(bend * 0.7 + wave * 0.5, -height * 0.74), width * 0.24),
      (base + Point(bend, -height), 0.3),
    ]
    var path = Path()
    path.addLimb(places.map { (point: $0.0, radius: $0.1) })
    let top = base.y - height
    canvas.fill(path) { _, y in
      let t = unit((y - top) / height)
      return (light * (0.75 + 0.45 * t)).pixel(0.86 * smoothStep(0, 0.35, t + 0.08))
    }
  }

  private func logs(on canvas: inout Canvas) {
    let noise = stage.noise("logs")
    var chance = stage.chance("stones")
    for i in 0..<11 {
      let angle = Float(i) / 11 * 2 * .pi
      let at = foot + Point(cos(angle) * height * 0.50, sin(angle) * height * 0.12 + height * 0.05)
      let size = height * chance.within(0.055, 0.085)
      var stone = Path()
      stone.addEllipse(at, size, size * 0.72)
      canvas.fill(stone) { x, y in
        let inward = unit(
          ((foot.x - x) * (at.x - foot.x) < 0 ? 0.2 : 0.9) * 0.5 + (at.y - y) / size * 0.4)
        return (Light(0x2A2624) + Light(0xFF8A40) * (inward * 0.22)).pixel()
      }
    }
    for (a, b) in [(-0.42, 0.30), (0.40, -0.28), (-0.20, 0.06), (0.24, -0.02)] as [(Float, Float)] {
      var log = Path()
      let from = foot + Point(a * height, height * 0.03)
      let to = foot + Point(b * height * 0.5, -height * 0.24)
      log.addLimb([(from, height * 0.052), ((from + to) / 2, height * 0.048), (to, height * 0.042)])
      canvas.fill(log) { x, y in
        let bark = noise.ridged(x / height * 9, y / height * 22, octaves: 3)
        let ember = smoothStep(0.45, 0.1, abs(x - foot.x) / height) * bark
        return (Light(0x241611) * (0.6 + bark) + Light(0xFF5A18) * (ember * 0.75)).pixel()
      }
    }
  }
}
