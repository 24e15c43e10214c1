internal import Motion
internal import Pixels

/// What everything drawn in one picture has to know: its size, where the horizon and the sun
/// are, and the light.
struct Stage: Sendable {
  let size: PixelSize
  let graph: SceneGraph
  let atmosphere: Atmosphere
  let seed: UInt64
  /// The horizon, in pixels from the top.
  let horizon: Float
  /// The sun's or moon's place, in pixels.
  let sun: Point
  /// Where the subject stands across, in pixels.
  let focusX: Float
  /// The measure of things: the shorter side, in pixels.
  let unit: Float

  init(_ graph: SceneGraph, size: PixelSize, seed: UInt64) {
    self.size = size
    self.graph = graph
    self.seed = seed
    atmosphere = Atmosphere(graph)
    let (width, height) = (Float(size.width), Float(size.height))
    unit = min(width, height)
    horizon = (height * Stage.horizon(of: graph, isTall: height > width * 1.15)).rounded()
    var chance = ChanceStream(seed: seed, "composition")
    let isMirrored = chance.happens(0.5)
    let subject = graph.elements.first { Stage.subjects.contains($0.kind) }
    var across: Float = isMirrored ? 0.345 : 0.655
    switch subject?.place {
    case .left: across = 0.31
    case .centre: across = 0.5
    case .right: across = 0.69
    case nil: break
    }
    focusX = across * width
    let light = graph.element(.sun) ?? graph.element(.moon)
    var sunX: Float = across > 0.5 ? 0.34 : 0.66
    if subject == nil, !graph.has(any: .city, .space) { sunX = isMirrored ? 0.36 : 0.64 }
    switch light?.place {
    case .left: sunX = 0.28
    case .centre: sunX = 0.5
    case .right: sunX = 0.72
    case nil: break
    }
    sunX += chance.within(-0.02, 0.02)
    var height01 = atmosphere.sunHeight
    if graph.hour == .night { height01 = 0.62 }
    if graph.has(.sun), height01 > 0.7 { height01 = 0.7 }
    if graph.has(.moon), graph.hour != .night { height01 = 0.66 }
    sun = Point(sunX * width, horizon * (1 - height01))
  }

  /// Pixels across.
  var width: Float { Float(size.width) }
  /// Pixels down.
  var height: Float { Float(size.height) }
  /// Whether the picture stands upright.
  var isTall: Bool { size.height > size.width }
  /// Whether snow lies.
  var isSnowy: Bool {
    graph.weather == .snow || graph.season == .winter || graph.has(.snowfield)
  }
  /// Which way the light comes from: −1 from the left, 1 from the right.
  var sunSide: Float { sun.x < width / 2 ? -1 : 1 }

  /// Random numbers that belong to a part of this picture.
  func chance(_ label: String) -> ChanceStream { ChanceStream(seed: seed, label) }

  /// Noise that belongs to a part of this picture.
  func noise(_ label: String) -> Noise {
    var chance = chance(label)
    return chance.noise()
  }

  /// Kinds the eye should go to, where there are any.
  static let subjects: Set<SceneGraph.Kind> = [
    .lighthouse, .house, .boat, .balloon, .deer, .person, .couple, .tree, .campfire,
  ]

  private static func horizon(of graph: SceneGraph, isTall: Bool) -> Float {
    let shift: Float = isTall ? 0.03 : 0
    if graph.has(any: .street) { return 0.56 + shift }
    if graph.has(any: .stars, .galaxy, .aurora, .fireworks, .lanterns) { return 0.72 + shift * 0.5 }
    if graph.has(any: .sea, .beach) { return 0.60 + shift }
    if graph.has(.forest), !graph.has(.house) { return isTall ? 0.74 : 0.66 }
    if graph.has(.balloon) { return 0.70 + shift }
    if graph.has(any: .lake, .river) { return 0.61 + shift }
    if graph.has(any: .desert, .meadow) { return 0.60 + shift }
    return 0.63 + shift
  }
}
