internal import Motion
internal import Pixels

/// Composes open-air scenes: sky, what stands far off, ground, subjects, a near frame.
struct Landscape {
  let stage: Stage
  /// Whether fireworks stand in the sky, and won't be set off while the picture is shown.
  let hasBursts: Bool
  var graph: SceneGraph { stage.graph }
  var air: Atmosphere { stage.atmosphere }
  var unit: Float { stage.unit }
  var horizon: Float { stage.horizon }

  func draw(on easel: inout Easel) {
    easel.upright(at: 0) { $0 = Sky(stage: stage).draw() }
    if air.cloudCover > 0.1 || graph.has(.aurora) {
      let mask = Field(size: easel.coarseSize) { _, y in
        let row = (Float(y) + 0.5) * Float(Easel.coarse)
        return smoothStep(horizon, horizon - unit * 0.08, row)
      }
      easel.mark(.sky, mask)
    }
    if graph.has(.fireworks), hasBursts {
      easel.upright(at: 0.02) { Fireworks(stage: stage).draw(on: &$0) }
    }
    if graph.has(.street) {
      Street(stage: stage).draw(on: &easel)
    } else {
      drawFar(on: &easel)
      if graph.has(.lanterns) {
        easel.upright(at: 0.13) { Lanterns(stage: stage).draw(depth: 0, on: &$0) }
      }
      drawGround(on: &easel)
    }
    drawSubjects(on: &easel)
    if graph.has(.lanterns) {
      easel.upright(at: 0.62) { Lanterns(stage: stage).draw(depth: 1, on: &$0) }
      easel.upright(at: 1) { Lanterns(stage: stage).draw(depth: 2, on: &$0) }
      easel.focus = Point(stage.width * 0.5, horizon * 0.5)
    }
    if graph.has(.fireworks) { easel.focus = Point(stage.width * 0.5, horizon * 0.42) }
  }

  /// Whether the near ground is water.
  var isOnWater: Bool { graph.has(any: .sea, .lake, .river) && !graph.has(.beach) }
}
