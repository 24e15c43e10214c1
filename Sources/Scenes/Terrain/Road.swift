internal import Foundation

/// A road or a river that winds over a plain to the horizon.
struct Road {
  let stage: Stage
  private let noise: Noise

  init(stage: Stage, label: String) {
    self.stage = stage
    noise = stage.noise(label)
  }

  /// Its middle at a row, in pixels, and its half width there.
  func course(_ y: Float, from top: Float) -> (centre: Float, half: Float) {
    let below = max(y - top, 0) / stage.unit
    let depth = 1 / (below + 0.05)
    let bend = sin(depth * 0.42 + 1.2) * 0.55 + noise.value(depth * 0.17, 3) * 0.5
    let far = stage.width * 0.5 + (stage.sun.x - stage.width * 0.5) * 0.5
    let sway = bend * stage.unit * (0.07 + below * 0.55) * smoothStep(0, 0.05, below)
    return (far + sway - sway * smoothStep(0.25, 0.5, below) * 0.6, stage.unit * (0.002 + below * 0.36))
  }

  /// How much of a pixel is road.
  func cover(_ x: Float, _ y: Float, from top: Float, width: Float = 1) -> Float {
    guard y > top else { return 0 }
    let course = course(y, from: top)
    let edge = noise.fractal(x / stage.unit * 9, y / stage.unit * 20, octaves: 3)
    let half = course.half * width * (1 + edge * 0.10)
    return unit((half - abs(x - course.centre)) / 1.5 + 0.5)
  }

  /// Draws an asphalt road.
  func draw(from top: Float, on canvas: inout Canvas) {
    let air = stage.atmosphere
    canvas.shade(rows: canvas.rows(top, stage.height)) { x, y, old in
      let cover = cover(x, y, from: top, width: 0.62)
      let verge = self.cover(x, y, from: top, width: 0.72)
      guard verge > 0 else { return old }
      let course = course(y, from: top)
      let below = (y - top) / stage.unit
      let s = (x - course.centre) / max(course.half * 0.62, 0.5)
      let grain = noise.fractal(x / course.half * 7, y / course.half * 12, octaves: 3)
      var tone = Light(0x55565C) * (0.92 + grain * 0.22)
      let dash = (1 / (below + 0.05) * 2.6).truncatingRemainder(dividingBy: 1) < 0.55
      let mark = smoothStep(0.050, 0.028, abs(s)) * (dash ? 1 : 0)
        + smoothStep(0.035, 0.018, abs(abs(s) - 0.88))
      tone = tone.mixed(Light(0xEFE9D8), unit(mark) * 0.85)
      let gravel = Light(0xA08C70) * (0.9 + grain * 0.4)
      let albedo = gravel.mixed(tone, cover)
      let lit = air.surface(albedo, sun: 0.5, up: 0.8)
      let light = air.veiled(lit, 0.6 * smoothStep(0.3, 0, below)) + air.glow * (0.05 * cover)
      return old.under(light.pixel(verge))
    }
  }
}
