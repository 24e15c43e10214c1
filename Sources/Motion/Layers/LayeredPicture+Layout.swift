public import Pixels

extension LayeredPicture {
  /// How a flat picture was laid out in depth.
  public enum Layout: Hashable, Sendable {
    /// Nothing of it has depth.
    case flat
    /// One continuous relief: no outline was sure enough to cut along.
    case relief
    /// Sheets one behind the other, cut along these outlines.
    case cut(along: Set<Outline>)
  }

  /// What a picture can be cut along.
  public enum Outline: String, Hashable, Sendable, CaseIterable {
    /// The lower edge of the sky.
    case sky
    /// All around the subject.
    case subject
    /// Where a depth map that was given breaks off.
    case depthMap
  }

  /// Outlines less sure than this are not cut along: a wrong cut tears a person apart, a missing
  /// one costs a little depth.
  private static let sureSubject = 0.7
  private static let sureSky = 0.85
  /// Enough where the sky is asked to move: uncut it would drag what stands before it along.
  private static let likelySky = 0.35
  /// How much of the farthest sheet of a depth map is sky, and the sky of it, where it is the sky.
  private static let sameArea: Float = 0.85

  /// `picture`, 4:2:0, laid out in depth as `analysis` sees it, and how. What is named in `moving`
  /// moves by itself, as much as is said there, where the picture has it.
  public static func layers(
    of picture: Picture, _ analysis: PictureAnalysis,
    moving: [(kind: MovingRegion.Kind, amount: Double)] = []
  ) -> (picture: LayeredPicture, layout: Layout) {
    let (layers, layout) = layers(
      of: picture, analysis, skyMoves: moving.contains { $0.kind == .sky })
    return (layers.moving(analysis.regions(moving)), layout)
  }

  /// `picture`, 4:2:0, laid out in depth as `analysis` sees it, and how, standing still. Where
  /// `skyMoves` a sky is cut out that else would not be sure enough.
  ///
  /// A subject and a depth that someone gave are taken as they are: the subject is cut out first,
  /// the depth is the relief of it and of what lies behind, which is cut where the depth breaks
  /// off.
  public static func layers(
    of picture: Picture, _ analysis: PictureAnalysis, skyMoves: Bool
  ) -> (picture: LayeredPicture, layout: Layout) {
    var outlines: Set<Outline> = []
    var front: [Layer] = []
    var rest = picture
    var relief = analysis.disparity
    var hidden = Field(size: analysis.subject.size)
    let isSure = analysis.subjectConfidence >= sureSubject && !analysis.hasGivenDepth
    if analysis.hasGivenSubject || isSure, analysis.subject.isPart {
      let parts = cut(picture, along: analysis.subject, relief)
      front = [parts.near]
      rest = parts.far.picture
      relief = relief.behind(analysis.subject)
      hidden = analysis.subject
      outlines.insert(.subject)
    }
    var back: [Layer]
    if analysis.hasGivenDepth {
      back = cut(rest, by: relief)
      if back.count > 1 { outlines.insert(.depthMap) }
      back[0].isSky = analysis.isSky(below: relief.breaks().first, share: sameArea)
    } else if analysis.skyConfidence >= (skyMoves ? likelySky : sureSky),
      skyMoves || outlines.isEmpty || analysis.kind.isWide,
      let land = analysis.land(openly: skyMoves, behind: hidden)
    {
      let parts = cut(rest, along: land, relief)
      back = [parts.far, parts.near]
      back[0].isSky = true
      outlines.insert(.sky)
    } else {
      back = [Layer(rest, sharpDisparity: relief)]
    }
    let isFlat = analysis.depthConfidence == 0 && outlines.isEmpty
    let layers = (back + front).map { layer in
      var whole = layer
      if !analysis.hasGivenDepth { whole.disparity = layer.disparity.level(at: analysis.faces) }
      return whole
    }
    return (
      LayeredPicture(layers),
      outlines.isEmpty ? (isFlat ? .flat : .relief) : .cut(along: outlines)
    )
  }
}

extension PictureKind {
  /// Whether what is light above and behind a subject is the sky rather than a wall.
  fileprivate var isWide: Bool {
    switch self {
    case .landscape, .street, .scene: true
    case .portrait, .product, .document, .plain: false
    }
  }
}

extension PictureAnalysis {
  /// The parts of the picture that are named, where it has them, ready to move.
  public func regions(
    _ wishes: [(kind: MovingRegion.Kind, amount: Double)]
  ) -> [MovingRegion] {
    wishes.compactMap { wish in
      region(wish.kind).map { MovingRegion(wish.kind, mask: $0, amount: wish.amount) }
    }
  }

  /// All that isn't sky, as far as it can be seen beside a subject that is `hidden`; thin things
  /// count as land where the sky is to be taken `openly`.
  fileprivate func land(openly: Bool, behind hidden: Field) -> Field? {
    guard let sky = openly ? openSky : sky else { return nil }
    let land = sky.map { 1 - $0 }
    let reach = max(2, land.width / 80)
    let near = hidden.resized(to: land.size).blurred(radius: reach)
    guard near.values.contains(where: { $0 > 0.01 }) else { return land }
    // Behind the subject whatever of the two is seen nearer by goes on.
    func distance(to kind: (Float) -> Bool) -> Field {
      land.merging(near) { $1 < 0.01 && kind($0) ? 0 : 1e6 }.lowered(slope: 1)
    }
    let (above, below) = (distance { $0 < 0.5 }, distance { $0 >= 0.5 })
    return Field(
      size: land.size,
      values: land.values.indices.map { place in
        guard near.values[place] >= 0.01 else { return land.values[place] }
        return max(0, min(1, (above.values[place] - below.values[place]) / 4 + 0.5))
      })
  }

  /// Whether what is farther than `level` is the sky.
  fileprivate func isSky(below level: Float?, share: Float) -> Bool {
    guard let level, let sky else { return false }
    let far = disparity.map { $0 < level ? Float(1) : 0 }.resized(to: sky.size)
    return far.merging(sky, min).mean > share * far.merging(sky, max).mean
  }
}

extension Field {
  /// Whether a mask holds some of the picture, and not all of it.
  fileprivate var isPart: Bool { (0.0005...0.9995).contains(mean) }
}
