internal import Foundation
internal import Motion

/// Ferns, grasses and low boughs close to the camera, dark against the light beyond.
struct Undergrowth {
  let stage: Stage

  /// Draws ferns along the foot of the picture, high at the sides, low in the middle.
  func draw(on canvas: inout Canvas) {
    var chance = stage.chance("ferns")
    let unit = stage.unit
    let count = Int(stage.width / unit * 34)
    for i in 0..<count {
      let x = stage.width * (Float(i) + chance.within(-0.5, 1.5)) / Float(count)
      let side = abs(x / stage.width - 0.5) * 2
      let tall = unit * (0.045 + 0.17 * pow(side, 2.2)) * chance.within(0.6, 1.15)
      fern(at: Point(x, stage.height + unit * 0.015), height: tall, chance: &chance, on: &canvas)
    }
  }

  /// Scatters ferns over a floor from row `far` down, larger the nearer, leaving a path free.
  func scatter(from far: Float, on canvas: inout Canvas) {
    var chance = stage.chance("floor ferns")
    let unit = stage.unit
    let rows = 24
    for row in 0..<rows {
      let t = pow(Float(row) / Float(rows), 1.5)
      let y = mix(far, stage.height, t)
      let tall = unit * mix(0.016, 0.075, t)
      for _ in 0..<Int(stage.width / tall * 0.62) {
        let x = chance.within(0, stage.width)
        let path = stage.width * (0.5 + 0.05 * sin(t * 5)) - x
        guard abs(path) > unit * (0.05 + 0.20 * t) else { continue }
        fern(
          at: Point(x, y + chance.within(-0.5, 0.5) * tall), height: tall * chance.within(0.5, 1.1),
          chance: &chance, on: &canvas)
      }
    }
  }

  private func fern(
    at foot: Point, height: Float, chance: inout ChanceStream, on canvas: inout Canvas
  ) {
    let air = stage.atmosphere
    let green = Light(0x4E7A38).mixed(Foliage.meadow(stage.graph.season), 0.4)
    for _ in 0..<chance.pick(4..<8) {
      let lean = chance.within(-1.05, 1.05)
      let reach = height * chance.within(0.75, 1.15)
      let lit = air.surface(
        green * chance.within(0.5, 1.0), sun: 0.35 * air.frontal + 0.06, up: 0.5)
      let light = air.silhouette.mixed(lit, 0.35 + 0.5 * air.frontal)
      let rim = air.glow * chance.within(0, 0.09)
      func at(_ t: Float) -> Point {
        foot + Point(sin(lean * (0.35 + t * 0.9)) * t, -cos(lean * (0.35 + t * 0.9)) * t) * reach
      }
      let steps = max(8, min(22, Int(reach / 5)))
      for step in 1...steps {
        let t = Float(step) / Float(steps)
        let (p, q) = (at(t - 1 / Float(steps)), at(t))
        canvas.stroke(p, q, width: max(height * 0.014 * (1.1 - t), 0.7), light)
        let along = (q - p) / max(((q - p) * (q - p)).sum().squareRoot(), 0.01)
        let long = reach * 0.21 * (1.05 - t) * smoothStep(0, 0.2, t)
        for side in [-1, 1] as [Float] {
          let out = Point(-along.y, along.x) * side
          let tip = q + (out * 0.9 + along * 0.5) * long
          canvas.stroke(
            q, tip, width: max(reach * 0.020 * (1.1 - t), 0.8), to: 0.4,
            light + rim * (side > 0 ? 1 : 0.2))
        }
      }
    }
  }
}
