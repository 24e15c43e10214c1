import Motion
import Pixels
import Scenes
import Testing

/// Drawings at small sizes.
@Suite struct DrawingTests {
  static let wide = PixelSize(width: 160, height: 90)

  @Test("Every kind draws something of its own", arguments: SceneGraph.Kind.allCases)
  func drawsKind(_ kind: SceneGraph.Kind) {
    let bare = kind == .sky ? SceneGraph.Kind.sea : .sky
    let hour: SceneGraph.Hour =
      kind == .sun ? .noon : [.moon, .stars].contains(kind) ? .dusk : .morning
    let with = SceneGraph(elements: [.init(kind)], hour: hour)
    let without = SceneGraph(elements: [.init(bare)], hour: hour)
    let drawing = SceneArtist(with, seed: 3).draw(size: Self.wide)
    let other = SceneArtist(without, seed: 3).draw(size: Self.wide)
    #expect(drawing.picture.flatLuma().difference(to: other.picture.flatLuma()) > 0.01)
    check(drawing)
  }

  @Test(
    "A thing changes the picture where it should",
    arguments: [
      (SceneGraph.Kind.boat, SceneGraph.Kind.sea), (.birds, .sea), (.balloon, .hills),
      (.lighthouse, .sea), (.house, .meadow), (.deer, .meadow), (.person, .beach),
      (.couple, .lake), (.tree, .meadow), (.campfire, .snowfield), (.moon, .sea),
      (.fireworks, .city), (.bridge, .river), (.road, .desert), (.road, .forest),
      (.flowers, .meadow), (.lanterns, .lake), (.rainbow, .hills),
    ])
  func changes(_ kind: SceneGraph.Kind, _ ground: SceneGraph.Kind) {
    func luma(_ elements: [SceneGraph.Element]) -> [UInt8] {
      SceneArtist(SceneGraph(elements: elements, hour: .afternoon), seed: 5).draw(size: Self.wide)
        .picture.flatLuma()
    }
    let left = luma([.init(ground), .init(kind, place: .left)])
    let right = luma([.init(ground), .init(kind, place: .right)])
    let none = luma([.init(ground)])
    #expect(left.difference(to: none) > 0.01)
    let subjects: [SceneGraph.Kind] = [.boat, .lighthouse, .house, .deer, .person, .couple, .tree]
    if subjects.contains(kind) { #expect(left.difference(to: right) > 0.1) }
  }

  @Test("Every hour in every weather is drawn", arguments: SceneGraph.Hour.allCases)
  func drawsHours(_ hour: SceneGraph.Hour) {
    var seen: [[UInt8]] = []
    for weather in SceneGraph.Weather.allCases {
      let scene = SceneGraph(elements: [.init(.sea)], hour: hour, weather: weather)
      let drawing = SceneArtist(scene, seed: 1).draw(size: PixelSize(width: 64, height: 36))
      check(drawing)
      let luma = drawing.picture.flatLuma()
      #expect(seen.allSatisfy { $0.difference(to: luma) > 0.2 }, "\(weather)")
      seen.append(luma)
    }
  }

  @Test("Every style differs from every other, also in odd sizes")
  func stylesDiffer() {
    let sizes = [Self.wide, PixelSize(width: 91, height: 161)]
    for size in sizes {
      var seen: [[UInt8]] = []
      for style in SceneGraph.Style.allCases {
        let scene = SceneGraph(elements: [.init(.mountains), .init(.lake)], style: style)
        let drawing = SceneArtist(scene, seed: 9).draw(size: size)
        check(drawing)
        let luma = drawing.picture.flatLuma()
        #expect(seen.allSatisfy { $0.difference(to: luma) > 1 }, "\(style)")
        seen.append(luma)
      }
    }
  }

  @Test("The same seed gives the same bytes in any thread; another gives another picture")
  func isDeterministic() async {
    let scene = ScenePrompt("a lighthouse by the sea with birds at dusk").scene
    let drawings = await withTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<4 {
        group.addTask { SceneArtist(scene, seed: 42).draw(size: Self.wide).picture.bytes() }
      }
      return await group.reduce(into: [[UInt8]]()) { $0.append($1) }
    }
    #expect(drawings.allSatisfy { $0 == drawings[0] })
    #expect(SceneArtist(scene, seed: 43).draw(size: Self.wide).picture.bytes() != drawings[0])
  }

  @Test("Upright pictures are composed anew, not scaled")
  func composesForSize() {
    let scene = ScenePrompt("a lighthouse by the sea").scene
    let wide = SceneArtist(scene, seed: 2).draw(size: PixelSize(width: 160, height: 90))
    let tall = SceneArtist(scene, seed: 2).draw(size: PixelSize(width: 90, height: 160))
    #expect(tall.picture.size == PixelSize(width: 90, height: 160))
    #expect(abs(tall.horizon - wide.horizon) > 0.01)
    check(tall)
  }

  @Test(
    "The smallest and the oddest sizes are drawn",
    arguments: [(16, 16), (17, 301), (200, 24), (33, 35)])
  func drawsOddSizes(_ width: Int, _ height: Int) {
    for words in ["a lighthouse", "fireworks", "street in the rain", "underwater", "forest", "ink"]
    {
      let scene = ScenePrompt(words).scene
      check(SceneArtist(scene, seed: 7).draw(size: PixelSize(width: width, height: height)))
    }
  }

