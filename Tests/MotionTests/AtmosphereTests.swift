import MediaTime
import Pixels
import Testing

@testable import Motion

private typealias Pictures = LookPictures

@Suite struct AtmosphereTests {
  private let size = PixelSize(width: 320, height: 180)

  private func drawn(
    _ kind: Atmosphere.Kind, amount: Double = 0.5, over picture: Picture? = nil,
    disparity: Field? = nil, frame: Int = 40, seed: UInt64 = 3,
    shift: (x: Double, y: Double) = (0, 0)
  ) -> Picture {
    let result = Pictures.copy(picture ?? backdrop)
    Atmosphere([.init(kind, amount: amount)], size: result.size, seed: seed)
      .draw(
        onto: result, disparity: disparity, at: MediaTime(Int64(frame), over: 25), shift: shift)
    return result
  }

  /// Dark below, bright above, as an evening.
  private var backdrop: Picture {
    let picture = Pictures.plain(40, cb: 136, cr: 122, size: size)
    for y in 0..<size.height {
      for x in 0..<size.width { picture.luma[x, y] = UInt8(max(40, 190 - 2 * y)) }
    }
    return picture
  }

  private func difference(_ a: Picture, _ b: Picture) -> Double {
    let steps = zip(Pictures.samples(a), Pictures.samples(b)).map {
      Double((Int($0) - Int($1)).magnitude)
    }
    return steps.reduce(0, +) / Double(steps.count)
  }

  @Test(arguments: Atmosphere.Kind.allCases)
  func nothingIsDrawnOfNothing(kind: Atmosphere.Kind) {
    #expect(Atmosphere([.init(kind, amount: 0)], size: size, seed: 1).isEmpty)
    #expect(Pictures.samples(drawn(kind, amount: 0)) == Pictures.samples(backdrop))
  }

  @Test(arguments: Atmosphere.Kind.allCases)
  func moreIsMore(kind: Atmosphere.Kind) {
    let amounts = [0.0, 0.25, 0.5, 1].map { amount in
      [10, 40, 90].map { difference(drawn(kind, amount: amount, frame: $0), backdrop) }
        .reduce(0, +)
    }
    #expect(zip(amounts, amounts.dropFirst()).allSatisfy { $1 > $0 * 1.15 + 0.002 }, "\(amounts)")
  }

  @Test(arguments: Atmosphere.Kind.allCases)
  func aFrameDependsOnSeedAndTimeAlone(kind: Atmosphere.Kind) async {
    let expected = Pictures.samples(drawn(kind))
    await withTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<4 { group.addTask { Pictures.samples(drawn(kind)) } }
      for await samples in group { #expect(samples == expected) }
    }
    #expect(Pictures.samples(drawn(kind, frame: 90)) != expected)
    #expect(Pictures.samples(drawn(kind, seed: 4)) != expected)
  }

  @Test(arguments: Atmosphere.Kind.allCases)
  func nearPlacesHideWhatIsBehind(kind: Atmosphere.Kind) {
    let field = Field(size: PixelSize(width: 32, height: 18)) { x, _ in x < 16 ? 1.2 : 0 }
    let free = drawn(kind, amount: 1)
    let hidden = drawn(kind, amount: 1, disparity: field)
    func part(_ picture: Picture, _ x: Int) -> Picture {
      picture.part(PixelRect(x: x, y: 0, width: 120, height: 180))
    }
    func changes(_ picture: Picture, _ x: Int) -> Double {
      let (a, b) = (part(picture, x), part(backdrop, x))
      return zip(Pictures.samples(a.luma), Pictures.samples(b.luma))
        .reduce(0) { $0 + Double((Int($1.0) - Int($1.1)).magnitude) }
    }
    #expect(changes(hidden, 0) < 0.45 * changes(free, 0) + 1)
    #expect(changes(hidden, 200) > 0.5 * changes(free, 200))
    #expect(changes(free, 0) > 0)
  }

  // Rain is too quick for this, and a burst is sudden.
  @Test(arguments: Atmosphere.Kind.allCases.filter { $0 != .rain && $0 != .fireworks })
  func nothingPops(kind: Atmosphere.Kind) {
    let steps = (0..<80).map { frame -> Double in
      let air = Atmosphere([.init(kind, amount: 0.3)], size: size, seed: 6)
      let (a, b) = (Pictures.copy(backdrop), Pictures.copy(backdrop))
      air.draw(onto: a, disparity: nil, at: MediaTime(Int64(frame * 6), over: 96))
      air.draw(onto: b, disparity: nil, at: MediaTime(Int64(frame * 6 + 1), over: 96))
      return difference(a, b)
    }
    let sorted = steps.sorted()
    #expect(sorted[79] < 3 * sorted[40] + 0.02, "\(sorted[40]), \(sorted[79])")
  }

