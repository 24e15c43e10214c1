internal import Foundation

/// A low tongue of grass that runs into still water from the nearer side of the picture, for what
/// could not stand on the water itself.
struct Bank {
  let stage: Stage
  /// Where something stands on it, in pixels.
  let place: Point
  /// How far it goes on past that place, in pixels.
  let reach: Float

  /// Row at which it meets the water.
  var waterline: Float { place.y + stage.unit * 0.034 }

  func draw(on canvas: inout Canvas) {
    let air = stage.atmosphere
    let noise = stage.noise("bank of grass")
    let unit = stage.unit
    let ground = albedo
    let earth = Light(0x86714F).mixed(ground, 0.25)
    let rises = (0..<canvas.width).map { rise(Float($0) + 0.5, noise) }
    canvas.shade(rows: canvas.rows(waterline - unit * 0.12, waterline + unit * 0.02)) { x, y, old in
      let rise = rises[Int(x)]
      let foot = waterline + noise.fractal(x / unit * 14, 3, octaves: 3) * unit * 0.004
      let cover =
        Scenes.unit(y - (waterline - rise) + 0.5) * Scenes.unit(foot - y + 0.5)
        * smoothStep(0, unit * 0.004, rise)
      guard cover > 0 else { return old }
      let grain = noise.fractal(x / unit * 30, y / unit * 90, octaves: 4, gain: 0.6)
      let crest = exp(-(y - waterline + rise) / (unit * 0.014))
      let shore = smoothStep(unit * 0.011, unit * 0.003, foot - y + grain * unit * 0.004)
      let lit = air.surface(
        ground.mixed(earth, shore) * (0.78 + grain * 0.6), sun: 0.30 + 0.4 * crest * air.frontal,
        up: 0.75)
      return old.under(air.veiled(lit * (1 - shore * 0.35), 0.10).pixel(cover))
    }
  }

  /// How high it lies above the water at a column, in pixels: higher on land, nothing past its tip.
  private func rise(_ x: Float, _ noise: Noise) -> Float {
    let out = (x - place.x) * (place.x > stage.width / 2 ? -1 : 1)
    let body = smoothStep(reach, reach * 0.35, out)
    let land = 0.038 + 0.045 * smoothStep(0, -stage.unit * 0.7, out)
    let rough = noise.fractal(x / stage.unit * 7, 1, octaves: 4) * 0.016
    return stage.unit * (land + rough) * body
  }

  private var albedo: Light {
    stage.isSnowy ? Light(0xE8EEF6) : Foliage.meadow(stage.graph.season) * 0.9
  }
}
