import Testing

@testable import Pixels

@Suite struct ResampleTests {
  @Test(arguments: [(37, 21), (64, 64), (5, 9), (2, 2)])
  func identityCopiesExactly(width: Int, height: Int) {
    let source = Picture.noise(width, height, seed: 1)
    let target = Picture(size: source.size)
    target.draw(source, through: .identity, in: PixelRect(source.size))
    #expect(target.luma.samples == source.luma.samples)
    #expect(target.cb.samples == source.cb.samples)
    #expect(target.cr.samples == source.cr.samples)
  }

  @Test(arguments: [1, 2, 7, -3])
  func wholeShiftsCopyExactly(shift: Int) {
    let source = Plane.noise(40, 24, seed: 2)
    let table = FilterTable(
      outputs: 0..<40, on: .luma, scale: 1, offset: Double(shift), inputs: 40, on: .luma)
    let rows = FilterTable(
      outputs: 0..<24, on: .luma, scale: 1, offset: 0, inputs: 24, on: .luma)
    let target = Plane(size: source.size)
    target.resample(source, columns: table, rows: rows, in: PixelRect(source.size))
    for y in 0..<24 {
      for x in 0..<40 {
        #expect(target[x, y] == source[max(0, min(39, x + shift)), y])
      }
    }
  }

  /// The tables, applied in floating point with nothing clever.
  private func reference(
    _ source: Plane, _ columns: FilterTable, _ rows: FilterTable, x: Int, y: Int
  ) -> Double {
    var sum = 0.0
    for j in 0..<rows.taps {
      for i in 0..<columns.taps {
        let sample = source[
          min(Int(columns.first[x]) + i, source.width - 1),
          min(Int(rows.first[y]) + j, source.height - 1)]
        sum +=
          Double(sample) * Double(columns.weights[x * columns.taps + i])
          * Double(rows.weights[y * rows.taps + j])
      }
    }
    return max(0, min(255, sum / Double(1 << 28)))
  }

  @Test(arguments: [
    (0.4, 0.37, 61, 45), (0.87, 0.5, 61, 45), (1.0, 0.25, 61, 45), (1.2, -3.1, 61, 45),
    (1.9, 0.1, 61, 45), (3.3, 0.0, 61, 45), (2.0, 0.0, 3, 5),
  ])
  func kernelsFollowTheTables(scale: Double, offset: Double, width: Int, height: Int) {
    let source = Plane.noise(width, height, seed: 3)
    let size = PixelSize(width: 43, height: 29)
    let columns = FilterTable(
      outputs: 0..<43, on: .luma, scale: scale, offset: offset, inputs: width, on: .luma)
    let rows = FilterTable(
      outputs: 0..<29, on: .luma, scale: scale, offset: offset / 2, inputs: height, on: .luma)
    let target = Plane(size: size)
    target.resample(source, columns: columns, rows: rows, in: PixelRect(size))
    for y in 0..<29 {
      for x in 0..<43 {
        let exact = reference(source, columns, rows, x: x, y: y)
        #expect((Double(target[x, y]) - exact).magnitude < 0.52, "at \(x), \(y)")
      }
    }
  }

  @Test(arguments: [0.3, 0.99, 1.0, 1.25, 1.26, 2.0, 7.7])
  func weightsSumToOneAndStayInside(scale: Double) {
    for inputs in [1, 3, 4, 7, 100] {
      let table = FilterTable(
        outputs: 0..<60, scale: scale, offset: -1.3, inputs: inputs)
      for output in 0..<60 {
        let weights = table.weights[output * table.taps..<(output + 1) * table.taps]
        #expect(weights.map(Int.init).reduce(0, +) == FilterTable.unit)
        #expect(table.first[output] >= 0)
        #expect(Int(table.first[output]) + min(table.taps, inputs) <= inputs)
      }
    }
  }

