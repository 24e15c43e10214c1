internal import Foundation
internal import Motion

/// A fir or pine: whorls of boughs that droop, shorter towards the top.
struct Conifer {
  let stage: Stage

  /// The outline of one tree, and of what snow lies on it.
  static func outline(
    foot: Point, height: Float, fullness: Float, chance: inout ChanceStream
  ) -> (tree: Path, snow: Path) {
    var (tree, snow) = (Path(), Path())
    let lean = chance.within(-0.02, 0.02) * height
    let top = foot + Point(lean, -height)
    let trunk = max(height * 0.012, 0.5)
    tree.add([top, foot + Point(-trunk, 0), foot + Point(trunk, 0)])
    let levels = max(7, min(26, Int(height / 11)))
    var girth: Float = 1
    for level in 0..<levels {
      let t = (Float(level) + 0.35) / Float(levels)
      girth = girth * 0.5 + chance.within(0.72, 1.24) * 0.5
      let centre = top + (foot - top) * (t * 0.93)
      let reach = height * fullness * (0.012 + 0.175 * pow(t, 0.82)) * girth
      let drop = height / Float(levels) * chance.within(1.15, 1.75)
      for side in [-1, 1] as [Float] {
        let r = reach * chance.within(0.78, 1.16)
        let tip = centre + Point(side * r, drop * chance.within(0.72, 1.05))
        let under = centre + Point(side * r * 0.45, drop * 0.62)
        let notch = centre + Point(side * r * 0.72, drop * 1.05)
        tree.add([
          centre - Point(0, height / Float(levels) * 0.9), tip, notch, under,
          centre + Point(side * r * 0.30, drop * 1.12), centre + Point(0, drop * 0.85),
        ])
        snow.add([
          centre - Point(0, height / Float(levels) * 0.5),
          tip - Point(side * r * 0.10, drop * 0.06),
          centre + Point(side * r * 0.5, drop * 0.36), centre + Point(0, drop * 0.16),
        ])
      }
    }
    return (tree, snow)
  }

  /// Draws one tree; `distance` 0 near to 1 far.
  func draw(
    at foot: Point, height: Float, distance: Float, chance: inout ChanceStream,
    on canvas: inout Canvas
  ) {
    if height > stage.unit * 0.13, height > 60 {
      return drawBoughs(
        at: foot, height: height, distance: distance, chance: &chance, on: &canvas)
    }
    let air = stage.atmosphere
    let shapes = Conifer.outline(
      foot: foot, height: height, fullness: chance.within(0.85, 1.2), chance: &chance)
    let warm = chance.within(0.85, 1.15)
    let dark = air.surface(Foliage.needles * (0.75 * warm), sun: 0.12 + 0.2 * air.frontal, up: 0.3)
    let lit = air.surface(Foliage.needles * (1.5 * warm), sun: 0.35 + 0.5 * air.frontal, up: 0.8)
    let base = air.silhouette.mixed(dark, 0.35 + 0.65 * air.frontal)
    let half = height * 0.17
    let noise = stage.noise("needles")
    canvas.fill(shapes.tree) { x, y in
      let side = unit(0.5 + (x - foot.x) / half * 0.5 * stage.sunSide)
      let texture = noise.value(x * 0.19, y * 0.13) * 0.24
      let light = base.mixed(lit, unit(side * 0.62 + texture) * (0.35 + 0.65 * air.frontal))
      return air.veiled(light, distance).pixel()
    }
    if stage.isSnowy {
      let white = air.surface(Light(0xEDF2F8), sun: 0.25 + 0.5 * air.frontal, up: 1)
      canvas.fill(shapes.snow, air.veiled(white, distance), alpha: 0.86)
    }
  }

  /// The tones of a tree: in shade, in the sun, and of its snow.
  func tones(distance: Float, warm: Float) -> (base: Light, lit: Light, snow: Light) {
    let air = stage.atmosphere
    let needles = Foliage.needles * warm
    let dark = air.surface(needles * 0.7, sun: 0.10 + 0.2 * air.frontal, up: 0.3)
    let lit = air.surface(needles * 1.7, sun: 0.35 + 0.5 * air.frontal, up: 0.8)
    let base = air.silhouette.mixed(dark, 0.3 + 0.6 * air.frontal)
    let bright = base.mixed(lit, 0.30 + 0.5 * air.frontal) + air.glow * 0.035
    let white = air.surface(Light(0xEDF2F8), sun: 0.25 + 0.5 * air.frontal, up: 1)
    return (
      air.veiled(base, distance), air.veiled(bright, distance), air.veiled(white, distance)
    )
  }

  /// Draws a belt of trees whose feet follow `line`.
  func belt(
    _ label: String, count: Int, height: ClosedRange<Float>, distance: Float,
    from left: Float = 0, to right: Float? = nil, gap: ClosedRange<Float>? = nil,
    on canvas: inout Canvas, line: (Float) -> Float
  ) {
    var chance = stage.chance("belt " + label)
    let clump = stage.noise("clumps " + label)
    let end = right ?? stage.width
    var places = (0..<count).map { i in
      left + (end - left) * (Float(i) + chance.within(-0.4, 1.4)) / Float(count)
    }
    places.shuffle(by: &chance)
    for x in places {
      let tall = chance.within(0, 1)
      if let gap, gap.contains(x) { continue }
      let dense = smoothStep(-0.45, 0.3, clump.value(x / stage.unit * 3.1, 2))
      let size = mix(height.lowerBound, height.upperBound, tall * tall) * (0.55 + 0.45 * dense)
      draw(
        at: Point(x, line(x) + size * 0.02), height: size, distance: distance, chance: &chance,
        on: &canvas)
    }
  }
}

extension Array {
  /// Shuffles (Fisher & Yates 1938), the same way for the same stream.
  mutating func shuffle(by chance: inout ChanceStream) {
    for i in indices.dropLast() { swapAt(i, chance.pick(i..<count)) }
  }
}
