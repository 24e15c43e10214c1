extension SceneGraph {
  /// Kinds that are a picture of their own only where nothing else is to be seen.
  private static let abstract: Set<Kind> = [.gradient, .bokeh, .ink, .smoke, .sky]

  /// Whether the picture has no horizon: space, under water, a wet window, the abstract.
  var isEnclosed: Bool {
    if has(any: .space, .underwater, .rainyWindow) { return true }
    return has(any: .gradient, .bokeh, .ink, .smoke)
      && elements.allSatisfy { Self.abstract.contains($0.kind) }
  }

  /// The scene with what it takes for granted: a ground to stand on, something behind it.
  /// Completing twice changes nothing more.
  public var completed: SceneGraph {
    var scene = self
    if scene.elements.isEmpty { scene.elements = [Element(.sky)] }
    if let i = scene.elements.firstIndex(where: { $0.kind == .space }),
      scene.hasGround || scene.has(.mountains)
    {
      scene.elements[i].kind = .galaxy
      scene.hour = .night
    }
    if scene.isEnclosed { return scene }
    if scene.has(.ink), scene.style == .natural {
      scene.style = .watercolour
      if scene.palette.isEmpty { scene.palette = [.grey] }
    }
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
