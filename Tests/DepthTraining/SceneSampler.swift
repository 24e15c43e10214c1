package import Scenes

/// Scenes of every kind by number, none of them among those that depth is tested on.
package struct SceneSampler {
  /// What a picture of a number is for.
  package enum Use: String {
    case train, held
    /// A wet window or blurred lights: what is near there says nothing about other pictures.
    case none
  }

  private static let grounds: [[SceneGraph.Kind]] = [
    [.sea], [.beach], [.lake], [.river], [.meadow], [.hills], [.desert], [.snowfield], [.forest],
    [.forest], [.city], [.city], [.street], [.street], [.road], [.mountains], [.meadow, .flowers],
    [.lake, .mountains], [.river, .city], [.sea, .city], [.snowfield, .forest], [.meadow, .forest],
    [.road, .desert], [.lake, .bridge], [.river, .bridge], [.hills, .mountains],
    [.sea, .mountains],
    [.street, .lamps], [.beach, .lamps], [.meadow, .mountains], [.snowfield, .mountains],
    [.underwater], [.rainyWindow], [.bokeh], [.forest, .river], [.hills, .road],
  ]
  private static let standing: [SceneGraph.Kind] = [
    .lighthouse, .house, .boat, .balloon, .deer, .person, .couple, .tree, .campfire, .birds,
    .lanterns, .fireworks, .person, .tree, .deer,
  ]
  private static let heavenly: [SceneGraph.Kind] = [
    .sun, .moon, .stars, .galaxy, .aurora, .clouds, .rainbow, .lightning,
  ]
  private let tested: Set<String>

  /// A sampler that never gives the scenes of `prompts`, whatever the seed.
  package init(avoiding prompts: [String]) {
    tested = Set(prompts.map { Self.name(ScenePrompt($0).scene) })
  }

  /// The scene of a number, complete; the same for the same number.
  package func scene(_ number: Int) -> SceneGraph {
    var chance = Numbers(seed: UInt64(number))
    while true {
      let scene = Self.scene(&chance).completed
      if !tested.contains(Self.name(scene)) { return scene }
    }
  }

  /// What a number's scene is for: every tenth is held back from training.
  package func use(of number: Int) -> Use {
    let scene = scene(number)
    if scene.has(.rainyWindow) || scene.has(.bokeh) { return .none }
    return number % 10 == 9 ? .held : .train
  }

  /// A size for the picture of a number: mostly lying, as films do.
  package func size(of number: Int) -> (width: Int, height: Int) {
    var chance = Numbers(seed: UInt64(number) ^ 0x51ee)
    return [(320, 180), (320, 180), (320, 180), (320, 240), (320, 240), (256, 256), (180, 320)]
      .randomElement(using: &chance) ?? (320, 180)
  }

  /// What a scene shows, when and in what weather, without its manner and its colours.
  private static func name(_ scene: SceneGraph) -> String {
    let kinds = scene.elements.map(\.kind.rawValue).sorted().joined(separator: ",")
    return "\(scene.hour) \(scene.weather) \(kinds)"
  }

  private static func scene(_ chance: inout Numbers) -> SceneGraph {
    var kinds = grounds.randomElement(using: &chance) ?? []
    for _ in 0..<([0, 1, 1, 1, 2].randomElement(using: &chance) ?? 0) {
      kinds.append(standing.randomElement(using: &chance) ?? .tree)
    }
    if Int.random(in: 0..<3, using: &chance) == 0 {
      kinds.append(heavenly.randomElement(using: &chance) ?? .sun)
    }
    var elements: [SceneGraph.Element] = []
    for kind in kinds where !elements.contains(where: { $0.kind == kind }) {
      let place: SceneGraph.Place? =
        Bool.random(using: &chance) ? nil : .allCases.randomElement(using: &chance)
      let scale = SceneGraph.Scale.allCases.randomElement(using: &chance) ?? .normal
      elements.append(.init(kind, place: place, scale: scale))
    }
    let isNatural = Int.random(in: 0..<4, using: &chance) > 0
    let isClear = Int.random(in: 0..<3, using: &chance) == 0
    let isColoured = Int.random(in: 0..<8, using: &chance) == 0
    let hue = SceneGraph.Hue.allCases.randomElement(using: &chance)
    return SceneGraph(
      elements: elements,
      hour: SceneGraph.Hour.allCases.randomElement(using: &chance) ?? .noon,
      weather: isClear
        ? .clear : SceneGraph.Weather.allCases.randomElement(using: &chance) ?? .clear,
      season: SceneGraph.Season.allCases.randomElement(using: &chance) ?? .summer,
      style: isNatural
        ? .natural : SceneGraph.Style.allCases.randomElement(using: &chance) ?? .natural,
      palette: isColoured ? [hue].compactMap(\.self) : [])
  }
}

/// SplitMix64 (Steele, Lea & Flood 2014).
private struct Numbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
    state = next() ^ 0xd1b5_4a32_d192_ed03
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