  @Test("A village has more houses than one, and its street none in its middle")
  func drawsVillages() {
    func luma(_ elements: [SceneGraph.Element], _ weather: SceneGraph.Weather = .clear) -> [UInt8] {
      SceneArtist(SceneGraph(elements: elements, hour: .noon, weather: weather), seed: 5)
        .draw(size: Self.wide).picture.flatLuma()
    }
    let one = luma([.init(.meadow), .init(.house)])
    #expect(luma([.init(.meadow), .init(.house, count: 6)]).difference(to: one) > 0.5)
    func road(_ picture: [UInt8], _ rows: Range<Int> = 56..<90) -> [UInt8] {
      rows.flatMap { y in picture[(y * 160 + 74)..<(y * 160 + 86)] }
    }
    let street = luma([.init(.street)])
    let village = luma([.init(.street), .init(.house, count: 6, place: .centre)])
    // A house in the middle would cover the road's far end.
    #expect(road(village, 52..<58).difference(to: road(street, 52..<58)) < 8)
    #expect(village.difference(to: street) > 1)
    let snowy = road(luma([.init(.street)], .snow))
    #expect(snowy.reduce(0) { $0 + Int($1) } > road(street).reduce(0) { $0 + Int($1) } * 5 / 4)
  }

  @Test("What moves of itself is marked, what drifts is named")
  func marksMovingAreas() {
    let size = Self.wide
    func regions(_ words: String) -> [MovingRegion.Kind] {
      SceneArtist(ScenePrompt(words).scene, seed: 1).draw(size: size).regions.map(\.kind)
    }
    #expect(regions("the sea at noon").contains(.water))
    #expect(regions("a campfire").contains(.fire))
    #expect(regions("smoke").contains(.smoke))
    #expect(regions("a meadow").contains(.foliage))
    #expect(regions("cloudy sky over the sea").contains(.sky))
    func airs(_ words: String) -> [SceneDrawing.Air.Kind] {
      SceneArtist(ScenePrompt(words).scene, seed: 1).draw(size: size).airs.map(\.kind)
    }
    #expect(airs("snow in the mountains") == [.snow])
    #expect(airs("street in the rain") == [.rain])
    #expect(airs("campfire").contains(.embers))
    #expect(airs("fireworks") == [.fireworks])
    #expect(airs("a meadow with flowers").contains(.petals))
    #expect(airs("the sea") == [])
  }

  @Test("Fireworks that will be set off don't stand in the sky as well")
  func leavesOutWhatIsLive() {
    let scene = ScenePrompt("fireworks over a city").scene
    let still = SceneArtist(scene, seed: 1).draw(size: Self.wide)
    let live = SceneArtist(scene, seed: 1, live: [.fireworks]).draw(size: Self.wide)
    #expect(live.picture.layers.count == still.picture.layers.count - 1)
    #expect(live.airs == still.airs)
    check(live)
  }

  private func check(_ drawing: SceneDrawing) {
    let layers = drawing.picture.layers
    #expect(layers[0].picture.alpha == nil)
    #expect(layers.dropFirst().allSatisfy { $0.picture.alpha != nil })
    #expect((1...9).contains(layers.count))
    for layer in layers {
      #expect(layer.disparity.values.allSatisfy { (0...1).contains($0) })
    }
    let nearest = layers.map { layer in layer.disparity.values.max() ?? 0 }
    #expect(zip(nearest.dropFirst(), nearest).allSatisfy { $0 > 0 || $1 == 0 })
    #expect((0...1).contains(drawing.horizon))
    #expect((0...1).contains(drawing.focus.x) && (0...1).contains(drawing.focus.y))
    for region in drawing.regions {
      #expect(region.mask.values.allSatisfy { (0...1.0001).contains($0) })
    }
    for air in drawing.airs { #expect(air.amount > 0 && air.amount <= 1) }
    expectOrder(layers)
  }

  /// Where a sheet hides another it is no farther than that.
  private func expectOrder(_ layers: [LayeredPicture.Layer]) {
    let size = layers[0].picture.size
    var wrong = 0
    for y in stride(from: 1, to: size.height, by: 5) {
      for x in stride(from: 1, to: size.width, by: 5) {
        var front: Float = 0
        for layer in layers where (layer.picture.alpha?[x, y] ?? 255) > 200 {
          let here = layer.disparity.value(
            atX: (Double(x) + 0.5) / Double(size.width), y: (Double(y) + 0.5) / Double(size.height))
          if here < front - 0.06 { wrong += 1 }
          front = max(front, here)
        }
      }
    }
    #expect(wrong <= max(2, size.area / 25 / 200), "\(wrong) places lie behind what they hide")
  }
}

extension LayeredPicture {
  /// Luma of the flat picture.
  func flatLuma() -> [UInt8] {
    var flat = [Float](repeating: 0, count: size.area)
    for layer in layers {
      for y in 0..<size.height {
        for x in 0..<size.width {
          let alpha = Float(layer.picture.alpha?[x, y] ?? 255) / 255
          let i = y * size.width + x
          flat[i] += (Float(layer.picture.luma[x, y]) - flat[i]) * alpha
        }
      }
    }
    return flat.map { UInt8(max(0, min(255, $0))) }
  }

  /// Every sample of every sheet.
  func bytes() -> [UInt8] {
    layers.flatMap { layer in
      let planes = [layer.picture.luma, layer.picture.cb, layer.picture.cr, layer.picture.alpha]
      return planes.compactMap { $0 }.flatMap { plane in
        (0..<plane.height).flatMap { y in (0..<plane.width).map { plane[$0, y] } }
      }
    }
  }
}

extension [UInt8] {
  /// The mean difference of two planes.
  func difference(to other: [UInt8]) -> Double {
    let sum = zip(self, other).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
    return Double(sum) / Double(Swift.max(count, 1))
  }
}
