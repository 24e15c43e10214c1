internal import Foundation

/// The moon: a sphere with maria, full or waxing, in its glow.
struct Moon {
  let stage: Stage

  func draw(on canvas: inout Canvas) {
    let element = stage.graph.element(.moon)
    let scale: Float = element?.scale == .large ? 2.1 : element?.scale == .small ? 0.65 : 1
    let radius = stage.unit * 0.048 * scale
    draw(on: &canvas, at: stage.sun, radius: radius)
  }

  /// Draws a full moon at a place.
  func draw(on canvas: inout Canvas, at centre: Point, radius: Float) {
    let noise = stage.noise("moon")
    let isLow = stage.graph.hour == .dusk || stage.graph.hour == .dawn
    let tint = isLow ? Light(0xFFE8CC) : Light(0xF4F1E6)
    let glow = Light(0x9FBCEB)
    canvas.glow(centre, radius: radius * 14, glow * 0.17, power: 3)
    canvas.glow(centre, radius: radius * 4.5, glow.mixed(tint, 0.4) * 0.34, power: 2.6)
    canvas.glow(centre, radius: radius * 1.9, tint * 0.5, power: 2)
    var disc = Path()
    disc.addEllipse(centre, radius, radius)
    canvas.fill(disc) { x, y in
      let d = (Point(x, y) - centre) / radius
      let maria = smoothStep(-0.06, 0.26, noise.fractal(d.x * 1.5 + 3, d.y * 1.5, octaves: 4))
      let craters = noise.billowed(d.x * 6, d.y * 6, octaves: 3)
      let limb = 1 - 0.22 * smoothStep(0.5, 1, (d * d).sum())
      let shade = (1 - 0.26 * maria) * (0.86 + 0.18 * craters) * limb
      return (tint * (1.06 * shade)).pixel()
    }
  }
}
