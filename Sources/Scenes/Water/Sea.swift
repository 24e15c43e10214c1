internal import Foundation

/// Open water to the horizon: a sum of sharpened waves seen in perspective. Each place reflects
/// the sky its slope turns to, by Fresnel (Schlick 1994), and glitters where that is the sun
/// (after Tessendorf 2001, with noise for the spectrum).
struct Sea {
  let stage: Stage
  /// How rough it is; 1 a fresh breeze.
  var roughness: Float = 1
  private let waves: Noise
  private var air: Atmosphere { stage.atmosphere }

  init(stage: Stage, roughness: Float = 1) {
    self.stage = stage
    self.roughness = roughness
    waves = stage.noise("sea")
  }

  /// Draws the water from the horizon down.
  func draw(on canvas: inout Canvas) {
    let first = Int(stage.horizon)
    guard first < canvas.height else { return }
    var before = [Float](repeating: 0, count: canvas.width + 2)
    var row = before
    var depthBefore = depth(Float(first) - 0.5)
    for y in first..<canvas.height {
      let centre = Float(y) + 0.5
      let depth = depth(centre)
      let step = max(depthBefore - depth, 1e-4)
      fillHeights(&row, y: centre, depth: depth, step: step)
      if y == first { before = row }
      let across = 2 * depth / stage.unit
      for x in 0..<canvas.width {
        let slope = SIMD2(
          (row[min(x + 2, canvas.width + 1)] - row[x]) / across, (before[x + 1] - row[x + 1]) / step)
        let light = light(Float(x) + 0.5, centre, slope, height: row[x + 1], depth: depth)
        canvas.pixels[y * canvas.width + x] = light.pixel()
      }
      swap(&before, &row)
      depthBefore = depth
    }
  }

  /// Distance of a row, in eye heights.
  private func depth(_ y: Float) -> Float {
    1.0 / (max(y - stage.horizon, 0.35) / stage.unit + 0.004)
  }

  private func fillHeights(_ row: inout [Float], y: Float, depth: Float, step: Float) {
    let scaleX = depth / stage.unit
    for x in row.indices {
      let u = (Float(x) - 0.5 - stage.width / 2) * scaleX
      var sum: Float = 0
      var amplitude: Float = 0.16 * roughness
      var scale: Float = 0.42
      for octave in 0..<6 {
        let seen = smoothStep(1.5, 0.35, step * scale)
        guard seen > 0.01 else { break }
        let k = Float(octave)
        let angle = k * 0.21 - 0.4
        let (a, b) = (u * scale * 0.55, depth * scale)
        let n = waves.value(a + b * angle * 0.3 + k * 13, b - a * angle + k * 7)
        let sharp = 1 - abs(n) * 1.6
        sum += (sharp * 0.6 + n * 0.5) * amplitude * seen
        amplitude *= 0.52
        scale *= 2.1
      }
      row[x] = sum
    }
  }

  private func light(
    _ x: Float, _ y: Float, _ slope: SIMD2<Float>, height: Float, depth: Float
  ) -> Light {
    let below = (y - stage.horizon) / stage.unit
    let grazing = below * 0.75 + 0.012
    let tilt = min(max(-slope.y, -0.7), 0.7)
    let cosine = unit(grazing + tilt * 0.85)
    let fresnel = 0.025 + 0.975 * pow(1 - cosine, 5)
    let elevation = abs(grazing * 0.8 + max(tilt, -0.25) * 1.3) + 0.03
    var mirrored = air.sky[min(elevation, 1)]
    let away = smoothStep(0.15, 1.1, abs(x - stage.sun.x) / stage.unit)
    mirrored = mirrored.mixed(air.antisolar, away * 0.5 * (1 - smoothStep(0, 0.42, elevation)))
    mirrored = mirrored.mixed(air.cloudShade, 0.25 * air.cloudCover)
    let deep = deepColour * (0.8 + 0.5 * unit(height * 3 + 0.4))
    var light = deep.mixed(mirrored, fresnel * 0.94)
    light += glitter(x, y, slope, grazing: grazing)
    let foam = smoothStep(0.235, 0.33, height) * smoothStep(0.03, 0.12, below) * roughness
    if foam > 0 {
      let lace = waves.fractal(x / stage.unit * 55, y / stage.unit * 90, octaves: 3)
      let white = air.surface(Light(0xF3F6F8), sun: 0.5, up: 1)
      light = light.mixed(white, foam * smoothStep(-0.1, 0.35, lace) * 0.75)
    }
    return air.veiled(light, 0.9 * smoothStep(0.10, 0, below))
  }

  private var deepColour: Light {
    let tone = Light(0x14556E)
    return tone * (air.ambient * 1.1 + air.key * 0.16)
  }

  /// The sun's or moon's road on the water.
  private func glitter(_ x: Float, _ y: Float, _ slope: SIMD2<Float>, grazing: Float) -> Light {
    guard air.cloudCover < 0.9 else { return .zero }
    let below = (y - stage.horizon) / stage.unit
    let rise = (stage.horizon - stage.sun.y) / stage.unit
    let aim = grazing * 0.8 - slope.y * 1.25
    let off = (x - stage.sun.x) / stage.unit
    let across = (off + slope.x * 0.28) / (0.030 + below * 0.16)
    let along = (aim - max(rise, 0.04) * 0.55) / 0.16
    let hit = exp(-across * across - along * along)
    let road = exp(-off * off / ((0.05 + below * 0.30) * (0.05 + below * 0.30)))
    let isMoonlit = stage.graph.hour == .night
    let colour = isMoonlit ? Light(0xC4D6F4) * 0.55 : air.glow.mixed(Light(0xFFE9C0), 0.3) * 1.15
    let visible: Float = rise > 0.9 ? 0.25 : 1
    return colour * ((hit * 1.5 + road * 0.10) * visible)
  }
}
