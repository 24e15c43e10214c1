internal import Foundation
internal import Motion

extension Conifer {
  /// Draws a tree close by, bough by bough: each sags and lifts its tip, hung with twigs.
  func drawBoughs(
    at foot: Point, height: Float, distance: Float, chance: inout ChanceStream,
    on canvas: inout Canvas
  ) {
    let tones = tones(distance: distance, warm: chance.within(0.85, 1.15))
    let top = foot + Point(chance.within(-0.02, 0.02) * height, -height)
    var trunk = Path()
    trunk.addLimb([
      (foot, height * 0.017), (foot + (top - foot) * 0.5, height * 0.010), (top, 0.5),
    ])
    canvas.fill(trunk, tones.base)
    let whorls = max(22, min(64, Int(height / 7)))
    var girth: Float = 1
    let isSnowy = stage.isSnowy
    for whorl in 0..<whorls {
      let t = 0.012 + 0.93 * pow(Float(whorl) / Float(whorls), 1.08)
      let root = top + (foot - top) * t
      girth = girth * 0.6 + chance.within(0.6, 1.2) * 0.4
      let bare = 1 - smoothStep(0.80, 0.99, t) * 0.5
      let reach = height * (0.006 + 0.20 * pow(t, 0.84)) * girth * bare
      for side in [-1, 1] as [Float] {
        bough(
          at: root + Point(0, chance.within(-0.004, 0.004) * height), side: side,
          length: reach * chance.within(0.6, 1.12), t: t, height: height, tones: tones,
          isSnowy: isSnowy, chance: &chance, on: &canvas)
      }
    }
  }

  private func bough(
    at root: Point, side: Float, length: Float, t: Float, height: Float,
    tones: (base: Light, lit: Light, snow: Light), isSnowy: Bool, chance: inout ChanceStream,
    on canvas: inout Canvas
  ) {
    let sag = length * (-0.45 + 1.15 * smoothStep(0, 0.35, t)) * chance.within(0.6, 1.15)
    let parts = max(3, min(16, Int(length / 4.5)))
    let towardsSun = side == stage.sunSide ? 1 as Float : 0.25
    let twig = max(height * 0.0040, 1)
    var here = root
    for part in 1...parts {
      let s = Float(part) / Float(parts)
      let next = root + Point(side * length * s, sag * (1.35 * s - 0.72 * s * s))
      let share = towardsSun * s * (0.4 + 0.6 * chance.within(0, 1))
      let light = tones.base.mixed(tones.lit, share)
      canvas.stroke(here, next, width: twig * (1.5 - s), light)
      let hang = (height * 0.006 + length * 0.12) * (1.1 - s * 0.8)
      for _ in 0..<6 {
        let from = here + (next - here) * chance.within(0, 1)
        let lift: Float = chance.happens(0.22) ? -0.45 : 1
        let drop = hang * chance.within(0.4, 1.3)
        canvas.stroke(
          from, from + Point(side * drop * chance.within(-0.3, 1.1), drop * lift), width: twig,
          to: twig * 0.5, light * chance.within(0.75, 1.15))
      }
      if isSnowy, chance.happens(0.8) {
        canvas.stroke(
          here - Point(0, twig * 0.9), next - Point(0, twig * 0.7), width: twig * (3.4 - 2 * s),
          to: twig * 1.4, tones.snow * (0.55 + 0.45 * max(towardsSun, 0.5)), alpha: 0.92)
      }
      here = next
    }
  }
}
