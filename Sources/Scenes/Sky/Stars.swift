internal import Foundation
internal import Motion

/// Stars of all magnitudes, in the colours of their temperatures, and the Milky Way.
struct Stars {
  let stage: Stage
  private let field: Noise
  private let dust: Noise

  init(stage: Stage) {
    self.stage = stage
    field = stage.noise("stars")
    dust = stage.noise("milky way")
  }

  /// Adds the stars above the horizon.
  func draw(on canvas: inout Canvas) {
    let graph = stage.graph
    let wanted: Float = graph.has(any: .stars, .galaxy) ? 1 : 0
    let strength = max(stage.atmosphere.starlight, wanted)
    if graph.has(any: .galaxy) || graph.has(.stars) && graph.hour == .night {
      drawMilkyWay(on: &canvas, amount: graph.has(.galaxy) ? 1 : 0.55)
    }
    scatter(on: &canvas, limit: stage.horizon, strength: strength)
  }

  /// Scatters stars above row `limit`.
  func scatter(on canvas: inout Canvas, limit: Float, strength: Float) {
    var chance = stage.chance("star places")
    let area = stage.width * limit / (stage.unit * stage.unit)
    let count = Int(area * (stage.graph.has(any: .stars, .galaxy, .space) ? 3400 : 1500))
    for _ in 0..<count {
      let place = Point(chance.within(0, stage.width), chance.within(0, limit))
      let magnitude = pow(chance.within(0, 1), 9)
      let warmth = chance.within(0, 1)
      let fade = smoothStep(0, stage.unit * 0.28, limit - place.y + stage.unit * 0.02)
      let colour = Stars.colour(warmth)
      let bright = (0.09 + magnitude * 1.1 + chance.within(0, 0.16)) * strength * fade
      let radius = stage.unit * (0.00058 + 0.00075 * magnitude)
      canvas.dab(
        place, radius: max(radius, 0.6), softness: 0.7, colour * (0.6 + bright * 1.5),
        alpha: unit(bright))
      if magnitude > 0.55 {
        canvas.glow(place, radius: radius * 8, colour * (bright * 0.16), power: 3)
      }
    }
  }

  /// From a red giant's light to a blue dwarf's.
  static func colour(_ warmth: Float) -> Light {
    warmth < 0.25 ? Light(0xFFD9B0) : warmth < 0.6 ? Light(0xFFF6EA) : Light(0xC4D8FF)
  }

  private func drawMilkyWay(on canvas: inout Canvas, amount: Float) {
    var chance = stage.chance("milky way place")
    let lean: Float = (chance.happens(0.5) ? 1 : -1) * (stage.isTall ? 1.2 : 0.72)
    let along = Point(cos(lean), -abs(sin(lean)) * (lean < 0 ? -1 : 1))
    let centre = Point(stage.width * 0.5, stage.horizon * 0.46)
    let rows = 0..<min(Int(stage.horizon) + 1, canvas.height)
    canvas.shade(rows: rows) { x, y, old in
      let d = (Point(x, y) - centre) / stage.unit
      let s = d.x * along.x + d.y * along.y
      var t = d.x * -along.y + d.y * along.x
      t += dust.fractal(s * 1.6, t * 1.6, octaves: 3) * 0.10
      let core = exp(-(s - 0.05) * (s - 0.05) / 0.30)
      let width = 0.13 + 0.07 * core
      let band = exp(-t * t / (width * width))
      guard band > 0.01 else { return old }
      let cloud = 0.62 + 1.1 * dust.fractal(s * 3.4 + 9, t * 5.5, octaves: 6, gain: 0.6)
      let lane = smoothStep(0.05, 0.42, dust.ridged(s * 2.3, t * 5.2 + 4, octaves: 5) - 0.36)
      let dark = 1 - lane * 0.82 * exp(-t * t / (width * width * 0.30))
      let tint = Light(0x7C93D6).mixed(Light(0xF3DCC8), core * 0.7 * band)
      let rose = Light(0xC06AA0) * max(0, dust.value(s * 7, t * 7) - 0.35) * band * 0.3
      let fade = smoothStep(0, stage.unit * 0.35, stage.horizon - y)
      let strength = band * max(cloud, 0) * dark * (0.13 + 0.34 * core) * amount * fade
      let grain = field.random(Int(x), Int(y))
      let dusting: Float = grain > 0.972 ? strength * 2.6 * field.random(Int(y), Int(x)) : 0
      return old + SIMD4(tint * (strength + dusting) + rose * (fade * amount * dark), 0)
    }
  }
}
