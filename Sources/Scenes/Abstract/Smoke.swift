internal import Pixels

internal import Foundation
internal import Motion

/// Wisps of smoke that rise in the dark, lit from one side: thin sheets where warped noise folds.
struct Smoke {
  let stage: Stage

  func draw(on easel: inout Easel) {
    let wanted = stage.graph.palette.first?.light
    let glow = wanted ?? Light(0x5A78A8)
    easel.upright(at: 0) { canvas in
      canvas.shade(rows: 0..<canvas.height) { x, y, _ in
        let d = Point((x - stage.width * 0.5) / stage.unit, (y - stage.height * 0.62) / stage.unit)
        let light = exp(-(d.x * d.x * 2.2 + d.y * d.y * 1.6))
        return (Light(0x07080C) + glow * (0.10 * light)).pixel()
      }
    }
    for i in 0..<2 {
      easel.upright(at: [0.35, 0.8][i], moves: .smoke) { draw(index: i, glow: glow, on: &$0) }
    }
    easel.focus = Point(stage.width * 0.5, stage.height * 0.5)
  }

  private func draw(index: Int, glow: Light, on canvas: inout Canvas) {
    let noise = stage.noise("smoke \(index)")
    let k = Float(index)
    let warm = Light(0xFFD9B0)
    var half = Canvas(stage.size.halved)
    half.shade(rows: 0..<half.height) { hx, hy, _ in
      let u = (hx * 2 - stage.width * (0.5 + 0.06 * (k - 0.5))) / stage.unit
      let v = (stage.height - hy * 2) / stage.height
      let sway = noise.value(v * 1.6 + k * 5, 2) * 0.16 * v + noise.value(v * 3.7, 9 + k) * 0.06 * v
      let spread = 0.035 + v * 0.30
      let s = (u - sway) / spread
      guard abs(s) < 2.2 else { return .zero }
      let a = noise.fractal(s * 0.9 + k * 7, v * 2.6, octaves: 3)
      let b = noise.fractal(s * 0.9 - 4, v * 2.6 + 5, octaves: 3)
      let fold = noise.value(s * 1.3 + a * 2.6, v * 3.2 + b * 2.2 - 3)
      let fine = noise.value(s * 2.8 + b * 3.0 + fold, v * 6.0 + a * 2.6)
      let sheet = pow(1 - abs(fold), 5) * 0.75 + pow(1 - abs(fine), 9) * 0.5
      let body = exp(-s * s * 1.1) * smoothStep(0, 0.06, v) * smoothStep(1.05, 0.35, v)
      let cover = body * (0.10 + sheet * 0.85)
      let side = 0.5 + 0.5 * tanh(s * 1.4 + fold)
      let light = glow.mixed(warm, side) * (0.65 + 0.6 * sheet) + Light(repeating: 0.14)
      return light.pixel(min(max(cover, 0), 1) * 0.86)
    }
    canvas.shade(rows: 0..<canvas.height) { x, y, _ in half.sample(x / 2, y / 2) }
  }
}
