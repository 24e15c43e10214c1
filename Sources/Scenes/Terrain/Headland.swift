internal import Foundation

/// A rocky point that runs into the water, with ledges and fissures.
struct Headland {
  let stage: Stage
  /// Its highest place, in pixels.
  let summit: Point
  /// Row of the water it stands in.
  let waterline: Float
  /// Half its length along the water, in pixels.
  let reach: Float

  func draw(on canvas: inout Canvas) {
    let noise = stage.noise("headland")
    let air = stage.atmosphere
    let runsRight = summit.x > stage.width / 2
    func top(_ x: Float) -> Float {
      let s = (x - summit.x) / reach * (runsRight ? -1 : 1)
      let body = s > 0 ? 1 - pow(unit(s), 1.5) : 1 - 0.10 * unit(-s * 0.8)
      let flat = smoothStep(0.30, 0.16, abs(s))
      let rough = noise.fractal(x / reach * 4, 3, octaves: 6, gain: 0.5) * 0.42
      let steps = (noise.value(x / reach * 9, 9) * 3).rounded() / 3 * 0.06
      let rise = (waterline - summit.y) * (body + (rough + steps) * (1 - flat) * (0.3 + body * 0.7))
      return s > 1 ? waterline + stage.unit : waterline - max(rise, -4)
    }
    let lean = noise
    canvas.shade(rows: canvas.rows(summit.y - reach * 0.5, stage.height)) { x, y, old in
      let edge = top(x)
      let wave = noise.fractal(x / stage.unit * 26, 5, octaves: 3) * stage.unit * 0.010
      let s = (x - summit.x) / reach * (runsRight ? -1 : 1)
      let sunk = stage.unit * 0.012 * smoothStep(0.99, 0.90, s) + wave * smoothStep(1, 0.9, s)
      let cover = unit(y - edge + 0.5) * unit(waterline + sunk - y)
      guard cover > 0 else { return old }
      let (u, v) = (x / stage.unit, y / stage.unit)
      let warp = lean.value(u * 7, v * 9) * 0.08
      let strata = lean.fractal(u * 9 + v * 5, v * 30 + warp * 60, octaves: 5, gain: 0.58)
      let crack = lean.ridged(u * 11 + warp * 4, v * 8, octaves: 5)
      let beyond = lean.ridged((u + 0.006 * stage.sunSide) * 11 + warp * 4, (v - 0.006) * 8, octaves: 5)
      let turf = smoothStep(0.030, 0.0, (y - edge) / stage.unit + strata * 0.02)
      let grass = Foliage.meadow(stage.graph.season) * 0.8
      let rock = Light(0x6A5D52).mixed(Light(0x938070), unit(0.5 + strata * 1.3))
      let albedo = rock.mixed(grass, turf * 0.85) * (1.25 - crack * 0.8)
      let relief = (crack - beyond) * 2.6
      let facing = unit(0.10 + 0.30 * air.frontal + relief + strata * 0.35 + turf * 0.35)
      let wet = smoothStep(0.03, 0, (waterline - y) / stage.unit)
      let light = air.surface(albedo * (1 - wet * 0.5), sun: facing, up: 0.35 + turf * 0.5)
      return old.under(light.pixel(cover))
    }
    drawSurf(on: &canvas, noise: noise, air: air, top: top)
  }

  private func drawSurf(
    on canvas: inout Canvas, noise: Noise, air: Atmosphere, top: (Float) -> Float
  ) {
    let white = air.surface(Light(0xF4F8FA), sun: 0.35, up: 1) + air.haze * 0.12
    let band = canvas.rows(waterline - stage.unit * 0.03, waterline + stage.unit * 0.055)
    canvas.shade(rows: band) { x, y, old in
      let s = abs(x - summit.x) / reach
      let isTip = (x > summit.x) == (summit.x < stage.width / 2)
      guard top(x) < waterline + stage.unit * 0.02 else { return old }
      let off = (y - waterline) / stage.unit
      let swell = noise.fractal(x / stage.unit * 9, 8, octaves: 4) * 0.018
      let body = exp(-pow((off - 0.010 - swell) / 0.011, 2))
      let lace = noise.fractal(x / stage.unit * 38, y / stage.unit * 70, octaves: 4, gain: 0.6)
      let cover = unit(body * (0.95 + lace * 1.5)) * smoothStep(1.02, 0.93, isTip ? s : 0)
      return cover > 0.01 ? old.under(white.pixel(cover * 0.9)) : old
    }
  }
}
