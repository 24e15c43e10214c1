internal import Foundation
internal import Motion

/// Paper lanterns let go into the night sky, near ones large and warm.
struct Lanterns {
  let stage: Stage

  /// Draws those of one depth, 0 far to 2 near.
  func draw(depth: Int, on canvas: inout Canvas) {
    var chance = stage.chance("lanterns \(depth)")
    let wanted = stage.graph.element(.lanterns)?.count
    let count = [70, 20, 6][depth] * min(wanted ?? 12, 40) / 12
    for _ in 0..<max(count, depth == 2 ? 1 : 2) {
      let size = stage.unit * [0.010, 0.026, 0.068][depth] * chance.within(0.7, 1.3)
      let low = pow(chance.within(0, 1), depth == 0 ? 0.7 : 1)
      let y = mix(stage.height * 0.05, stage.horizon * [0.98, 0.86, 0.74][depth], low)
      let x = stage.width * (0.5 + chance.normal() * [0.26, 0.30, 0.36][depth])
      lantern(at: Point(x, y), size: size, lean: chance.within(-0.12, 0.12), on: &canvas)
    }
  }

  private func lantern(at centre: Point, size: Float, lean: Float, on canvas: inout Canvas) {
    let warm = Light(0xFF9A3C)
    canvas.glow(centre, radius: size * 4.2, warm * 0.20, power: 2.4)
    canvas.glow(centre, radius: size * 1.8, warm * 0.26, power: 2)
    var paper = Path()
    func at(_ x: Float, _ y: Float) -> Point { centre + Point(x + y * -lean, y) * size }
    paper.addSmooth([
      at(-0.46, -0.42), at(-0.30, -0.64), at(0, -0.70), at(0.30, -0.64), at(0.46, -0.42),
      at(0.46, 0.1), at(0.36, 0.56), at(0, 0.60), at(-0.36, 0.56), at(-0.46, 0.1),
    ])
    canvas.fill(paper) { x, y in
      let t = (y - centre.y) / size
      let side = (x - centre.x) / size
      let heat = exp(-((t - 0.42) * (t - 0.42) * 2.6 + side * side * 3.4))
      let rib = 1 - 0.10 * smoothStep(0.03, 0.0, abs(abs(side) - 0.16))
      return (Light(0xE8681E).mixed(Light(0xFFD88A), heat) * ((0.50 + 1.35 * heat) * rib)).pixel(
        0.97)
    }
    canvas.stroke(
      at(-0.35, 0.565), at(0.35, 0.565), width: max(size * 0.05, 0.6), Light(0x5A2A12), alpha: 0.8)
  }
}
