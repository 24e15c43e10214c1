internal import Foundation

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
    let count = Int([70, 34, 11][depth] * area)
    for _ in 0..<count {
      let place = Point(
        stage.width * (0.5 + chance.normal() * 0.34), stage.height * (0.52 + chance.normal() * 0.30))
      let radius = stage.unit * [0.016, 0.042, 0.095][depth] * chance.within(0.6, 1.3)
      let tone = colours.colours[2 + chance.pick(0..<3)].mixed(Light(0xFFE3B8), 0.25)
      let alpha = [0.62, 0.36, 0.20][depth] * chance.within(0.4, 1)
      Bokeh.disc(at: place, radius: radius, tone * 1.25, alpha: alpha, on: &canvas)
    }
  }

  /// One disc.
  static func disc(
    at centre: Point, radius: Float, _ light: Light, alpha: Float, on canvas: inout Canvas
  ) {
    var path = Path()
    path.addEllipse(centre, radius, radius)
    canvas.fill(path) { x, y in
      let d = (Point(x, y) - centre) / radius
      let r = (d * d).sum().squareRoot()
      let rim = smoothStep(0.80, 0.97, r) * 0.55
      let body = 0.62 + 0.16 * r + rim
      return (light * (0.9 + rim * 0.5)).pixel(min(alpha * body, 1))
    }
  }
}
