internal import Foundation
internal import Motion

/// A broad-leaved tree of a wood: a slim trunk and a crown of heaped leaves.
struct CrownTree {
  let stage: Stage

  /// Draws one; `distance` 0 near to 1 far.
  func draw(
    at foot: Point, height: Float, distance: Float, chance: inout ChanceStream,
    on canvas: inout Canvas
  ) {
    let air = stage.atmosphere
    let tones = Foliage.leaves(stage.graph.season)
    let tone = tones[chance.pick(0..<tones.count)]
    let bark = air.veiled(
      air.silhouette.mixed(air.surface(Light(0x5E5048), sun: 0.3, up: 0.3), 0.5), distance)
    let lean = chance.within(-0.03, 0.03) * height
    var trunk = Path()
    trunk.addLimb([
      (foot + Point(0, 2), height * 0.020),
      (foot + Point(lean * 0.4, -height * 0.4), height * 0.013),
      (foot + Point(lean, -height * 0.86), height * 0.004),
    ])
    canvas.fill(trunk, bark)
    let light = Point(stage.sunSide * 0.7, -0.7)
    let crown = foot + Point(lean, -height * 0.66)
    let spread = Point(height * chance.within(0.15, 0.21), height * 0.30)
    let size = max(height * 0.0125, 0.9)
    let heaps = (0..<8).map { i -> (Point, Float) in
      let t = Float(i) / 7
      let wide = 0.25 + 0.75 * sin((0.12 + 0.80 * t) * .pi)
      return (
        Point(chance.within(-0.7, 0.7) * wide, 0.9 - 1.85 * t),
        chance.within(0.36, 0.56) * wide + 0.10
      )
    }
    let count = max(40, min(420, Int(height * 1.5)))
    for pass in 0..<3 {
      for _ in 0..<count {
        let angle = chance.within(0, 2 * .pi)
        let r = chance.within(0, 1).squareRoot() * [1, 0.93, 0.80][pass]
        let heap = heaps[chance.pick(0..<heaps.count)]
        let place = heap.0 + Point(cos(angle), sin(angle)) * (r * heap.1)
        let at = crown + place * spread + light * (size * [0, 0.8, 1.6][pass])
        let facing = unit(0.45 + (place * light).sum() * 0.55)
        guard pass < 2 || facing > 0.35 else { continue }
        let hue = tone.mixed(tones[chance.pick(0..<tones.count)], chance.within(0, 0.35))
        let lit = air.surface(
          hue * [0.55, 0.9, 1.3][pass], sun: facing * (0.35 + 0.65 * air.frontal), up: facing)
        let through = hue * air.glow * [0.10, 0.22, 0.34][pass] * facing
        canvas.dab(
          at, radius: size * chance.within(0.7, 1.5), softness: 0.6,
          air.veiled(lit + through, distance), alpha: 0.93)
      }
    }
  }

  private func unit(_ x: Float) -> Float { min(max(x, 0), 1) }
}
