internal import Foundation
internal import Motion

/// A broad-leaved tree: a forking trunk and a crown of many leaves, dark below, bright towards
/// the sun.
struct LeafTree {
  let stage: Stage

  /// Draws one tree; `distance` 0 near to 1 far.
  func draw(
    at foot: Point, height: Float, distance: Float, chance: inout ChanceStream,
    on canvas: inout Canvas
  ) {
    let air = stage.atmosphere
    let bark = air.veiled(
      air.silhouette.mixed(
        air.surface(Light(0x5A4636), sun: 0.35 * air.frontal, up: 0.4), 0.25 + 0.6 * air.frontal),
      distance)
    var tips: [Point] = []
    branch(
      from: foot, angle: chance.within(-0.06, 0.06), length: height * 0.36, width: height * 0.052,
      depth: 0, bark: bark, tips: &tips, chance: &chance, on: &canvas)
    let isBare = stage.graph.season == .winter
    if isBare { return }
    leaves(tips, height: height, distance: distance, chance: &chance, on: &canvas)
  }

  private func branch(
    from base: Point, angle: Float, length: Float, width: Float, depth: Int, bark: Light,
    tips: inout [Point], chance: inout ChanceStream, on canvas: inout Canvas
  ) {
    let bend = chance.within(-0.16, 0.16)
    let middle = base + Point(sin(angle), -cos(angle)) * (length * 0.5)
    let end = middle + Point(sin(angle + bend), -cos(angle + bend)) * (length * 0.5)
    var path = Path()
    path.addLimb([
      (base + Point(0, depth == 0 ? 3 : 0), width * (depth == 0 ? 0.85 : 0.5)),
      (middle, width * 0.42), (end, width * 0.33),
    ])
    canvas.fill(path, bark)
    if depth > 0 { tips.append(end) }
    let isBare = stage.graph.season == .winter
    guard depth < (isBare ? 6 : 4), width > 0.7 else { return }
    let forks = depth == 0 ? 4 : chance.happens(0.45) ? 3 : 2
    for fork in 0..<forks {
      let spread = (Float(fork) / Float(max(forks - 1, 1)) - 0.5) * 2
      let turn = spread * chance.within(0.42, 0.66) + chance.within(-0.12, 0.12)
      let next = (angle + bend) * 0.7 + turn
      branch(
        from: end - (end - middle) * (depth == 0 ? chance.within(0, 0.5) : 0), angle: next,
        length: length * chance.within(0.62, 0.80), width: width * 0.60, depth: depth + 1,
        bark: bark, tips: &tips, chance: &chance, on: &canvas)
    }
  }

  private func leaves(
    _ tips: [Point], height: Float, distance: Float, chance: inout ChanceStream,
    on canvas: inout Canvas
  ) {
    let air = stage.atmosphere
    let tones = Foliage.leaves(stage.graph.season)
    let tone = stage.graph.season == .spring ? tones[2] : tones[chance.pick(0..<3)]
    let mixing: Float = stage.graph.season == .spring ? 0.12 : 0.5
    let size = max(height * 0.0072, 1)
    var low = tips[0]
    var high = tips[0]
    for tip in tips {
      low = pointwiseMin(low, tip)
      high = pointwiseMax(high, tip)
    }
    let light = Point(stage.sunSide * 0.75, -0.75)
    let centre = (low + high) / 2
    let extent = (high - low) / 2 + 1
    for pass in 0..<3 {
      let count = [44, 52, 40][pass]
      for tip in tips {
        let clump = height * chance.within(0.040, 0.066)
        for _ in 0..<count {
          let off = Point(chance.normal(), chance.normal() * 0.8) * clump
          let shift = light * (clump * [-0.1, 0.35, 0.75][pass])
          let place = tip + off * [1.15, 0.95, 0.75][pass] + shift
          let d = (place - centre) / extent
          let facing = unit(0.45 + (d * light).sum() * 0.42 + chance.within(-0.12, 0.12))
          let hue = tone.mixed(tones[chance.pick(0..<tones.count)], chance.within(0, mixing))
          let lit = air.surface(
            hue * [0.50, 0.86, 1.25][pass], sun: facing * (0.3 + 0.7 * air.frontal), up: facing)
          let rim = air.glow * (pass == 2 ? facing * 0.16 : 0)
          let colour = air.silhouette.mixed(lit, 0.38 + 0.6 * max(air.frontal, 0.3)) + rim
          canvas.dab(
            place, radius: size * chance.within(0.6, 1.25), softness: 0.5,
            air.veiled(colour, distance), alpha: 0.95)
        }
      }
    }
  }
}
