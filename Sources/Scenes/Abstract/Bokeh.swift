internal import Foundation
internal import Motion

/// Lights far out of focus: discs with a brighter rim, as a lens's iris draws them.
struct Bokeh {
  let stage: Stage
  let colours: AbstractPalette

  func draw(on easel: inout Easel) {
    for depth in 0..<3 {
      easel.upright(at: [0.25, 0.55, 1][depth]) { draw(depth: depth, on: &$0) }
    }
  }

  /// Draws the lights of one depth, 0 small and far to 2 large and near.
  func draw(depth: Int, on canvas: inout Canvas) {
    var chance = stage.chance("bokeh \(depth)")
    let area = stage.width * stage.height / (stage.unit * stage.unit) / 1.78
    let count = Int([110, 60, 20][depth] * area)
    for _ in 0..<count {
      let place = Point(
        stage.width * (0.5 + chance.normal() * 0.34), stage.height * (0.52 + chance.normal() * 0.30)
      )
      let radius = stage.unit * [0.014, 0.042, 0.098][depth] * chance.within(0.6, 1.3)
      let tone = colours.colours[2 + chance.pick(0..<3)].mixed(Light(0xFFE8C4), 0.22)
      let alpha = [0.85, 0.55, 0.34][depth] * chance.within(0.35, 1)
      canvas.glow(place, radius: radius * 2.2, tone * (0.10 * alpha), power: 2)
      Bokeh.disc(
        at: place, radius: radius, tone * 1.5, alpha: alpha, rim: 0.28,
        softness: [0.10, 0.06, 0.14][depth], on: &canvas)
    }
  }

  /// One disc.
  static func disc(
    at centre: Point, radius: Float, _ light: Light, alpha: Float, rim strength: Float = 0.35,
    softness: Float = 0.06, on canvas: inout Canvas
  ) {
    var path = Path()
    path.addEllipse(centre, radius * (1 + softness), radius * (1 + softness))
    canvas.fill(path) { x, y in
      let d = (Point(x, y) - centre) / radius
      let r = (d * d).sum().squareRoot()
      let rim = smoothStep(0.72, 0.95, r) * strength
      let body = (0.70 + 0.10 * r + rim) * smoothStep(1 + softness, 1 - softness, r)
      return (light * (0.92 + rim * 0.5)).pixel(min(alpha * body, 1))
    }
  }
}
