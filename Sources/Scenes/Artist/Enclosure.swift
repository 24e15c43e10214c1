/// Composes scenes without a horizon: space, under water, behind a wet window, the abstract.
struct Enclosure {
  let stage: Stage

  func draw(on easel: inout Easel) {
    easel.upright(at: 0) { $0 = Sky(stage: stage).draw() }
  }
}
