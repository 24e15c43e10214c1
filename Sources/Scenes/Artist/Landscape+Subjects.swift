internal import Foundation
internal import Motion

extension Landscape {
  /// What the eye should go to.
  func drawSubjects(on easel: inout Easel) {
    if let lighthouse = graph.element(.lighthouse) { draw(lighthouse: lighthouse, on: &easel) }
    // The fronts of a street are houses enough.
    if let house = graph.element(.house), !graph.has(.street) { draw(house: house, on: &easel) }
    if let boat = graph.element(.boat) { draw(boat: boat, on: &easel) }
    if let balloon = graph.element(.balloon) { draw(balloon: balloon, on: &easel) }
    if let birds = graph.element(.birds) { draw(birds: birds, on: &easel) }
    if graph.has(.campfire) { drawCampfire(on: &easel) }
    if graph.has(.lamps), !graph.has(.street) { drawLamps(on: &easel) }
    drawStanding(on: &easel)
  }

  func size(_ element: SceneGraph.Element) -> Float {
    switch element.scale {
    case .small: 0.66
    case .normal: 1
    case .large: 1.5
    }
  }

  private func draw(lighthouse: SceneGraph.Element, on easel: inout Easel) {
    let height = unit * (stage.isTall ? 0.50 : 0.40) * size(lighthouse)
    let water = horizon + unit * 0.085
    let summit = Point(stage.focusX, horizon - unit * 0.035)
    let tower = Lighthouse(stage: stage, foot: summit + Point(0, unit * 0.008), height: height)
    easel.upright(at: 0.16) { tower.drawBeam(on: &$0) }
    let near = easel.disparity(atFoot: water, from: horizon, far: 0.12)
    easel.upright(at: near) { canvas in
      tower.draw(on: &canvas)
      Headland(stage: stage, summit: summit, waterline: water, reach: unit * 0.42)
        .draw(on: &canvas)
      if air.lamps > 0.3 {
        canvas.glow(tower.lamp, radius: height * 0.2, Light(0xFFE7B0) * 0.8, power: 2.2)
      }
    }
    easel.focus = tower.lamp + Point(0, height * 0.25)
  }

  private func draw(boat: SceneGraph.Element, on easel: inout Easel) {
    let count = min(max(boat.count ?? 1, 1), 7)
    var chance = stage.chance("boats")
    let isAside = boat.place == nil && graph.has(any: .lighthouse, .house, .tree, .person, .couple)
    let across = isAside ? stage.width - stage.focusX * 0.94 : stage.focusX
    let main = Point(across, horizon + unit * 0.085)
    let near = easel.disparity(atFoot: main.y, from: horizon, far: 0.12)
    easel.upright(at: near) { canvas in
      for i in (0..<count).reversed() {
        let t = Float(i)
        let step: Float = stage.focusX > stage.width / 2 ? -1 : 1
        let foot =
          main
          + Point(
            step * unit * (0.24 * t + (i > 0 ? chance.within(-0.05, 0.05) : 0)),
            -unit * min(0.026 * t, 0.07))
        let height = unit * (isAside ? 0.20 : 0.27) * size(boat) * pow(0.62, t)
        let top = max(Int(foot.y), 0)
        Boat(stage: stage).draw(at: foot, height: height, on: &canvas)
        reflect(on: &canvas, below: Float(top), height: height, around: foot.x)
      }
    }
    if !isAside { easel.focus = main - Point(0, unit * 0.12) }
  }

  /// Mirrors what stands above a row of the water below it, broken by ripples.
  func reflect(on canvas: inout Canvas, below row: Float, height: Float, around x: Float) {
    let noise = stage.noise("reflection")
    let source = canvas
    let rows = canvas.rows(row, row + height)
    let isRough: Float = graph.has(.sea) ? 1 : 0.35
    canvas.shade(rows: rows) { px, py, old in
      guard abs(px - x) < height * 0.7 else { return old }
      let below = py - row
      let wave = noise.fractal(px / unit * 12, below / unit * 60, octaves: 3)
      let sway = wave * (below * 0.10 + unit * 0.005) * (0.4 + isRough)
      let seen = source.sample(px + sway, row - below * 1.02 - 1)
      let gaps =
        1 - isRough * smoothStep(-0.1, 0.35, noise.value(px / unit * 14, below / unit * 75))
      let side = smoothStep(0.7, 0.45, abs(px - x) / height)
      let fade = 0.62 * (1 - below / height) * (0.45 + 0.55 * gaps) * side
      return (seen * SIMD4(0.72, 0.74, 0.78, 1) * fade).under(old)
    }
  }