  @Test func aMovingCameraMovesNearFlakesMore() {
    let still = drawn(.snow, frame: 10)
    let moved = drawn(.snow, frame: 10, shift: (0.05, 0))
    #expect(difference(still, moved) > 0.1)
    let plain = drawn(.snow, frame: 10, shift: (0, 0))
    #expect(Pictures.samples(plain) == Pictures.samples(still))
  }

  @Test func fogIsThickerFarAwayAndBelow() {
    let flat = Pictures.plain(60, size: size)
    let field = Field(size: PixelSize(width: 32, height: 18)) { x, _ in x < 16 ? 0.7 : 0.1 }
    let foggy = drawn(.fog, over: flat, disparity: field).luma
    func mean(_ rect: PixelRect) -> Double {
      Pictures.mean(Picture(luma: foggy, cb: foggy, cr: foggy).part(rect).luma)
    }
    let near = mean(PixelRect(x: 0, y: 0, width: 140, height: 180))
    let far = mean(PixelRect(x: 180, y: 0, width: 140, height: 180))
    #expect(far > near + 4)
    let (top, bottom) = (
      mean(PixelRect(x: 180, y: 0, width: 140, height: 50)),
      mean(PixelRect(x: 180, y: 130, width: 140, height: 50))
    )
    #expect(bottom > top + 5)
  }

  @Test func embersGlowAndDustIsNeverDark() {
    let flat = Pictures.plain(60, size: size)
    for kind in [Atmosphere.Kind.embers, .dust, .bokeh, .godRays] {
      let lit = drawn(kind, amount: 1, over: flat)
      #expect(Pictures.samples(lit.luma).allSatisfy { $0 >= 59 })
    }
    let embers = drawn(.embers, amount: 1, over: flat)
    #expect(Pictures.mean(embers.cr) > 128.02 && Pictures.mean(embers.cb) < 127.98)
  }

  @Test func fireworksBurstAndGoOut() {
    let dark = Pictures.plain(20, size: size)
    let lights = (0..<120).map { frame in
      Pictures.mean(drawn(.fireworks, amount: 0.1, over: dark, frame: frame * 2).luma) - 20
    }
    let most = lights.max() ?? 0
    #expect(most > 1 && lights.allSatisfy { $0 >= 0 })
    #expect(lights.contains { $0 < most / 8 })
    let high = drawn(.fireworks, amount: 1, over: dark)
    let low = high.part(PixelRect(x: 0, y: 150, width: size.width, height: 30)).luma
    #expect(Pictures.mean(low) < 21, "bursts stay above the ground")
  }

  @Test func raysComeFromWhereTheyAreSaidTo() {
    let flat = Pictures.plain(150, size: size)
    func gain(_ light: UnitPoint, _ x: Int) -> Double {
      let result = Pictures.copy(flat)
      Atmosphere([.init(.godRays, amount: 1)], size: size, seed: 3, light: light)
        .draw(onto: result, disparity: nil, at: .zero)
      let part = result.part(PixelRect(x: x, y: 0, width: 100, height: 60))
      return Pictures.mean(part.luma) - 150
    }
    #expect(gain(UnitPoint(x: 0.1, y: 0), 0) > gain(UnitPoint(x: 0.1, y: 0), 220) + 1)
    #expect(gain(UnitPoint(x: 0.9, y: 0), 220) > gain(UnitPoint(x: 0.9, y: 0), 0) + 1)
  }

  @Test func alphaStaysAndOddSizesAreFine() {
    for size in [PixelSize(width: 2, height: 2), PixelSize(width: 17, height: 9), size] {
      let picture = Pictures.mixed(size, hasAlpha: true)
      let result = Pictures.copy(picture)
      let parts = Atmosphere.Kind.allCases.map { Atmosphere.Part($0) }
      Atmosphere(parts, size: size, seed: 1)
        .draw(onto: result, disparity: nil, at: MediaTime(3, over: 2))
      #expect(
        result.alpha.map { Pictures.samples($0) } == picture.alpha.map { Pictures.samples($0) })
    }
  }
}
