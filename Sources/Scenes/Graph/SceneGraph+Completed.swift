extension SceneGraph {
  /// Kinds that fill the whole picture and have no horizon.
  static let enclosing: Set<Kind> = [
    .space, .underwater, .rainyWindow, .gradient, .bokeh, .ink, .smoke,
  ]

  /// The scene with what it takes for granted: a ground to stand on, something behind it.
  /// Completing twice changes nothing more.
  public var completed: SceneGraph {
    var scene = self
    if scene.elements.isEmpty { scene.elements = [Element(.sky)] }
    if scene.elements.contains(where: { Self.enclosing.contains($0.kind) }) { return scene }
    scene.addGround()
    scene.addBackdrop()
    return scene
  }

  /// Whether there is something to stand on.
  var hasGround: Bool {
    has(
      any: .sea, .lake, .river, .beach, .meadow, .desert, .snowfield, .street, .road, .forest,
      .hills, .city)
  }

  private mutating func add(_ kind: Kind) {
    if !has(kind) { elements.append(Element(kind)) }
  }

  private mutating func addGround() {
    if has(.lighthouse), !has(any: .lake, .river, .beach) { add(.sea) }
    if has(.beach) { add(.sea) }
    if has(.boat), !has(any: .lake, .river, .sea) { add(has(.mountains) ? .lake : .sea) }
    if has(.bridge), !has(any: .lake, .river, .sea) { add(.river) }
    if has(.lamps), !has(any: .street, .road, .beach, .lake, .river, .sea) { add(.street) }
    if has(.flowers), !hasGround || has(.hills) { add(.meadow) }
    if has(.house), weather == .snow || season == .winter, !hasGround { add(.snowfield) }
    if has(.campfire), !hasGround { add(.forest) }
    if has(.fireworks), !hasGround { add(.city) }
    if has(.aurora), !hasGround, !has(.mountains) { add(.snowfield) }
    if has(.lanterns), !hasGround { add(.lake) }
    let walkers = has(any: .deer, .person, .couple, .house, .tree)
    if walkers, !hasGround { add(weather == .snow ? .snowfield : .meadow) }
    if has(any: .balloon, .rainbow), !hasGround, !has(.mountains) { add(.hills) }
    let lights = has(any: .stars, .galaxy, .moon, .lightning)
    if lights, !hasGround, !has(.mountains) { add(.hills) }
    if weather == .snow, !hasGround { add(.snowfield) }
  }

  private mutating func addBackdrop() {
    let behind = has(any: .mountains, .hills, .city, .forest, .street, .desert)
    guard !behind else { return }
    if has(.snowfield) { add(has(.house) ? .forest : .mountains) }
    if has(.lake) { add(.mountains) }
    if has(any: .meadow, .river, .road) { add(.hills) }
  }
}
