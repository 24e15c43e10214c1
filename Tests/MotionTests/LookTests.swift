import MediaTime
import Pixels
import Testing

@testable import Motion

private typealias Pictures = LookPictures

@Suite struct LookTests {
  private func applied(
    _ parts: [FilmLook.Part], to picture: Picture, frame: Int = 3, seed: UInt64 = 7
  ) -> Picture {
    let result = Pictures.copy(picture)
    FilmLook(parts, size: picture.size, seed: seed)
      .apply(to: result, frame: frame, at: MediaTime(Int64(frame), over: 25))
    return result
  }

  @Test func nothingAskedChangesNothing() {
    let picture = Pictures.mixed(hasAlpha: true)
    let zeros = FilmLook.Kind.allCases.map { FilmLook.Part($0, amount: 0) }
    for parts in [[], zeros, [.init(.lut, amount: 1)], [.init(.warm, amount: -3)]] {
      #expect(FilmLook(parts, size: picture.size, seed: 1).isIdentity)
      #expect(Pictures.samples(applied(parts, to: picture)) == Pictures.samples(picture))
    }
  }

  @Test(arguments: FilmLook.Kind.allCases.filter { $0 != .lut })
  func everyKindShowsAndKeepsAlpha(kind: FilmLook.Kind) {
    let picture = Pictures.mixed(hasAlpha: true)
    let result = applied([.init(kind)], to: picture)
    #expect(!FilmLook([.init(kind)], size: picture.size, seed: 1).isIdentity)
    #expect(Pictures.samples(result.luma) != Pictures.samples(picture.luma) || kind == .muted)
    #expect(Pictures.samples(result) != Pictures.samples(picture))
    #expect(
      result.alpha.map { Pictures.samples($0) } == picture.alpha.map { Pictures.samples($0) })
  }

  /// Red less blue.
  private func warmth(_ picture: Picture) -> Double {
    Pictures.mean(picture.cr) - Pictures.mean(picture.cb)
  }

  private func richness(_ picture: Picture) -> Double {
    [picture.cb, picture.cr].flatMap { Pictures.samples($0) }
      .reduce(0) { $0 + (Double($1) - 128).magnitude }
  }

  private func spread(_ picture: Picture) -> Double {
    let mean = Pictures.mean(picture.luma)
    return Pictures.samples(picture.luma).reduce(0) { $0 + (Double($1) - mean).magnitude }
  }

  @Test func gradesGoTheRightWay() {
    let scene = Pictures.scene()
    func look(_ kind: FilmLook.Kind, _ amount: Double = 0.5) -> Picture {
      applied([.init(kind, amount: amount)], to: scene)
    }
    #expect(warmth(look(.warm)) > warmth(scene) + 4)
    #expect(warmth(look(.warm, 1)) > warmth(look(.warm)) + 4)
    #expect(warmth(look(.cool)) < warmth(scene) - 4)
    #expect((Pictures.mean(look(.warm).luma) - Pictures.mean(scene.luma)).magnitude < 3)
    #expect(Pictures.mean(look(.bright).luma) > Pictures.mean(scene.luma) + 8)
    #expect(Pictures.mean(look(.dark).luma) < Pictures.mean(scene.luma) - 8)
    #expect(spread(look(.contrast)) > 1.08 * spread(scene))
    #expect(spread(look(.soft)) < 0.96 * spread(scene))
    #expect(richness(look(.saturated)) > 1.15 * richness(scene))
    #expect(richness(look(.muted)) < 0.75 * richness(scene))
    #expect(warmth(look(.vintage)) > warmth(scene))
    #expect(spread(look(.vintage)) < spread(scene))
  }

  @Test func filmLiftsBlackAndSparesWhite() {
    let parts = [FilmLook.Part(.film)]
    let middle = PixelRect(x: 90, y: 50, width: 12, height: 8)
    let black = applied(parts, to: Pictures.plain(16)).part(middle)
    let white = applied(parts, to: Pictures.plain(235)).part(middle)
    #expect(Pictures.mean(black.luma) > 17 && Pictures.mean(black.luma) < 32)
    #expect(Pictures.mean(white.luma) > 222 && Pictures.mean(white.luma) <= 235)
  }

  @Test(arguments: [0.4, 0.5, 1])
  func blackAndWhiteHasNoColour(amount: Double) {
    for extra in [[], [FilmLook.Part(.grain, amount: 1)]] {
      let result = applied(
        [.init(.warm), .init(.blackAndWhite, amount: amount)] + extra, to: Pictures.mixed())
      #expect(Pictures.samples(result.cb).allSatisfy { $0 == 128 })
      #expect(Pictures.samples(result.cr).allSatisfy { $0 == 128 })
    }
  }

  @Test func tealAndOrangeSpareSkin() {
    let grade = FilmLook.Recipe([.init(.tealOrange)]).grade
    func turn(_ red: Double, _ green: Double, _ blue: Double) -> Double {
      let color = SIMD3(red, green, blue)
      let after = Oklab(LinearColor(encoded: grade.prepared()(color))).hue
      let before = Oklab(LinearColor(encoded: color)).hue
      return (after - before).remainder(dividingBy: 360).magnitude
    }
    #expect(turn(0.82, 0.62, 0.52) < 6)
    #expect(turn(0.45, 0.30, 0.24) < 6)
    #expect(turn(0.35, 0.6, 0.4) > 9)
    #expect(turn(0.3, 0.35, 0.7) > 10)
  }

  @Test(arguments: [
    FilmLook.Kind.warm, .cool, .bright, .dark, .contrast, .soft, .saturated, .muted, .vintage,
    .blackAndWhite, .tealOrange, .film,
  ])
  func slowGradientsKeepTheirSteps(kind: FilmLook.Kind) {
    let (levels, width) = (64, 16)
    let picture = Picture(
      size: PixelSize(width: levels * width, height: 64),
      filledWith: YCbCr(y: 0, cb: 120, cr: 134))
    for y in 0..<64 {
      for x in 0..<levels * width { picture.luma[x, y] = UInt8(70 + x / width) }
    }
    var recipe = FilmLook.Recipe([.init(kind)])
    (recipe.grain, recipe.vignette, recipe.bloom, recipe.halation) = (0, 0, 0, 0)
    let look = FilmLook(recipe, size: picture.size, seed: 1)
    look.apply(to: picture, frame: 0, at: .zero)
    let means = (0..<levels).map {
      Pictures.mean(picture.luma.part(PixelRect(x: $0 * width, y: 0, width: width, height: 64)))
    }
    #expect(zip(means, means.dropFirst()).allSatisfy { $1 > $0 + 0.05 })
  }

  @Test func theTableIsTheGrade() {
    for kind in FilmLook.Kind.allCases where kind != .lut {
      let grade = FilmLook.Recipe([.init(kind)]).grade
      guard !grade.isIdentity else { continue }
      let (change, table) = (grade.prepared(), GradeTable(grade))
      var (worst, sum, count) = (0.0, 0.0, 0.0)
      for red in stride(from: 0.1, through: 0.9, by: 0.2) {
        for green in stride(from: 0.1, through: 0.9, by: 0.2) {
          for blue in stride(from: 0.1, through: 0.9, by: 0.2) {
            let y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
            let sample = YCbCr(
              y: UInt8(16 + 219 * y), cb: UInt8(128 + 224 * (blue - y) / 1.8556),
              cr: UInt8(128 + 224 * (red - y) / 1.5748))
            let difference = table.difference(from: change, at: sample)
            (worst, sum, count) = (max(worst, difference), sum + difference, count + 1)
          }
        }
      }
      #expect(worst < 12 && sum / count < 1, "\(kind): \(worst), \(sum / count)")
    }
  }

  @Test func theSameFrameIsTheSameWhoeverDrawsIt() async {
    let picture = Pictures.mixed()
    let parts = FilmLook.Kind.allCases.map { FilmLook.Part($0) }
    let look = FilmLook(parts, size: picture.size, seed: 11)
    let expected = Pictures.samples(applied(parts, to: picture, frame: 5, seed: 11))
    await withTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<8 {
        group.addTask {
          let copy = Pictures.copy(picture)
          look.apply(to: copy, frame: 5, at: MediaTime(1, over: 5))
          return Pictures.samples(copy)
        }
      }
      for await samples in group { #expect(samples == expected) }
    }
  }

  @Test(arguments: [
    PixelSize(width: 2, height: 2), PixelSize(width: 3, height: 5),
    PixelSize(width: 17, height: 9), PixelSize(width: 65, height: 33),
  ])
  func oddSizesAreFine(size: PixelSize) {
    let parts = FilmLook.Kind.allCases.map { FilmLook.Part($0) }
    let result = applied(parts, to: Pictures.plain(120, size: size))
    #expect(result.size == size)
  }
}

