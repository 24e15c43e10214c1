internal import Foundation

/// Sand that slopes into the sea, with the last waves running up it.
struct Beach {
  let stage: Stage
  private let noise: Noise

  init(stage: Stage) {
    self.stage = stage
    noise = stage.noise("beach")
  }

  /// Row where dry sand begins, at a column.
  func shore(_ x: Float) -> Float {
    let u = (x - stage.width / 2) / stage.unit
    let side: Float = stage.focusX > stage.width / 2 ? -1 : 1
    let bay = noise.fractal(u * 0.9 + 2, 1, octaves: 3) * 0.07
    return stage.horizon + (stage.height - stage.horizon) * 0.46 + stage.unit
      * (bay + side * u * 0.16)
  }

  func draw(on canvas: inout Canvas) {
    let air = stage.atmosphere
    let edges = (0..<canvas.width).map { shore(Float($0) + 0.5) }
    let first = Int((edges.min() ?? 0) - stage.unit * 0.10)
    canvas.shade(rows: canvas.rows(max(Float(first), stage.horizon), stage.height)) { x, y, old in
      let u = (x - stage.width / 2) / stage.unit
      let up = (y - edges[Int(x)]) / stage.unit
      let lobe = noise.fractal(u * 3.4 + 7, 4, octaves: 4) * 0.035
      let run = up + lobe + 0.045
      let sandCover = smoothStep(-0.035, 0.012, run)
      let grain = noise.fractal(u * 60, y / stage.unit * 80, octaves: 4, gain: 0.65)
      let far = 1 / ((y - stage.horizon) / stage.unit + 0.06)
      let form = noise.fractal(u * far * 0.5, far * 0.9, octaves: 4)
      let ripple = noise.value(u * far * 2.4 + far, far * 11 + form * 5)
      let wet = smoothStep(0.115, 0.02, run)
      let dry = Light(0xE8CFA2) * (0.95 + grain * 0.18 + ripple * 0.05 + form * 0.08)
      let damp = Light(0x9C7C58) * (0.95 + grain * 0.08)
      let facing = 0.62 + form * 0.2 + ripple * 0.12
      var light = air.surface(dry.mixed(damp, wet), sun: facing, up: 0.85)
      let below = (y - stage.horizon) / stage.unit
      let mirror =
        air.sky[unit(0.10 + below * 0.5)] + air.glow
        * (Sky.glow(x, stage.horizon, stage: stage) * 0.4)
      light = light.mixed(mirror, wet * 0.62)
      var result = old.under(light.pixel(sandCover))
      for line in 0..<4 {
        let k = Float(line)
        let place = [0.0, -0.055, -0.125, -0.19][line] as Float
        let wiggle =
          noise.fractal(u * (3.1 - k * 0.5) + k * 11, k, octaves: 4) * (0.034 - k * 0.004)
        let off = up + lobe * (line == 0 ? 1 : 0.5) + 0.045 - place + (line == 0 ? 0 : wiggle)
        let edge = smoothStep(0.006, 0.0, off) * smoothStep(-0.042 - k * 0.006, -0.002, off)
        let lace = noise.ridged(u * 26, y / stage.unit * 46 + k * 9, octaves: 3)
        let presence = smoothStep(-0.3, 0.25, noise.value(u * 2.2, k * 7 + 2) + (line == 0 ? 1 : 0))
        let foam = edge * smoothStep(0.30, 0.62, lace + edge * 0.42) * presence * (1 - 0.16 * k)
        let white = air.surface(Light(0xF8FAFA), sun: 0.55, up: 1)
        result = result.under(white.pixel(unit(foam) * 0.92))
      }
      return result
    }
  }
}
