internal import Foundation
internal import Motion

/// The near edge of the ground: a bank with grasses along its crest, dark against the light.
struct Knoll {
  let stage: Stage
  let label: String
  /// Row of its crest, at a column.
  let crest: (Float) -> Float

  func draw(on canvas: inout Canvas) {
    let air = stage.atmosphere
    let noise = stage.noise(label)
    var chance = stage.chance(label + " grass")
    let crests = (0..<canvas.width).map { crest(Float($0) + 0.5) }
    let ground = albedo
    let first = max(Int(crests.min() ?? 0) - 2, 0)
    guard first < canvas.height else { return }
    let unit = stage.unit
    canvas.shade(rows: canvas.rows(Float(first), stage.height)) { x, y, old in
      let edge = crests[Int(x)]
      let cover = min(max(y - edge + 0.5, 0), 1)
      guard cover > 0 else { return old }
      let grain = noise.fractal(x / unit * 40, y / unit * 14, octaves: 4, gain: 0.6)
      let top = exp(-(y - edge) / (unit * 0.07))
      let lit = air.surface(
        ground * (0.66 + grain * 0.4), sun: 0.15 + 0.55 * top * air.frontal, up: 0.5)
      let light = air.silhouette.mixed(lit, 0.25 + 0.65 * air.frontal) + air.glow * (top * 0.018)
      return old.under(light.pixel(cover))
    }
    guard stage.graph.season != .winter, !stage.graph.has(any: .snowfield, .desert) else { return }
    for index in 0..<Int(stage.width / unit * 3400) {
      let x = chance.within(0, stage.width)
      let down = pow(Float(index) / (stage.width / unit * 3400), 2.2) * 0.20
      let edge = crests[min(max(Int(x), 0), canvas.width - 1)]
      guard edge < stage.height + unit * 0.05 else { continue }
      let tuft = max(noise.fractal(x / unit * 9, 7, octaves: 3) + 0.22, 0.05)
      let root = Point(x, edge + down * unit + chance.within(0, unit * 0.03))
      let tall = unit * (0.010 + tuft * 0.075 + down * 0.10) * chance.within(0.35, 1.1)
      let bend = tall * chance.within(-0.35, 0.55)
      let middle = root + Point(bend * 0.3, -tall * 0.6)
      let lit = air.surface(ground * chance.within(0.5, 1.1), sun: 0.5 * air.frontal, up: 0.6)
      let rim = chance.happens(0.14) ? air.glow * 0.10 : .zero
      let light = air.silhouette.mixed(lit, 0.2 + 0.7 * air.frontal) + rim
      canvas.stroke(root, middle, width: unit * 0.0015, to: unit * 0.0012, light)
      canvas.stroke(middle, root + Point(bend, -tall), width: unit * 0.0012, to: 0.4, light)
    }
  }

  private var albedo: Light {
    if stage.graph.has(.desert) { return Light(0xC48E54) }
    if stage.graph.has(.snowfield) || stage.graph.season == .winter { return Light(0xE8EEF6) }
    return Foliage.meadow(stage.graph.season) * 0.8
  }
}

extension Canvas {
  /// Clears every pixel where `isOut` says so.
  mutating func erase(where isOut: (Float, Float) -> Bool) {
    for y in 0..<height {
      for x in 0..<width where pixels[y * width + x].w > 0 {
        if isOut(Float(x) + 0.5, Float(y) + 0.5) { pixels[y * width + x] = .zero }
      }
    }
  }
}
