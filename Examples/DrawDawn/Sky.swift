import Foundation

/// Where everything is, in heights of the picture.
enum Place {
  /// The far shore.
  static let shore: Float = 0.665
  /// The sun, just clear of the far mountains.
  static let sun = SIMD2<Float>(0.955, 0.475)

  /// Whether the sun is to the right (1) or to the left (−1) of a column, smoothly across it.
  static func sunward(_ u: Float) -> Float {
    1 - 2 * smoothStep(-0.16, 0.16, u - sun.x)
  }
}

/// A dawn sky: a gradient, the sun's glow, and two decks of cloud lit from below.
struct Sky: Sendable {
  private let deck = Noise(11)
  private let wisps = Noise(23)
  private let stars = Noise(31)

  private static let clear = Gradient(stops: [
    (0.00, Light(0xFFDCA6)), (0.13, Light(0xFBBE91)), (0.27, Light(0xE79C95)),
    (0.43, Light(0xAE86AC)), (0.62, Light(0x6F76AE)), (0.82, Light(0x40568F)),
    (1.00, Light(0x263B6E)),
  ])
  private static let gold = Light(0xFFC873)
  private static let rose = Light(0xFF9A86)
  private static let shade = Light(0x6A6390)

  /// The sun's glow towards a place, without the sun itself.
  static func glow(_ u: Float, _ v: Float) -> Float {
    let d = SIMD2(u, (v - Place.sun.y) * 1.25 + Place.sun.y) - Place.sun
    let distance = (d * d).sum().squareRoot()
    return 0.55 * exp(-distance / 0.30) + 0.45 * exp(-distance / 0.085)
  }

  func light(_ u: Float, _ v: Float) -> Light {
    let elevation = max((Place.shore - v) / Place.shore, 0)
    let glow = Sky.glow(u, v)
    var light = Sky.clear[elevation]
    // Away from the sun the low sky turns from gold to the rose of the earth's shadow.
    let away = smoothStep(0.25, 1.1, abs(u - Place.sun.x))
    light = light.mixed(Light(0xC98FA6), away * 0.55 * (1 - smoothStep(0, 0.45, elevation)))
    light += starlight(u, v) * smoothStep(0.55, 1, elevation)
    light = overlaid(light, wispCover(u, elevation) * 0.55, glow: glow, lit: 0.75)
    let (cover, lit) = deckCover(u, elevation)
    light = overlaid(light, cover, glow: glow, lit: lit)
    light += Sky.gold * (glow * glow * 1.5) + Light(0xFF9D5C) * (glow * 0.22)
    return light + sunDisc(u, v)
  }

  private func sunDisc(_ u: Float, _ v: Float) -> Light {
    let d = SIMD2(u, v) - Place.sun
    let distance = (d * d).sum().squareRoot()
    let disc = 1 - smoothStep(0.0135, 0.0165, distance)
    return Light(0xFFF0C8) * (disc * 5 + 1.3 * exp(-distance / 0.018))
  }

  private func starlight(_ u: Float, _ v: Float) -> Light {
    let (x, y) = (u * 90, v * 90)
    let (ix, iy) = (Int(x), Int(y))
    guard stars.random(ix, iy) > 0.965 else { return .zero }
    let centre = SIMD2(
      Float(ix) + 0.2 + 0.6 * stars.random(ix, iy + 7919),
      Float(iy) + 0.2 + 0.6 * stars.random(ix + 7919, iy))
    let d = SIMD2(x, y) - centre
    let size: Float = 0.05 + 0.03 * stars.random(ix + 31, iy + 57)
    return Light(0xDDE6FF) * (0.5 * exp(-(d * d).sum() / (size * size)))
  }

  private func overlaid(_ sky: Light, _ cover: Float, glow: Float, lit: Float) -> Light {
    let warm = Sky.rose.mixed(Sky.gold, min(glow * 2.2, 1)) * (0.85 + glow * 1.1)
    let cool = Sky.shade.mixed(sky, 0.35)
    return sky.mixed(cool.mixed(warm, lit), cover)
  }

  /// Long streaks of ice cloud, high up.
  private func wispCover(_ u: Float, _ elevation: Float) -> Float {
    let depth = 1 / (elevation + 0.22)
    let (x, y) = ((u - 0.5) * depth * 0.9 + 2.7, depth * 1.5)
    let bend = wisps.fractal(x * 0.8, y * 0.8, octaves: 3)
    let streak = wisps.fractal(
      x * 1.1 + bend * 1.8, y * 4.5 + x * 1.9 + bend, octaves: 6, gain: 0.56)
    return smoothStep(-0.02, 0.48, streak) * smoothStep(0.12, 0.35, elevation)
  }

  /// The lower deck: how much of it is before the sky, and how much of that faces the sun.
  private func deckCover(_ u: Float, _ elevation: Float) -> (cover: Float, lit: Float) {
    let depth = 1 / (elevation + 0.10)
    let (x, y) = ((u - 0.75) * depth * 0.62 + 5.1, depth * 1.08)
    func density(_ x: Float, _ y: Float) -> Float {
      let bend = deck.fractal(x * 0.7 + 3, y * 0.7, octaves: 2)
      return deck.fractal(x + bend * 0.7, y * 1.25 + bend * 0.4, octaves: 7, gain: 0.53)
    }
    let here = density(x, y)
    let cover = smoothStep(0.05, 0.36, here) * smoothStep(0.03, 0.16, elevation)
    guard cover > 0 else { return (0, 0) }
    let towards = density(x + 0.10 * Place.sunward(u), y + 0.16)
    let lit = min(max(0.42 + (here - towards) * 2.3 - here * 0.35, 0), 1)
    return (cover * (1 - 0.35 * smoothStep(0.6, 1, elevation)), lit)
  }
}
