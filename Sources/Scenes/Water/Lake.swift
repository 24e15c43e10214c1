internal import Foundation

/// Still water that mirrors what stands beyond it, ruffled here and there by a breath of wind.
struct Lake {
  let stage: Stage
  /// What is seen above the shore, at half size.
  let world: Canvas
  /// Row of the far shore, in pixels.
  let shore: Float
  /// 0 a mirror, 1 a windy day.
  var ruffle: Float = 0.35
  private let ripples: Noise
  private let breeze: Noise
  private var air: Atmosphere { stage.atmosphere }

  init(stage: Stage, world: Canvas, shore: Float, ruffle: Float = 0.35) {
    self.stage = stage
    self.world = world
    self.shore = shore
    self.ruffle = ruffle
    ripples = stage.noise("ripples")
    breeze = stage.noise("breeze")
  }

  /// Draws the water from the shore down, where `mask` says there is some.
  func draw(on canvas: inout Canvas, mask: ((Float, Float) -> Float)? = nil) {
    canvas.shade(rows: canvas.rows(shore, stage.height)) { x, y, old in
      let cover = mask?(x, y) ?? 1
      guard cover > 0 else { return old }
      return old.under(light(x, y).pixel(cover))
    }
  }

  private func light(_ x: Float, _ y: Float) -> Light {
    let below = (y - shore) / stage.unit
    let u = (x - stage.width / 2) / stage.unit
    let depth = 1 / (below + 0.018)
    let (wx, wy) = (u * depth, depth * 3.1)
    let wind = smoothStep(0.02, 0.34, breeze.fractal(wx * 0.16 + 4, wy * 0.42, octaves: 4))
    let rough = (0.0018 + below * 0.034) * (0.4 + ruffle * 0.5 + wind * (0.4 + ruffle * 2))
    let swell = ripples.fractal(wx * 1.5, wy * 1.5, octaves: 5, gain: 0.6)
    let cross = ripples.fractal(wx * 2.3 + 40, wy * 1.9, octaves: 3)
    var light = Light.zero
    let limit = Light(repeating: 1.6)
    for tap in -1...1 {
      let spread = Float(tap) * rough * 0.8
      let up = below * 1.04 + 0.0015 - swell * rough * 2.6 - spread
      let row = shore - abs(up) * stage.unit
      let seen = world.sample((x + cross * rough * 1.4 * stage.unit) / 2, row / 2).light
      light += seen.clamped(lowerBound: .zero, upperBound: limit)
    }
    light /= 3
    let mirror = 0.95 - 0.50 * smoothStep(0, 0.42, below)
    let deep = Light(0x12465C) * (air.ambient + air.key * 0.10)
    light = deep.mixed(light, mirror * (1 - wind * 0.10))
    return air.veiled(light + glints(x, below, swell, wind), 0.35 * smoothStep(0.05, 0, below))
  }

  /// The sun's road on the water.
  private func glints(_ x: Float, _ below: Float, _ swell: Float, _ wind: Float) -> Light {
    guard air.cloudCover < 0.9, stage.sun.y < shore else { return .zero }
    let across = (x - stage.sun.x) / stage.unit / (0.022 + below * 0.16)
    let road = exp(-across * across) * exp(-below / 0.24)
    let crest = smoothStep(0.08, 0.32, swell + wind * 0.06)
    let strength: Float = stage.graph.hour == .night ? 1.2 : 0.8
    return air.glow * (road * (0.05 + crest * strength))
  }
}
