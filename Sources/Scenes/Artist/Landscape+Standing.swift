internal import Foundation
internal import Motion

extension Landscape {
  /// People, deer and trees, on a near knoll where the ground itself won't carry them.
  func drawStanding(on easel: inout Easel) {
    guard graph.has(any: .deer, .person, .couple, .tree) else { return }
    let foot = standingPlace
    let near = usesKnoll ? 0.92 : easel.disparity(atFoot: foot.y, from: horizon, far: 0.14)
    easel.upright(at: near) { canvas in
      if graph.has(.tree) { drawTree(at: foot, on: &canvas) }
      if let deer = graph.element(.deer) { draw(deer: deer, at: foot, on: &canvas) }
      if let couple = graph.element(.couple) {
        let path = Person.couple()
        draw(path, at: foot + aside(.couple), height: personHeight * size(couple), on: &canvas)
      }
      if let person = graph.element(.person) { draw(person: person, at: foot, on: &canvas) }
      if usesKnoll { Knoll(stage: stage, label: "knoll", crest: crest).draw(on: &canvas) }
    }
    easel.focus = foot - Point(0, personHeight * 0.6)
  }

  private var usesKnoll: Bool {
    !graph.has(any: .street, .beach, .snowfield, .desert, .forest, .road)
  }

  private var personHeight: Float {
    if graph.has(.street) { return unit * 0.34 }
    if graph.has(.forest) { return unit * 0.24 }
    return usesKnoll ? unit * (stage.isTall ? 0.30 : 0.27) : unit * 0.26
  }

  private var standingPlace: Point {
    let x = stage.focusX
    if graph.has(.street) { return Point(stage.width * 0.5, horizon + unit * 0.30) }
    if let place = placeOnRoad { return place }
    if graph.has(.forest) {
      return Point(mix(stage.width * 0.5, x, 0.35), horizon + unit * 0.19)
    }
    if usesKnoll { return Point(x, crest(x) + unit * 0.006) }
    if graph.has(.beach) {
      return Point(x, max(Beach(stage: stage).shore(x) + unit * 0.03, horizon))
    }
    return Point(x, horizon + (stage.height - horizon) * 0.42)
  }

  /// Where somebody walks on a road; nil where nobody does.
  private var placeOnRoad: Point? {
    guard graph.has(.road), graph.has(any: .person, .couple), !graph.has(any: .tree, .deer) else {
      return nil
    }
    if graph.has(.forest) { return Point(stage.width * 0.5, horizon + unit * 0.19) }
    let row = horizon + (stage.height - horizon) * 0.42
    let top = horizon + unit * (graph.has(.desert) ? 0.05 : 0.012)
    return Point(Road(stage: stage, label: "road").course(row, from: top).centre, row)
  }

  /// The crest of the knoll: it rises to the subject and falls away to the other side.
  func crest(_ x: Float) -> Float {
    let noise = stage.noise("knoll crest")
    let d = (x - stage.focusX) / unit
    let hump = exp(-d * d / 0.50)
    let base = stage.height - unit * (stage.isTall ? 0.13 : 0.045)
    return base - unit * 0.15 * hump + noise.fractal(x / unit * 2.2, 1, octaves: 3) * unit * 0.016
  }

  private func aside(_ kind: SceneGraph.Kind) -> Point {
    let inward: Float = stage.focusX > stage.width / 2 ? -1 : 1
    let isShared = graph.has(any: .tree) && kind != .tree || graph.has(.deer) && kind != .deer
    guard isShared else { return .zero }
    let x = stage.focusX + inward * unit * 0.17
    return Point(x - stage.focusX, usesKnoll ? crest(x) - crest(stage.focusX) : 0)
  }

  private func drawTree(at foot: Point, on canvas: inout Canvas) {
    let element = graph.element(.tree)
    var chance = stage.chance("tree")
    let height = unit * (stage.isTall ? 0.62 : 0.50) * (element.map(size) ?? 1)
    LeafTree(stage: stage).draw(
      at: foot + Point(0, unit * 0.01), height: height, distance: 0, chance: &chance, on: &canvas)
  }

  private func draw(deer: SceneGraph.Element, at foot: Point, on canvas: inout Canvas) {
    let count = min(max(deer.count ?? 1, 1), 6)
    let shoulder = unit * (usesKnoll ? 0.165 : 0.14) * size(deer)
    let facesLeft = stage.focusX > stage.width / 2
    let inward: Float = facesLeft ? -1 : 1
    for i in (0..<count).reversed() {
      let t = Float(i)
      let x = foot.x + aside(.deer).x + inward * unit * 0.24 * t * (i % 2 == 0 ? -0.6 : 1)
      let y = usesKnoll ? crest(x) + unit * 0.006 : foot.y - unit * 0.012 * t
      let model = Deer.model(hasAntlers: i % 3 == 0)
      let height = shoulder * (i % 3 == 0 ? 1 : 0.84)
      shadow(at: Point(x, y), width: height * 1.2, on: &canvas)
      canvas.fill(
        silhouette: model.standing(
          at: Point(x, y), height: height, facesLeft: i % 2 == 0 ? facesLeft : !facesLeft),
        stage: stage, tone: furTone)
    }
  }

  private var furTone: Light {
    let lit = air.surface(Light(0x7A5236), sun: 0.25, up: 0.35)
    let tone = air.silhouette.mixed(lit, 0.75 * air.frontal)
    return air.veiled(tone, usesKnoll ? 0 : 0.16)
  }

  private func draw(person: SceneGraph.Element, at foot: Point, on canvas: inout Canvas) {
    let count = min(max(person.count ?? 1, 1), 8)
    var chance = stage.chance("people")
    for i in (0..<count).reversed() {
      let t = Float(i)
      let side: Float = i % 2 == 0 ? 1 : -1
      let x = foot.x + aside(.person).x + side * unit * 0.075 * ((t + 1) / 2).rounded(.down)
      let y = usesKnoll ? crest(x) + unit * 0.006 : foot.y - unit * 0.004 * t
      let dresses: [Person.Dress] = [.coat, .skirt, .jacket]
      let model = Person.model(dresses[(i + chance.pick(0..<3)) % 3])
      let path = model.standing(at: .zero, height: 1).map { $0 }
      draw(
        path, at: Point(x, y), height: personHeight * size(person) * chance.within(0.92, 1),
        on: &canvas)
    }
  }

  /// Draws an outline of height 1 with its feet at a place.
  private func draw(_ path: Path, at foot: Point, height: Float, on canvas: inout Canvas) {
    shadow(at: foot, width: height * 0.4, on: &canvas)
    let cloth = air.surface(Light(0x3E485F), sun: 0.30, up: 0.45)
    canvas.fill(
      silhouette: path.map { $0 * height + foot }, stage: stage,
      tone: air.silhouette.mixed(cloth, 0.8 * air.frontal))
  }

  /// A soft shadow under what stands on open ground.
  private func shadow(at foot: Point, width: Float, on canvas: inout Canvas) {
    guard !usesKnoll else { return }
    var path = Path()
    let lean = -stage.sunSide * width * (air.sunHeight < 0.3 ? 1.6 : 0.5)
    path.addSmooth([
      foot + Point(-width * 0.22, 0), foot + Point(lean * 0.5, width * 0.14),
      foot + Point(lean, width * 0.34), foot + Point(lean * 0.6 + width * 0.2, width * 0.16),
      foot + Point(width * 0.22, 0),
    ])
    canvas.fill(path, air.silhouette, alpha: 0.26)
  }
}
