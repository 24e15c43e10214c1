internal import Foundation
internal import Pixels

/// Decks of cloud seen in perspective: warped noise, lit by how it thickens away from the sun.
struct Clouds {
  let stage: Stage
  /// Whether there is a lower deck beneath the wisps.
  let hasDeck: Bool
  private let deck: Noise
  private let wisps: Noise
  private var air: Atmosphere { stage.atmosphere }

  init(stage: Stage, hasDeck: Bool = true) {
    self.stage = stage
    self.hasDeck = hasDeck
    deck = stage.noise("clouds")
    wisps = stage.noise("wisps")
  }

  /// Lays the clouds over a sky; they are drawn at half size, as soft things may be.
  func draw(on canvas: inout Canvas) {
    guard air.cloudCover > 0.01 else { return }
    var half = Canvas(stage.size.halved)
    let last = min(Int(stage.horizon / 2) + 2, half.height)
    half.shade(rows: 0..<last) { x, y, _ in light(x * 2, y * 2) }
    let rows = 0..<min(Int(stage.horizon) + 2, canvas.height)
    canvas.shade(rows: rows) { x, y, old in old.under(half.sample(x / 2, y / 2)) }
  }

  /// The clouds at a place, premultiplied.
  private func light(_ x: Float, _ y: Float) -> SIMD4<Float> {
    let elevation = max((stage.horizon - y) / stage.unit, 0)
    let u = (x - stage.width / 2) / stage.unit
    let glow = Sky.glow(x, y, stage: stage)
    var result = SIMD4<Float>.zero
    let wisp = wispCover(u, elevation) * 0.5
    if wisp > 0 {
      let warm = air.cloudLit * (0.8 + glow * 0.6)
      result = warm.pixel(wisp)
    }
    guard hasDeck else { return result }
    let (cover, lit) = deckCover(x, u, elevation)
    if cover > 0 {
      let sunlit = air.cloudLit * (0.82 + glow * 0.9) + air.glow * (glow * glow * 0.5)
      var tone = air.cloudShade.mixed(sunlit, lit)
      tone = air.veiled(tone, 0.75 * smoothStep(0.32, 0, elevation))
      result = result.under(tone.pixel(cover))
    }
    return result
  }

  private func wispCover(_ u: Float, _ elevation: Float) -> Float {
    let depth = 1 / (elevation + 0.24)
    let (x, y) = (u * depth * 0.9 + 2.7, depth * 1.5)
    let bend = wisps.fractal(x * 0.8, y * 0.8, octaves: 2)
    let streak = wisps.fractal(
      x * 1.0 + bend * 1.7, y * 4.2 + x * 1.7 + bend, octaves: 5, gain: 0.55)
    let amount = 0.45 + 0.55 * air.cloudCover
    return smoothStep(0.02, 0.5, streak) * smoothStep(0.10, 0.36, elevation) * amount
  }

  private func density(_ x: Float, _ y: Float, octaves: Int) -> Float {
    let bend = deck.fractal(x * 0.6 + 3, y * 0.6, octaves: 2)
    return deck.fractal(x + bend * 0.75, y * 1.3 + bend * 0.4, octaves: octaves, gain: 0.54)
  }

  /// The lower deck: how much of it is before the sky, and how much of that faces the sun.
  private func deckCover(_ px: Float, _ u: Float, _ elevation: Float) -> (Float, Float) {
    let depth = 1 / (elevation + 0.11)
    let (x, y) = (u * depth * 0.62 + 5.1, depth * 1.08)
    let here = density(x, y, octaves: 6)
    let edge = mix(0.30, -0.42, air.cloudCover)
    var cover = smoothStep(edge, edge + 0.30, here)
    if air.cloudCover < 0.9 { cover *= smoothStep(0.015, 0.15, elevation) }
    guard cover > 0.003 else { return (0, 0) }
    let side: Float = 1 - 2 * smoothStep(-0.2, 0.2, (px - stage.sun.x) / stage.unit)
    let towards = density(x + 0.11 * side, y + (air.sunHeight > 0.4 ? -0.12 : 0.15), octaves: 4)
    let thick = max(here - edge, 0)
    let lit = unit(0.62 + (here - towards) * 2.1 - thick * 0.62)
    let thin = air.cloudCover > 0.9 ? 1 : 1 - 0.25 * smoothStep(0.6, 1, elevation)
    return (cover * thin, lit)
  }
}
