internal import Pixels

internal import Foundation
internal import Motion

/// Ink let into water: billows that curl and thin out, by noise warped twice over (Quílez 2002).
struct Ink {
  let stage: Stage

  func draw(on easel: inout Easel) {
    let wanted = stage.graph.palette.map(\.light)
    let isDark = stage.graph.hour == .night || stage.graph.palette.first == .white
    let paper = isDark ? Light(0x10131C) : Light(0xF3EEE4)
    let noise = stage.noise("paper")
    easel.upright(at: 0) { canvas in
      canvas.shade(rows: 0..<canvas.height) { x, y, _ in
        let d = Point((x / stage.width - 0.5) * 1.2, y / stage.height - 0.45)
        let shade = 1 - 0.22 * (d * d).sum() * 1.6
        let cloud = noise.fractal(x / stage.unit * 1.2, y / stage.unit * 1.2, octaves: 3) * 0.05
        return (paper * (shade + cloud)).pixel()
      }
    }
    let inks: [Light] =
      wanted.isEmpty
      ? [Light(0x1D3B57), Light(0x14181F), Light(0x7E2E3C)]
      : [wanted[0] * 0.6, wanted[0] * 0.28, wanted.last ?? .zero]
    for (i, ink) in inks.enumerated() {
      let near = [0.3, 0.6, 0.9][i] as Float
      easel.upright(at: near, moves: .smoke) { draw(ink: ink, index: i, isDark: isDark, on: &$0) }
    }
    easel.focus = Point(stage.width * 0.5, stage.height * 0.45)
  }

  private func draw(ink: Light, index: Int, isDark: Bool, on canvas: inout Canvas) {
    let noise = stage.noise("ink \(index)")
    let k = Float(index)
    let source = Point(
      (0.5 + [-0.10, 0.06, 0.22][index] * (stage.focusX > stage.width / 2 ? 1 : -1)) * stage.width,
      stage.height * [0.40, 0.44, 0.30][index])
    let size = stage.unit * [0.62, 0.52, 0.34][index] * (stage.isTall ? 1.15 : 1)
    var half = Canvas(stage.size.halved)
    half.shade(rows: 0..<half.height) { hx, hy, _ in
      let p = (Point(hx * 2, hy * 2) - source) / size
      let (u, v) = (p.x, p.y * 0.85)
      let a = noise.fractal(u * 1.3 + 3 + k, v * 1.3, octaves: 4)
      let b = noise.fractal(u * 1.3 - 5, v * 1.3 + 7 + k, octaves: 4)
      let c = noise.fractal(u * 1.5 + a * 2.4, v * 1.5 + b * 2.4 - 2, octaves: 5)
      let reach = (u + a * 0.55) * (u + a * 0.55) + (v + b * 0.55) * (v + b * 0.55)
      let body = smoothStep(1.15, 0.05, reach + c * 0.55)
      let strands = smoothStep(0.0, 0.75, 0.42 + c * 1.35 + a * 0.35)
      let density = body * (0.30 + 0.95 * strands)
      guard density > 0.003 else { return .zero }
      let rim = smoothStep(0.0, 0.35, density) * smoothStep(0.75, 0.3, density)
      let tone =
        isDark
        ? (ink * 3.4 + Light(0x88A0C0) * rim * 0.4)
        : ink.mixed(ink * 3.2 + Light(0x304050) * 0.25, rim * 0.55)
      return tone.pixel(min(density * 1.05, 0.97))
    }
    canvas.shade(rows: 0..<canvas.height) { x, y, _ in half.sample(x / 2, y / 2) }
  }
}