  @Test func shrinkingKeepsTheMeanAndDoesNotAlias() {
    // Stripes two pixels wide vanish when the picture is made four times smaller.
    let source = Plane.made(256, 64) { x, _ in x / 2 % 2 == 0 ? 0 : 200 }
    let table = FilterTable(
      outputs: 0..<64, on: .luma, scale: 4, offset: 0, inputs: 256, on: .luma)
    let rows = FilterTable(
      outputs: 0..<16, on: .luma, scale: 4, offset: 0, inputs: 64, on: .luma)
    let target = Plane(size: PixelSize(width: 64, height: 16))
    target.resample(source, columns: table, rows: rows, in: PixelRect(target.size))
    for x in 4..<60 { #expect((Int(target[x, 8]) - 100).magnitude <= 4) }
  }

  @Test func chromaKeepsItsPlaceThroughAShift() {
    // A ramp across luma and chroma alike: after any shift both must still agree.
    let size = PixelSize(width: 64, height: 32)
    let source = Picture(
      luma: .made(64, 32) { x, _ in UInt8(40 + 2 * x) },
      cb: .made(32, 16) { x, _ in UInt8(40 + 4 * x) },
      cr: .made(32, 16) { _, y in UInt8(40 + 4 * y) })
    for shift in [0.5, 1.0, 1.7, 3.0] {
      let target = Picture(size: size)
      target.draw(source, through: .translation(shift, shift), in: PixelRect(size))
      for x in 4..<24 {
        let luma = Double(target.luma[2 * x, 10])
        #expect((luma - (40 + 2 * (Double(2 * x) + shift))).magnitude <= 1)
        #expect((Double(target.cb[x, 8]) - luma).magnitude <= 1.5, "shift \(shift)")
      }
      for y in 4..<12 {
        let expected = 40 + 4 * (Double(y) + shift / 2)
        #expect((Double(target.cr[10, y]) - expected).magnitude <= 1)
      }
    }
  }

  @Test func fullChromaComesDownToTheSameGrid() {
    let source = Picture(
      luma: .made(64, 32) { x, _ in UInt8(2 * x) }, cb: .made(64, 32) { x, _ in UInt8(2 * x) },
      cr: .made(64, 32) { _, y in UInt8(4 * y) })
    let target = source.resized(to: source.size)
    #expect(!target.isFullChroma)
    for x in 3..<28 { #expect((Int(target.cb[x, 8]) - 4 * x).magnitude <= 1) }
    for y in 3..<12 { #expect((Int(target.cr[8, y]) - (8 * y + 2)).magnitude <= 1) }
  }
}

@Suite struct WarpTests {
  @Test func identityCopiesExactly() {
    let source = Picture.noise(50, 34, seed: 4)
    let target = Picture(size: source.size)
    // Forced through the general sampler by a turn too small to move anything.
    let map = Projection((1, 1e-12, 0), (0, 1, 0))
    target.draw(source.bordered(), through: map, in: PixelRect(source.size))
    #expect(target.luma.samples == source.luma.samples)
    #expect(target.cb.samples == source.cb.samples)
  }

  @Test(arguments: [(0.3, 0.6), (0.5, 0.25), (-0.75, 1.5)])
  func agreesWithTheSeparableWay(dx: Double, dy: Double) {
    let source = Picture.noise(61, 47, seed: 5)
    let two = Picture(size: source.size)
    let one = Picture(size: source.size)
    let rect = PixelRect(x: 4, y: 4, width: 44, height: 36)
    two.draw(source, through: .translation(dx, dy), in: rect)
    let turned = Projection((1, 1e-12, dx), (0, 1, dy))
    one.draw(source.bordered(), through: turned, in: rect)
    for y in rect.y..<rect.maxY {
      for x in rect.x..<rect.maxX {
        // Phases are 1/256 of a pixel here, exact there.
        #expect((Int(one.luma[x, y]) - Int(two.luma[x, y])).magnitude <= 2)
      }
    }
  }

  @Test func quarterTurnMovesEverySample() {
    let source = Picture.noise(32, 32, seed: 6, fullChroma: true)
    let target = Picture(
      luma: Plane(size: source.size), cb: Plane(size: source.size),
      cr: Plane(size: source.size))
    let turn = Projection((0, -1, 32), (1, 0, 0))
    target.draw(source.bordered(), through: turn, in: PixelRect(source.size))
    for y in 0..<32 { for x in 0..<32 { #expect(target.luma[x, y] == source.luma[31 - y, x]) } }
  }

  @Test func placesOutsideReadTheEdge() {
    let source = Picture(size: PixelSize(width: 16, height: 16), filledWith: .white)
    let target = Picture(size: source.size)
    let far = Projection((1, 0.2, -500), (0.1, 1, 900))
    target.draw(source.bordered(), through: far, in: PixelRect(source.size))
    #expect(target.luma.samples.joined().allSatisfy { $0 == 235 })
  }

  @Test func projectionsInvert() throws {
    let map = Projection((1.1, 0.2, 5), (-0.3, 0.9, 7), (0.001, 0.0005, 1))
    let back = try #require(map.inverse)
    let there = map.apply(13, 29)
    let again = back.apply(there.x, there.y)
    #expect((again.x - 13).magnitude < 1e-9 && (again.y - 29).magnitude < 1e-9)
    #expect(Projection((1, 2, 0), (2, 4, 0)).inverse == nil)
  }
}
