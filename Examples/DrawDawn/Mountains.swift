import Foundation

/// Ranges behind one another, the far ones pale with air and the near ones wooded, mist between.
struct Mountains: Sendable {
  /// One range, from a crest down to the shore.
  struct Range: Sendable {
    /// How high the crest may rise over `foot`, and where it is lowest.
    let rise: Float
    let foot: Float
    /// Crests across one height of the picture.
    let scale: Float
    let seed: UInt32
    /// What the range is made of, in light and in shade.
    let sunny: Light
    let shady: Light
    /// How much air lies before it.
    let air: Float
    /// How much mist lies at its foot.
    let mist: Float
    /// Height of its trees; 0 where it is bare.
    let trees: Float
    /// Share of its height above which snow lies.
    let snow: Float
  }

  let ranges: [Range] = [
    Range(
      rise: 0.45, foot: 0.62, scale: 1.35, seed: 101, sunny: Light(0xC0807A),
      shady: Light(0x455488), air: 0.40, mist: 0.85, trees: 0, snow: 0.34),
    Range(
      rise: 0.20, foot: 0.625, scale: 1.9, seed: 211, sunny: Light(0x9A7078),
      shady: Light(0x3A4877), air: 0.36, mist: 0.85, trees: 0, snow: 2),
    Range(
      rise: 0.155, foot: 0.635, scale: 1.5, seed: 307, sunny: Light(0x6E5A66),
      shady: Light(0x2C3C62), air: 0.28, mist: 0.9, trees: 0.004, snow: 2),
    Range(
      rise: 0.11, foot: 0.648, scale: 1.7, seed: 419, sunny: Light(0x4C4A52),
      shady: Light(0x263856), air: 0.22, mist: 0.9, trees: 0.008, snow: 2),
    Range(
      rise: 0.085, foot: 0.66, scale: 1.25, seed: 523, sunny: Light(0x33383A),
      shady: Light(0x14243A), air: 0.10, mist: 0.75, trees: 0.0145, snow: 2),
  ]

  private let mistNoise = Noise(71)

  /// The light at a place, given the sky behind it.
  func light(_ u: Float, _ v: Float, sky: Light) -> Light {
    guard v > 0.2 else { return sky }
    var light = sky
    for range in ranges {
      let crest = self.crest(of: range, u)
      let rows = range.trees > 0 ? 9 : 1
      for row in 0..<rows {
        let down = Float(row) / Float(rows)
        let base = crest + (Place.shore - crest) * down * 0.9
        let edge = base - treeTop(range, u, row: row)
        let cover = min(max((v - edge) * 3200 + 0.5, 0), 1)
        guard cover > 0 else { continue }
        light = light.mixed(surface(range, u, v, crest: crest, edge: edge, row: row), cover)
      }
    }
    return light
  }

  /// The height of a range's crest. The ranges open a valley where the sun stands.
  private func crest(of range: Range, _ u: Float) -> Float {
    let noise = Noise(range.seed)
    let body = noise.ridged(u * range.scale, 0.37, octaves: range.trees > 0 ? 4 : 10)
    let valley = 1 - 0.52 * exp(-pow((u - Place.sun.x - 0.02) / 0.27, 2))
    let shoulder = 0.72 + 0.42 * exp(-pow((u - 0.47) / 0.2, 2))
    return range.foot - range.rise * body * valley * shoulder
  }

  /// How far trees stand out above the ground here: a row of spires.
  private func treeTop(_ range: Range, _ u: Float, row: Int) -> Float {
    guard range.trees > 0 else { return 0 }
    let noise = Noise(range.seed &+ UInt32(row) &* 13)
    let pitch = range.trees * 0.36
    let cell = Int((u / pitch).rounded(.down))
    var top: Float = 0
    for tree in cell - 2...cell + 2 {
      let height = range.trees * (0.35 + 0.75 * noise.random(tree, 1))
      let centre = (Float(tree) + noise.random(tree, 2)) * pitch
      let across = abs(u - centre) / (height * 0.26)
      let branches = 0.10 * abs(((1 - across) * 7).truncatingRemainder(dividingBy: 1) - 0.5)
      top = max(top, height * (1 - across - branches))
    }
    return top
  }

  private func surface(
    _ range: Range, _ u: Float, _ v: Float, crest: Float, edge: Float, row: Int
  ) -> Light {
    let glow = Sky.glow(u, v)
    let below = v - edge
    var light: Light
    if range.trees == 0 {
      light = rock(range, u, v, crest: crest)
    } else {
      let tip = exp(-below / (range.trees * 0.35))
      let patch = Noise(range.seed).fractal(u * 22, v * 40, octaves: 3)
      light = range.shady.mixed(range.sunny, min(max(tip * 0.55 + patch * 0.35, 0), 1))
    }
    // Sunlight spills over a crest near the sun.
    light += Light(0xFFB268) * (glow * 0.55 * exp(-below / 0.012))
    let haze = self.haze(u, v, glow: glow)
    light = light.mixed(haze, min(range.air * (0.8 + glow), 0.94))
    return light.mixed(haze * 1.04, mistCover(range, u, v, row: row))
  }

  /// Bare slopes: gullies lit from the sun's side, snow where it is high and not too steep.
  private func rock(_ range: Range, _ u: Float, _ v: Float, crest: Float) -> Light {
    let noise = Noise(range.seed &+ 7)
    func relief(_ u: Float, _ v: Float) -> Float {
      noise.ridged(u * 7 + (v - crest) * 2.5, (v - crest) * 4.2 + 3, octaves: 9)
    }
    let here = relief(u, v)
    let step: Float = 0.0035
    let towards = step * Place.sunward(u)
    let slope = (here - relief(u + towards, v + step * 0.4)) * 8
    let lit = min(max(0.40 + slope, 0), 1)
    let light = range.shady.mixed(range.sunny, lit)
    let high = (range.foot - v) / range.rise
    let ragged = noise.fractal(u * 30, v * 30, octaves: 5) * 0.16 + slope * 0.05
    let snow = smoothStep(range.snow - 0.10, range.snow + 0.10, high + ragged)
    let white = Light(0x8A9CC9).mixed(Light(0xFFD0B4), lit)
    return light.mixed(white, snow * 0.9)
  }

  /// The colour of the air: gold towards the sun, blue away from it.
  private func haze(_ u: Float, _ v: Float, glow: Float) -> Light {
    let cool = Light(0x8E93BE).mixed(Light(0xD9A5A8), smoothStep(0.35, 0.62, v) * 0.6)
    return cool.mixed(Light(0xFFD09A), min(glow * 1.7, 1)) * (0.92 + glow * 0.75)
  }

  private func mistCover(_ range: Range, _ u: Float, _ v: Float, row: Int) -> Float {
    let drift = mistNoise.fractal(
      u * 3.2 + Float(range.seed), v * 13 + Float(row) * 0.05, octaves: 5)
    let depth = smoothStep(range.foot - range.rise * 0.42, Place.shore, v + drift * 0.055)
    return min(depth * range.mist * (0.85 + drift * 0.5), 0.96)
  }
}
