internal import Foundation

/// A strip of land that rises from front to back, drawn column by column from the nearest place
/// to the farthest, each lit by its slope (a height field's floating horizon; Musgrave 1994 for
/// the fields).
struct LandStrip {
  /// What the land is made of.
  enum Ground: Sendable { case rock, grass, sand, snow }

  let stage: Stage
  /// Tells one range's noise from another's.
  let label: String
  let ground: Ground
  /// Where its foot is, in pixels from the top.
  let foot: Float
  /// How high it rises above its foot, in pixels.
  let rise: Float
  /// Size of its forms across, in pixels.
  let span: Float
  /// 0 near, 1 farthest.
  let distance: Float
  /// How much lower it is at the focus: a valley to look through, −1…1.
  var valley: Float = 0
  /// Whether what lies below its foot is seen, and must be shaded row by row.
  var isNear = false
  /// Share of the height above which snow lies.
  var snowLine: Float = 0.62

  private var air: Atmosphere { stage.atmosphere }

  /// A sheet with the land; it goes on to the bottom of the picture.
  func draw(on canvas: inout Canvas) {
    let noise = stage.noise(label)
    let steps = 150
    let scale = 1 / span
    let light = lightDirection
    let detail = stage.noise(label + " detail")
    for column in 0..<canvas.width {
      var top = Float(canvas.height)
      let x = Float(column) + 0.5
      var before: Float = 0
      var last = Light.zero
      for step in 0...steps {
        let z = Float(step) / Float(steps)
        let here = height(x, z, noise, scale)
        let y = foot - here - z * rise * 0.10
        defer { before = here }
        guard y < top || step == 0 else { continue }
        let beside = height(x + 2, z, noise, scale)
        let depth = span * 0.9 / Float(steps)
        let slope = SIMD2((beside - here) / 2, step == 0 ? 0 : (here - before) / depth)
        let shaded = shade(x, y, z, here / rise, slope, light, detail)
        if step == 0, isNear {
          for row in canvas.rows(max(y, 0), top) {
            let at = Float(row) + 0.5
            let light = shade(x, at, 0, here / rise, slope, light, detail)
            canvas.pixels[row * canvas.width + column] = light.pixel()
          }
        }
        fill(&canvas, column, from: top, to: y, last: step == 0 ? shaded : last, shaded)
        top = min(top, y)
        last = shaded
      }
    }
  }

  private func fill(
    _ canvas: inout Canvas, _ column: Int, from bottom: Float, to top: Float, last: Light,
    _ light: Light
  ) {
    let first = max(Int(top.rounded(.down)), 0)
    let end = min(Int(bottom.rounded(.up)), canvas.height)
    guard first < end else { return }
    let span = max(bottom - top, 1)
    for row in first..<end {
      let cover = unit(Float(row) + 1 - top)
      let share = unit((bottom - Float(row) - 0.5) / span)
      let i = row * canvas.width + column
      let pixel = last.mixed(light, share).pixel(cover)
      if canvas.pixels[i].w < 1 { canvas.pixels[i] = pixel.under(canvas.pixels[i]) }
    }
  }

  private var lightDirection: SIMD3<Float> {
    let up: Float = ground == .sand ? 0.30 : 0.35 + 0.5 * unit(air.sunHeight)
    let away: Float = mix(0.55, -0.6, air.frontal)
    let direction = SIMD3(stage.sunSide * 0.85, up, away)
    return direction / (direction * direction).sum().squareRoot()
  }

  /// Height above the foot in pixels, at `z` from the front (0) to the back (1).
  private func height(_ x: Float, _ z: Float, _ noise: Noise, _ scale: Float) -> Float {
    let u = x * scale
    let gap = (x - stage.focusX) / (stage.unit * 0.42)
    let dip = 1 - valley * exp(-gap * gap)
    switch ground {
    case .rock:
      let warp = noise.value(u * 0.7 + 9, z * 0.9) * 0.3
      let crest = noise.ridged(u + warp, z * 0.95 + 3, octaves: 8)
      let broad = 0.72 + 0.42 * noise.value(u * 0.55, z * 0.5 + 40)
      let envelope = smoothStep(-0.12, 0.72, z) * (1 - 0.25 * smoothStep(0.8, 1, z))
      return rise * envelope * (crest * broad * 1.25) * dip
    case .grass:
      let form = 0.42 + 0.80 * noise.fractal(u * 0.85 + z * 0.25, z * 0.22 + 5, octaves: 3, gain: 0.36)
      return rise * smoothStep(-0.25, 0.85, z) * max(form, 0.03) * dip
    case .sand:
      let warp = noise.value(u * 0.8, z * 1.1 + 2) * 0.45
      let crest = noise.ridged(u * 0.62 + warp, z * 0.85 + 8, octaves: 2, gain: 0.35)
      return rise * smoothStep(-0.15, 0.9, z) * crest * 1.5 * dip
    case .snow:
      let form = 0.5 + 0.6 * noise.fractal(u * 0.7, z * 0.7 + 5, octaves: 4, gain: 0.36)
      return rise * smoothStep(-0.2, 0.9, z) * max(form, 0.04) * dip
    }
  }

  private func shade(
    _ x: Float, _ y: Float, _ z: Float, _ height: Float, _ slope: SIMD2<Float>,
    _ light: SIMD3<Float>, _ detail: Noise
  ) -> Light {
    let normal = SIMD3(-slope.x, 1, -slope.y)
    let facing = (normal * light).sum() / (normal * normal).sum().squareRoot()
    let steep = 1 - 1 / (normal * normal).sum().squareRoot()
    let grain = detail.fractal(x / stage.unit * 34, (y + z * 60) / stage.unit * 40, octaves: 3)
    let albedo = albedo(x, y, height: height, steep: steep, grain: grain)
    let low = smoothStep(0.5, 0, height) * 0.24
    let sun = ground == .sand ? unit(facing * 1.5 - 0.12) : unit(facing * 1.2)
    let lit = air.surface(albedo, sun: sun, up: 0.5 + 0.5 * (1 - steep))
    let glow = Sky.glow(x, y, stage: stage)
    return air.veiled(lit, min(distance + low * distance * 1.4, 1.1))
      + air.glow * (glow * glow * 0.30 * distance)
  }

  private func albedo(
    _ x: Float, _ y: Float, height: Float, steep: Float, grain: Float
  ) -> Light {
    let season = stage.graph.season
    switch ground {
    case .rock:
      let rock = Light(0x6B6460).mixed(Light(0x8C8478), unit(0.5 + grain))
      let wood = Foliage.meadow(season).mixed(Light(0x1F3A2C), 0.6) * 0.8
      let low = rock.mixed(wood, smoothStep(0.48, 0.22, height + grain * 0.18))
      let line = season == .winter || stage.graph.weather == .snow ? 0.12 : snowLine
      let snow = smoothStep(line - 0.05, line + 0.10, height + grain * 0.20)
        * smoothStep(0.86, 0.55, steep)
      return low.mixed(Light(0xF4F7FC), snow)
    case .grass:
      let field = Foliage.meadow(season)
      let patch = stage.noise(label + " fields").fractal(
        x / stage.unit * 2.2, height * 3, octaves: 3)
      let dry = field.mixed(Light(0xB9AE58), smoothStep(0, 0.35, patch) * 0.5)
      return dry * (0.94 + grain * 0.10)
    case .sand: return Light(0xE0A768).mixed(Light(0xC98A50), unit(0.4 + grain))
    case .snow: return Light(0xEEF3FA).mixed(Light(0xDCE6F2), unit(0.5 + grain))
    }
  }
}
