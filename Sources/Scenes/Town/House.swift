internal import Foundation

/// A small house with a gabled roof, a chimney and lit windows.
struct House {
  let stage: Stage
  var wall = Light(0xE9DCC4)
  var tiles = Light(0x9A4A38)

  /// Draws the house with the middle of its front's foot at `foot`; the ridge is `height` above.
  /// Returns the top of its chimney.
  @discardableResult
  func draw(at foot: Point, height: Float, on canvas: inout Canvas) -> Point {
    let air = stage.atmosphere
    let away: Float = foot.x > stage.width / 2 ? -1 : 1
    let w = height * 0.78
    func at(_ x: Float, _ y: Float) -> Point { foot + Point(x * away * height, -y * height) }
    let gable = [
      at(-0.36, 0), at(0.36, 0), at(0.36, 0.52), at(0, 1), at(-0.36, 0.52),
    ]
    let side = [at(0.36, 0), at(1.18, 0.05), at(1.18, 0.50), at(0.36, 0.52)]
    let roof = [at(-0.02, 1.035), at(0.93, 0.955), at(1.27, 0.455), at(0.42, 0.445)]
    let frontSun = 0.25 + 0.5 * air.frontal
    let noise = stage.noise("house")
    canvas.fill(Path(side)) { x, y in
      let plank = 0.90 + 0.10 * noise.value(x * 0.02, y / height * 26)
      let lit = air.surface(wall * plank, sun: away == stage.sunSide ? 0.75 : 0.12, up: 0.4)
      return lit.mixed(air.silhouette, 0.35 * (1 - air.frontal)).pixel()
    }
    canvas.fill(Path(gable)) { x, y in
      let plank = 0.92 + 0.08 * noise.value(x * 0.02, y / height * 26 + 40)
      let lit = air.surface(wall * plank, sun: frontSun * 0.8, up: 0.45)
      return lit.mixed(air.silhouette, 0.35 * (1 - air.frontal)).pixel()
    }
    let stack = Path([at(0.62, 0.85), at(0.62, 1.16), at(0.75, 1.15), at(0.75, 0.84)])
    canvas.fill(stack, air.surface(Light(0x8A5444), sun: 0.3, up: 0.4))
    let tile = stage.isSnowy ? Light(0xEDF2F8) : tiles
    canvas.fill(Path(roof)) { x, y in
      let row = noise.value(x * 0.05, y / height * 30)
      return air.surface(tile * (0.92 + row * 0.12), sun: 0.55, up: 0.9).pixel()
    }
    var edge = Path()
    edge.add([
      at(-0.46, 0.44), at(-0.02, 1.035), at(0.42, 0.445), at(0.36, 0.44), at(0, 0.95),
      at(-0.40, 0.42),
    ])
    canvas.fill(edge, air.surface(stage.isSnowy ? tile : tiles * 0.74, sun: 0.5, up: 0.9))
    openings(at: at, height: height, width: w, on: &canvas)
    return at(0.685, 1.16)
  }

  private func openings(
    at place: (Float, Float) -> Point, height: Float, width: Float, on canvas: inout Canvas
  ) {
    let air = stage.atmosphere
    let isLit = air.lamps > 0.3
    let warm = Light(0xFFC468)
    func pane(_ x0: Float, _ y0: Float, _ x1: Float, _ y1: Float, skew: Float = 0) {
      var path = Path()
      path.add([place(x0, y0), place(x1, y0 + skew), place(x1, y1 + skew), place(x0, y1)])
      canvas.fill(path, isLit ? warm * 1.15 : air.sky[0.4] * 0.35)
      let frame = air.surface(Light(0x5A4034), sun: 0.3)
      let (mx, my) = ((x0 + x1) / 2, (y0 + y1) / 2)
      let bar = max(height * 0.012, 0.8)
      canvas.stroke(place(mx, y0 + skew / 2), place(mx, y1 + skew / 2), width: bar, frame)
      canvas.stroke(place(x0, my), place(x1, my + skew), width: bar, frame)
      if isLit {
        canvas.glow(place(mx, my), radius: height * 0.34, warm * (0.32 * air.lamps), power: 2.2)
      }
    }
    var door = Path()
    door.add([place(-0.07, 0), place(0.09, 0), place(0.09, 0.30), place(-0.07, 0.30)])
    canvas.fill(door, air.surface(Light(0x4E6470), sun: 0.3, up: 0.4))
    pane(-0.28, 0.18, -0.15, 0.36)
    pane(0.16, 0.18, 0.29, 0.36)
    pane(-0.08, 0.56, 0.08, 0.74)
    pane(0.52, 0.19, 0.68, 0.37, skew: 0.008)
    pane(0.86, 0.20, 1.02, 0.37, skew: 0.008)
  }
}