  private func draw(balloon: SceneGraph.Element, on easel: inout Easel) {
    let count = min(max(balloon.count ?? 3, 1), 12)
    var chance = stage.chance("balloons")
    let main = Point(stage.focusX, horizon * (stage.isTall ? 0.40 : 0.38))
    let spread: [(Float, Float, Float)] = [
      (-0.52, 0.10, 0.42), (0.30, -0.16, 0.26), (-0.24, -0.20, 0.20), (-0.80, -0.06, 0.24),
      (0.42, 0.16, 0.17), (-0.36, 0.26, 0.13), (-1.0, 0.16, 0.15), (0.16, 0.30, 0.11),
      (-0.66, -0.24, 0.12), (-0.10, 0.22, 0.09), (0.48, -0.05, 0.10),
    ]
    let side: Float = stage.focusX > stage.width / 2 ? 1 : -1
    let squeeze: Float = stage.isTall ? 0.62 : 1
    easel.upright(at: 0.22) { canvas in
      for i in (1..<max(count, 1)).reversed() {
        let slot = spread[(i - 1) % spread.count]
        let centre =
          main + Point(
            slot.0 * side * squeeze + chance.within(-0.03, 0.03),
            slot.1 * (stage.isTall ? 1.3 : 0.9)) * unit
        Balloon(stage: stage).draw(
          at: centre, width: unit * 0.25 * slot.2 * 1.5, colours: colours(i, &chance), on: &canvas)
      }
    }
    easel.upright(at: 0.45) { canvas in
      Balloon(stage: stage).draw(
        at: main, width: unit * 0.27 * size(balloon), colours: colours(0, &chance), on: &canvas)
    }
    easel.focus = main
  }

  private func colours(_ index: Int, _ chance: inout ChanceStream) -> [Light] {
    let wanted = graph.palette.map(\.light)
    if let first = wanted.first {
      let cream = Light(0xFFF1D6)
      return [first, cream, first, wanted.count > 1 ? wanted[1] : first * 0.6, cream]
    }
    return Balloon.sets[(index + chance.pick(0..<4)) % Balloon.sets.count]
  }

  private func draw(birds: SceneGraph.Element, on easel: inout Easel) {
    let count = birds.count ?? 9
    var across = stage.focusX > stage.width / 2 ? stage.width * 0.36 : stage.width * 0.64
    switch birds.place {
    case .left: across = stage.width * 0.28
    case .right: across = stage.width * 0.72
    case .centre: across = stage.width * 0.5
    case nil: break
    }
    let centre = Point(across, horizon * 0.42)
    easel.upright(at: 0.20) { canvas in
      Bird.flock(count, around: centre, stage: stage, on: &canvas)
    }
  }

  private func drawLamps(on easel: inout Easel) {
    let count = min(max(graph.element(.lamps)?.count ?? 4, 1), 8)
    let side: Float = stage.focusX > stage.width / 2 ? 0.12 : 0.88
    easel.upright(at: 0.8) { canvas in
      for i in (0..<count).reversed() {
        let t = Float(i) / 5
        let foot = Point(
          mix(side * stage.width, stage.width * 0.5, t),
          mix(stage.height + unit * 0.02, horizon + unit * 0.03, smoothStep(0, 1, t)))
        StreetLamp(stage: stage).draw(
          at: foot, height: unit * mix(0.72, 0.06, smoothStep(0, 1, t)), armTo: side < 0.5 ? 1 : -1,
          distance: t * 0.5, on: &canvas)
      }
    }
  }

  private func drawCampfire(on easel: inout Easel) {
    let foot = Point(
      graph.element(.campfire)?.place == nil ? stage.width * 0.5 : stage.focusX,
      horizon + (stage.height - horizon) * 0.52)
    let fire = Campfire(stage: stage, foot: foot, height: unit * 0.20)
    easel.relight { fire.drawLight(on: &$0) }
    let near = easel.disparity(atFoot: foot.y, from: horizon, far: 0.14)
    easel.upright(at: near) { fire.draw(on: &$0) }
    easel.mark(.fire, around: foot - Point(0, unit * 0.10), radius: Point(0.13, 0.17) * unit)
    easel.focus = foot - Point(0, unit * 0.08)
    if graph.has(.forest) {
      easel.upright(at: 1) { Forest(stage: stage).frame(on: &$0) }
    }
  }
}
