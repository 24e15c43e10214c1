internal import Motion
internal import Pixels

internal import Foundation

/// A window in the rain: a city out of focus, and drops on the glass that each show it upside
/// down.
struct RainyWindow {
  let stage: Stage
  private var unit: Float { stage.unit }

  func draw(on easel: inout Easel) {
    easel.upright(at: 0) { backdrop(on: &$0) }
    easel.upright(at: 0.25) { lights(on: &$0) }
    let view = easel.flat.blurred(sigma: unit * 0.006).halved()
    easel.upright(at: 0.9) { drops(on: &$0, view: view) }
    easel.focus = Point(stage.width * 0.5, stage.height * 0.5)
  }

  private var isDark: Bool { stage.atmosphere.lamps > 0.3 }

  private func backdrop(on canvas: inout Canvas) {
    let noise = stage.noise("outside")
    let air = stage.atmosphere
    let night = Gradient([0x0A1226, 0x14223F, 0x23375A, 0x2B3448, 0x141A28])
    let day = Gradient([0x8FA0AE, 0xA9B6BE, 0xB9C2C4, 0x7C8A8C, 0x4E5C5C])
    let run = isDark ? night : day
    canvas.shade(rows: 0..<canvas.height) { x, y, _ in
      let blot = noise.fractal(x / unit * 1.3, y / unit * 0.9, octaves: 2)
      let light = run[y / stage.height + blot * 0.16]
      let warm =
        isDark ? Light(0xFF9A50) * (0.05 * exp(-pow((y / stage.height - 0.62) / 0.16, 2))) : .zero
      return (light + warm + air.haze * 0.015).pixel()
    }
  }

  private func lights(on canvas: inout Canvas) {
    var chance = stage.chance("city lights")
    let wanted = stage.graph.palette.map(\.light)
    let tones =
      wanted.isEmpty
      ? [
        Light(0xFFB860), Light(0xFF8A4A), Light(0xFFD89A), Light(0xFF5A5A), Light(0x6AC8FF),
        Light(0x7CFFC0), Light(0xFFE9C8),
      ] : wanted + [Light(0xFFE9C8)]
    let count = Int(84 * max(stage.width / stage.height, 0.8))
    for _ in 0..<count {
      let y = 0.54 + chance.normal() * 0.17
      let at = Point(chance.within(-0.02, 1.02) * stage.width, y * stage.height)
      let radius = unit * chance.within(0.026, 0.078)
      let tone = tones[chance.pick(0..<tones.count)]
      let alpha = chance.within(0.16, 0.72) * (isDark ? 1 : 0.45)
      canvas.glow(at, radius: radius * 3, tone * (0.10 * alpha), power: 2)
      Bokeh.disc(
        at: at, radius: radius, tone * 1.35, alpha: alpha, rim: 0.12, softness: 0.16, on: &canvas)
    }
  }

  private func drops(on canvas: inout Canvas, view: Canvas) {
    var chance = stage.chance("drops")
    let area = stage.width * stage.height / (unit * unit)
    for _ in 0..<Int(area * 2600) {
      let at = Point(chance.within(0, stage.width), chance.within(0, stage.height))
      drop(
        at: at, radius: unit * chance.within(0.0010, 0.0030), stretch: 1, view: view, on: &canvas)
    }
    for _ in 0..<Int(area * 150) {
      let at = Point(chance.within(0, stage.width), chance.within(0, stage.height))
      let big = pow(chance.within(0, 1), 3)
      drop(
        at: at, radius: unit * (0.005 + big * 0.022), stretch: 1 + chance.within(0, 0.35),
        view: view, on: &canvas)
    }
    for _ in 0..<Int(area * 16) { trickle(view: view, chance: &chance, on: &canvas) }
  }

  private func trickle(view: Canvas, chance: inout ChanceStream, on canvas: inout Canvas) {
    var at = Point(chance.within(0, stage.width), chance.within(-0.1, 0.5) * stage.height)
    let length = stage.height * chance.within(0.2, 0.6)
    let width = unit * chance.within(0.005, 0.0105)
    let foot = at.y + length
    let noise = stage.noise("trickle")
    let start = at
    while at.y < foot {
      let sway = noise.value(at.y / unit * 6, start.x) * unit * 0.004
      let radius = width * chance.within(0.25, 0.75)
      if chance.happens(0.55) {
        drop(at: Point(start.x + sway, at.y), radius: radius, stretch: 1.5, view: view, on: &canvas)
      }
      at.y += radius * chance.within(1.4, 4.5)
    }
    drop(
      at: Point(start.x + noise.value(foot / unit * 6, start.x) * unit * 0.004, foot),
      radius: width * 1.9, stretch: 1.45, view: view, on: &canvas)
  }

  /// A drop refracts what is behind it, upside down, with a dark upper rim and a bright foot.
  private func drop(
    at centre: Point, radius: Float, stretch: Float, view: Canvas, on canvas: inout Canvas
  ) {
    var path = Path()
    if radius < unit * 0.003 {
      path.addEllipse(centre, radius, radius * stretch)
    } else {
      path.addSmooth([
        centre + Point(0, -radius * stretch * 1.12), centre + Point(radius * 0.72, -radius * 0.5),
        centre + Point(radius * 0.96, radius * 0.28),
        centre + Point(radius * 0.55, radius * 0.92 * stretch),
        centre + Point(0, radius * 1.05 * stretch),
        centre + Point(-radius * 0.58, radius * 0.90 * stretch),
        centre + Point(-radius * 0.98, radius * 0.25),
        centre + Point(-radius * 0.70, -radius * 0.52),
      ])
    }
    let reach = unit * 0.20
    canvas.fill(path) { x, y in
      let d = (Point(x, y) - centre) / Point(radius, radius * stretch)
      let r = min((d * d).sum(), 1)
      let bend = d * (0.55 + 0.75 * r)
      let seen = view.sample((centre.x - bend.x * reach) / 2, (centre.y - bend.y * reach * 1.5) / 2)
      let rim = smoothStep(0.55, 1, r)
      let shade = 1.18 - rim * (d.y < 0.2 ? 0.72 : 0.30)
      let bright = smoothStep(0.45, 0.9, d.y) * (1 - rim) * 0.22
      let sparkle = exp(-((d.x + 0.34) * (d.x + 0.34) + (d.y + 0.42) * (d.y + 0.42)) * 26) * 0.75
      let light =
        seen.light * shade + Light(repeating: bright * 0.5 + sparkle * (isDark ? 0.55 : 0.9))
      return light.pixel(0.94)
    }
  }
}
