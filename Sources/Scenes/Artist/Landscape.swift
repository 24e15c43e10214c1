internal import Pixels

/// Composes open-air scenes: sky, what stands far off, ground, subjects, a near frame.
struct Landscape {
  let stage: Stage
  var graph: SceneGraph { stage.graph }
  var unit: Float { stage.unit }

  func draw(on easel: inout Easel) {
    easel.upright(at: 0) { $0 = Sky(stage: stage).draw() }
    if stage.atmosphere.cloudCover > 0.1 {
      let mask = Field(size: easel.coarseSize) { _, y in
        let row = (Float(y) + 0.5) * Float(Easel.coarse)
        return smoothStep(stage.horizon, stage.horizon - unit * 0.08, row)
      }
      easel.mark(.sky, mask)
    }
    drawFar(on: &easel)
    drawGround(on: &easel)
  }

  private func drawFar(on easel: inout Easel) {
    let horizon = stage.horizon
    if graph.has(.mountains) {
      let high: Float = stage.isTall ? 1.15 : 1
      easel.upright(at: 0.04) { canvas in
        LandStrip(
          stage: stage, label: "far range", ground: .rock, foot: horizon + unit * 0.03,
          rise: unit * 0.44 * high, span: unit * 0.62, distance: 0.92, valley: -0.15,
          snowLine: 0.5
        ).draw(on: &canvas)
      }
      easel.upright(at: 0.08) { canvas in
        LandStrip(
          stage: stage, label: "near range", ground: .rock, foot: horizon + unit * 0.03,
          rise: unit * 0.30 * high, span: unit * 0.5, distance: 0.62, valley: 0.7, snowLine: 0.7
        ).draw(on: &canvas)
      }
    }
    if graph.has(.hills) {
      for (i, part) in [(0.20, 0.85), (0.13, 0.6), (0.07, 0.38)].enumerated() {
        let rise = Float(part.0)
        let distance = Float(part.1)
        easel.upright(at: 0.05 + 0.04 * Float(i)) { canvas in
          LandStrip(
            stage: stage, label: "hills \(i)", ground: .grass,
            foot: horizon + unit * 0.02 * Float(i + 1), rise: unit * rise, span: unit * 0.5,
            distance: distance, valley: 0.2
          ).draw(on: &canvas)
        }
      }
    }
  }

  private func drawGround(on easel: inout Easel) {
    let horizon = stage.horizon
    if graph.has(.sea) {
      easel.ground(from: horizon, far: 0.12, moves: .water) {
        Sea(stage: stage).draw(on: &$0)
      }
    } else if graph.has(.lake) {
      let world = easel.flat.halved()
      easel.ground(from: horizon, far: 0.14, moves: .water) {
        Lake(stage: stage, world: world, shore: horizon).draw(on: &$0)
      }
    }
  }
}

