/// Composes scenes without a horizon: space, under water, behind a wet window, the abstract.
struct Enclosure {
  let stage: Stage

  func draw(on easel: inout Easel) {
    easel.focus = Point(stage.focusX, stage.height * 0.45)
    if stage.graph.has(.rainyWindow) {
      RainyWindow(stage: stage).draw(on: &easel)
    } else if stage.graph.has(.underwater) {
      Underwater(stage: stage).draw(on: &easel)
    } else if stage.graph.has(.space) {
      Space(stage: stage).draw(on: &easel)
    } else if stage.graph.has(.ink) {
      Ink(stage: stage).draw(on: &easel)
    } else if stage.graph.has(.smoke) {
      Smoke(stage: stage).draw(on: &easel)
    } else {
      let colours = AbstractPalette(stage)
      easel.upright(at: 0) { FlowingGradient(
          stage: stage, colours: colours, level: stage.graph.has(.bokeh) ? 0.22 : 1
        ).draw(on: &$0) }
      if stage.graph.has(.bokeh) {
        Bokeh(stage: stage, colours: colours).draw(on: &easel)
      } else {
        easel.upright(at: 0.35) { Ribbons(stage: stage, colours: colours).draw(on: &$0) }
      }
      easel.focus = Point(stage.width / 2, stage.height / 2)
    }
  }
}
