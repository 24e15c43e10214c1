import Foundation

/// Still water that mirrors what stands beyond it, ruffled here and there by a breath of wind.
struct Lake: Sendable {
  private let ripples = Noise(401)
  private let breeze = Noise(419)
  private static let deep = Light(0x10263C)

  /// The water's light at a place, given the picture above the shore.
  func light(_ u: Float, _ v: Float, world: Canvas) -> Light {
    let below = v - Place.shore
    let depth = 1 / (below + 0.018)
    let (x, y) = ((u - 0.75) * depth, depth * 3.1)
    let wind = smoothStep(0.02, 0.34, breeze.fractal(x * 0.16 + 4, y * 0.42, octaves: 4))
    let rough = (0.0018 + below * 0.034) * (0.55 + wind * 1.3)
    let swell = ripples.fractal(x * 1.5, y * 1.5, octaves: 6, gain: 0.6)
    let cross = ripples.fractal(x * 2.3 + 40, y * 1.9, octaves: 4)
    var light = Light.zero
    for tap in -2...2 {
      let spread = Float(tap) * rough * 0.55
      let mirrored = Place.shore - below * 1.04 - 0.0015 + swell * rough * 2.6 + spread
      let seen = world.sample(u + cross * rough * 1.4, min(mirrored, Place.shore - 0.001))
      light += seen.clamped(lowerBound: .zero, upperBound: Light(repeating: 1.25))
    }
    light *= 0.2
    // Fresnel: the nearer, the steeper the view and the more of the deep shows.
    let mirror = 0.93 - 0.50 * smoothStep(0, 0.36, below)
    light = Lake.deep.mixed(light, mirror * (1 - wind * 0.10))
    return light + glints(u, v, swell: swell, wind: wind)
  }

  /// The sun's road on the water.
  private func glints(_ u: Float, _ v: Float, swell: Float, wind: Float) -> Light {
    let below = v - Place.shore
    let width = 0.022 + below * 0.16
    let across = (u - Place.sun.x) / width
    let road = exp(-across * across) * exp(-below / 0.20)
    let crest = smoothStep(0.06, 0.30, swell + wind * 0.06)
    return Light(0xFFC98A) * (road * (0.08 + crest * 1.25))
  }
}

/// Mist on the water, thickest at the far shore.
struct ShoreMist: Sendable {
  private let noise = Noise(503)

  /// The light at a place, veiled.
  func light(_ u: Float, _ v: Float, behind: Light) -> Light {
    let off = v - (Place.shore - 0.004)
    let height: Float = off < 0 ? 0.020 : 0.026
    let bank = exp(-(off / height) * (off / height))
    guard bank > 0.01 else { return behind }
    let drift = noise.fractal(u * 2.6, v * 26, octaves: 6, gain: 0.55)
    let cover = bank * min(max(0.50 + drift * 1.25, 0), 1)
    let glow = Sky.glow(u, v)
    let veil = Light(0xB4AEC8).mixed(Light(0xFFD9A8), min(glow * 2, 1)) * (0.9 + glow * 0.5)
    return behind.mixed(veil, min(cover * 0.9, 1))
  }
}
