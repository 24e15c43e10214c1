internal import Foundation

/// A sailing boat with two sails, seen from the side.
struct Boat {
  let stage: Stage

  /// Draws the boat on the water at `foot`; its mast is `height` high.
  func draw(at foot: Point, height: Float, on canvas: inout Canvas) {
    let air = stage.atmosphere
    let side: Float = foot.x > stage.width / 2 ? -1 : 1
    func at(_ x: Float, _ y: Float) -> Point { foot + Point(x * side * height, -y * height) }
    var main = Path()
    main.add(
      [at(0.012, 0.97)] + curve(at(0.012, 0.97), at(-0.345, 0.165), bulge: 0.045 * height * side)
        + [at(-0.345, 0.165), at(0.012, 0.150)])
    var jib = Path()
    jib.add(
      [at(0.035, 0.86)] + curve(at(0.035, 0.86), at(0.300, 0.115), bulge: -0.012 * height * side)
        + [at(0.300, 0.115)] + curve(at(0.300, 0.115), at(0.035, 0.86), bulge: -0.075 * height * side))
    let cloth = Light(0xF6EEDF)
    let through = air.glow * 0.34 + air.key * 0.12
    for (sail, tint) in [(main, 1.0), (jib, 0.92)] as [(Path, Float)] {
      canvas.fill(sail) { x, y in
        let t = unit((foot.y - y) / height)
        let across = unit(0.5 + (x - foot.x) / height * 1.4 * stage.sunSide)
        let lit = air.surface(cloth * tint, sun: 0.25 + 0.5 * across * (0.4 + air.frontal), up: 0.6)
        let seam = 1 - 0.06 * smoothStep(0.12, 0.0, abs((t * 7).truncatingRemainder(dividingBy: 1) - 0.5))
        return (lit * seam + through * (0.5 + 0.5 * across)).pixel()
      }
    }
    canvas.stroke(
      at(0.02, 0.04), at(0.02, 1.0), width: height * 0.014, to: height * 0.007,
      air.surface(Light(0x6B4C36), sun: 0.3).mixed(air.silhouette, 0.4))
    canvas.stroke(
      at(0.02, 0.145), at(-0.36, 0.150), width: height * 0.011,
      air.surface(Light(0x6B4C36), sun: 0.3).mixed(air.silhouette, 0.4))
    var hull = Path()
    hull.add(
      curve(at(-0.37, 0.095), at(0.405, 0.120), bulge: -0.022 * height * side, includesEnds: true)
        + curve(at(0.405, 0.120), at(0.25, -0.012), bulge: 0.03 * height * side, includesEnds: true)
        + curve(at(0.25, -0.012), at(-0.31, -0.012), bulge: 0, includesEnds: true))
    canvas.fill(hull) { x, y in
      let t = unit((foot.y - y) / height / 0.11)
      let paint = t > 0.72 ? Light(0xF2ECE2) : Light(0x2E4A66)
      let lit = air.surface(paint, sun: 0.2 + 0.4 * air.frontal, up: t)
      return lit.mixed(air.silhouette, 0.5 * (1 - air.frontal)).pixel()
    }
  }

  /// Places along a bowed line.
  private func curve(_ a: Point, _ b: Point, bulge: Float, includesEnds: Bool = false) -> [Point] {
    let d = b - a
    let length = max((d * d).sum().squareRoot(), 1e-4)
    let normal = Point(d.y, -d.x) / length
    let range = includesEnds ? 0...12 : 1...11
    return range.map { i in
      let t = Float(i) / 12
      return a + d * t + normal * (bulge * 4 * t * (1 - t))
    }
  }
}