extension Plane {
  fileprivate func part(_ rect: PixelRect) -> Plane {
    Plane(
      viewing: row(rect.y) + rect.x, size: PixelSize(width: rect.width, height: rect.height),
      stride: stride, owner: self)
  }
}

extension GradeTable {
  /// The largest difference of a sample from what the grade makes of it, in levels.
  fileprivate func difference(
    from change: (SIMD3<Double>) -> SIMD3<Double>, at sample: YCbCr
  ) -> Double {
    let y = (Double(sample.y) - 16) / 219
    let (cb, cr) = ((Double(sample.cb) - 128) / 224, (Double(sample.cr) - 128) / 224)
    let color = change(
      SIMD3(y + 1.5748 * cr, y - 0.18732427 * cb - 0.46812427 * cr, y + 1.8556 * cb))
    let level = 0.2126 * color.x + 0.7152 * color.y + 0.0722 * color.z
    let expected = [
      16 + 219 * level, 128 + 224 * (color.z - level) / 1.8556,
      128 + 224 * (color.x - level) / 1.5748,
    ]
    let cell = (Int(sample.cb) / 8 * 32 + Int(sample.cr) / 8) * 256 + Int(sample.y)
    let weights = GradeTable.weights[Int(sample.cb) % 8 * 8 + Int(sample.cr) % 8]
    let found = [luma[cell], chroma[2 * cell], chroma[2 * cell + 1]].map { corners in
      var sum: UInt64 = 0
      for shift in stride(from: UInt64(0), to: 64, by: 16) {
        sum += (corners >> shift & 0xFFFF) * (weights >> shift & 0xFFFF)
      }
      return Double(sum) / (64 * 64)
    }
    return zip(expected, found).map { ($0 - $1).magnitude }.max() ?? 0
  }
}
