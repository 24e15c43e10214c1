internal import Motion

/// What drifts through the air of a scene.
struct Weathering {
  let airs: [SceneDrawing.Air]

  init(_ scene: SceneGraph) {
    var airs: [SceneDrawing.Air] = []
    func add(_ kind: SceneDrawing.Air.Kind, _ amount: Double) {
      if !airs.contains(where: { $0.kind == kind }) {
        airs.append(SceneDrawing.Air(kind, amount: amount))
      }
    }
    switch scene.weather {
    case .rain: add(.rain, 0.6)
    case .storm: add(.rain, 0.9)
    case .snow: add(.snow, 0.6)
    case .fog: add(.fog, 0.8)
    case .clear, .cloudy, .overcast: break
    }
    if scene.has(.campfire) { add(.embers, 0.5) }
    if scene.has(.fireworks) { add(.fireworks, 0.6) }
    if scene.has(.bokeh) { add(.bokeh, 0.5) }
    if scene.has(.underwater) {
      add(.godRays, 0.6)
      add(.dust, 0.3)
    }
    let isDay = ![.night, .dusk].contains(scene.hour)
    let isFair = [.clear, .cloudy, .fog].contains(scene.weather)
    if scene.has(.forest), isDay, isFair { add(.godRays, 0.5) }
    if scene.has(.forest) || scene.has(.desert), isFair, !scene.has(.campfire) { add(.dust, 0.25) }
    let blossoms = scene.season == .spring && scene.has(.tree)
    if scene.has(.flowers) && isFair || blossoms { add(.petals, 0.25) }
    self.airs = airs
  }
}
