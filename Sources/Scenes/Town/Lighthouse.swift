internal import Foundation

/// A lighthouse on its rock: a round tower with bands, a gallery, a lantern and its beam.
struct Lighthouse {
  let stage: Stage
  /// The middle of its foot, in pixels.
  let foot: Point
  /// From foot to vane, in pixels.
  let height: Float
  private var air: Atmosphere { stage.atmosphere }

  /// Where its lamp is.
  var lamp: Point { foot - Point(0, height * 0.872) }

  /// Draws tower and gallery.
  func draw(on canvas: inout Canvas) {
    let half = (bottom: height * 0.105, top: height * 0.066)
    let deck = height * 0.80
    var tower = Path()
    let count = 24
    let left = (0...count).map { i -> Point in
      let t = Float(i) / Float(count)
      return Point(foot.x - radius(t, half), foot.y - deck * t)
    }
    tower.add(left + left.reversed().map { Point(2 * foot.x - $0.x, $0.y) })
    canvas.fill(tower) { x, y in
      let t = (foot.y - y) / deck
      let side = (x - foot.x) / radius(t, half)
      return bands(t, side, x: x, y: y).pixel()
    }
    drawWindows(on: &canvas, deck: deck)
    drawLantern(on: &canvas, deck: deck, half: half.top)
  }

  private func radius(_ t: Float, _ half: (bottom: Float, top: Float)) -> Float {
    mix(half.bottom, half.top, pow(unit(t), 0.75))
  }

  private func bands(_ t: Float, _ side: Float, x: Float, y: Float) -> Light {
    let curved = t * 5 + 0.10 * (1 - side * side)
    let isRed = Int(curved.rounded(.down)) % 2 == 1
    let edge = abs(curved - curved.rounded()) * height / 5
    let paint = Light(0xF2EDE4).mixed(Light(0xC23B32), isRed ? unit(0.5 + edge) : unit(0.5 - edge))
    return round(paint, side)
  }

  /// The shade of a round, upright surface.
  private func round(_ albedo: Light, _ side: Float) -> Light {
    let s = min(max(side, -1), 1)
    let front = (1 - s * s).squareRoot()
    let facing = unit(s * stage.sunSide * 0.85 + front * (air.frontal * 1.1 - 0.22) + 0.10)
    let rim = pow(unit(s * stage.sunSide), 6) * 0.5
    return air.surface(albedo, sun: facing, up: 0.45 + 0.3 * front) + air.glow * (rim * 0.35)
  }

  private func drawWindows(on canvas: inout Canvas, deck: Float) {
    for (i, t) in ([0.24, 0.46, 0.68] as [Float]).enumerated() {
      let shift: Float = i % 2 == 0 ? -0.012 : 0.010
      let at = Point(foot.x + shift * height, foot.y - deck * t)
      var frame = Path()
      frame.addRect(at.x - height * 0.011, at.y - height * 0.02, height * 0.022, height * 0.036)
      let isLit = air.lamps > 0.5
      canvas.fill(frame, isLit ? Light(0xFFC86A) * 1.3 : air.surface(Light(0x2C3440), sun: 0.1))
    }
    var door = Path()
    door.addRect(foot.x - height * 0.022, foot.y - height * 0.075, height * 0.044, height * 0.078)
    canvas.fill(door, air.surface(Light(0x4A3A32), sun: 0.2))
  }

  private func drawLantern(on canvas: inout Canvas, deck: Float, half: Float) {
    func part(_ y: Float, _ h: Float, _ r: Float, _ top: Float, _ albedo: Light) {
      let a = foot.y - y * height
      var path = Path()
      path.add([
        Point(foot.x - r, a), Point(foot.x - top, a - h * height), Point(foot.x + top, a - h * height),
        Point(foot.x + r, a),
      ])
      canvas.fill(path) { x, _ in round(albedo, (x - foot.x) / max(r, top)).pixel() }
    }
    let iron = Light(0x3A3F48)
    part(0.782, 0.022, half * 1.02, half * 1.5, Light(0xE8E2D8))
    part(0.804, 0.010, half * 1.55, half * 1.55, iron)
    let isLit = air.lamps > 0.3
    var glass = Path()
    glass.addRect(foot.x - half * 0.74, foot.y - height * 0.905, half * 1.48, height * 0.092)
    let inside = isLit ? Light(0xFFE9A8) * 1.8 : air.sky[0.3].mixed(air.surface(iron, sun: 0.2), 0.4)
    canvas.fill(glass, inside)
    for bar in -2...2 {
      let x = foot.x + half * 0.37 * Float(bar)
      canvas.stroke(
        Point(x, foot.y - height * 0.813), Point(x, foot.y - height * 0.905),
        width: height * 0.004, air.surface(iron, sun: 0.3))
    }
    for rail in 0...10 {
      let x = foot.x + half * 1.5 * (Float(rail) / 5 - 1)
      canvas.stroke(
        Point(x, foot.y - height * 0.813), Point(x, foot.y - height * 0.846),
        width: height * 0.0026, air.surface(iron, sun: 0.3))
    }
    canvas.stroke(
      Point(foot.x - half * 1.55, foot.y - height * 0.846),
      Point(foot.x + half * 1.55, foot.y - height * 0.846), width: height * 0.0036,
      air.surface(iron, sun: 0.3))
    var dome = Path()
    dome.addSmooth([
      Point(foot.x - half * 0.92, foot.y - height * 0.902),
      Point(foot.x - half * 0.62, foot.y - height * 0.94),
      Point(foot.x, foot.y - height * 0.965), Point(foot.x + half * 0.62, foot.y - height * 0.94),
      Point(foot.x + half * 0.92, foot.y - height * 0.902),
    ])
    canvas.fill(dome) { x, _ in round(Light(0xA8342E), (x - foot.x) / half).pixel() }
    canvas.stroke(
      foot - Point(0, height * 0.96), foot - Point(0, height), width: height * 0.006,
      to: height * 0.002, air.surface(iron, sun: 0.3))
  }

  /// The beams to both sides and the lamp's halo, on a sheet behind the tower.
  func drawBeam(on canvas: inout Canvas) {
    guard air.lamps > 0.3 else { return }
    let strength = air.lamps * mix(0.75, 1, 1 - air.sky[0.4].luminance)
    let tilt: Float = -0.05
    let reach = stage.width * 0.9
    let warm = Light(0xFFE7B0)
    canvas.shade(rows: 0..<canvas.height) { x, y, old in
      let d = Point(x, y) - lamp
      let length = (d * d).sum().squareRoot()
      guard length > 1, length < reach else { return old }
      let along = abs(d.x)
      let off = d.y - tilt * d.x
      let width = height * 0.012 + along * 0.075
      let across = off / width
      guard abs(across) < 3 else { return old }
      let side: Float = (d.x < 0) == (foot.x > stage.width / 2) ? 1 : 0.55
      let fall = pow(1 - length / reach, 1.7)
      let light = exp(-across * across * 1.6) * fall * 0.52 * strength * side
      return light > 0.002 ? old.under(warm.pixel(light)) : old
    }
    canvas.glow(lamp, radius: height * 0.55, warm * (0.5 * strength), power: 3)
    canvas.glow(lamp, radius: height * 0.16, warm * (1.2 * strength), power: 2)
  }
}
