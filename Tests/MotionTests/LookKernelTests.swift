import CKernels
import Pixels
import Testing

@testable import Motion

private let chance = Chance(seed: 21)

private func bytes(_ count: Int, _ purpose: Int, _ range: ClosedRange<Int> = 0...255) -> [UInt8] {
  (0..<count).map {
    UInt8(range.lowerBound + Int(chance.unit($0, purpose) * Double(range.count)))
  }
}

private func fine(_ count: Int, _ purpose: Int) -> [Int16] {
  (0..<count).map { Int16(900 + chance.unit($0, purpose) * 14500) }
}

@Suite struct LookKernelTests {
  /// A table of whatever numbers.
  private static let entries: (luma: [UInt64], chroma: [UInt64]) = {
    func entry(_ place: Int, _ purpose: Int) -> UInt64 {
      chance.bits(place, purpose) & 0x3FBF_3FBF_3FBF_3FBF
    }
    return (
      (0..<32 * 32 * 256).map { entry($0, 31) }, (0..<2 * 32 * 32 * 256).map { entry($0, 32) }
    )
  }()

  private func weighed(_ corners: UInt64, _ cb: Int, _ cr: Int) -> Int16 {
    let (down, right) = (cb % 8, cr % 8)
    let weights = [(8 - down) * (8 - right), (8 - down) * right, down * (8 - right), down * right]
    var sum = 32
    for k in 0..<4 { sum += Int(corners >> UInt64(16 * k) & 0xFFFF) * weights[k] }
    return Int16(sum >> 6)
  }

  @Test(arguments: [1, 2, 3, 4, 5, 7, 16, 33, 64, 131])
  func gradesAsPlainSwiftDoes(width: Int) {
    let half = (width + 1) / 2
    let (y0, y1) = (bytes(width, 1), bytes(width, 2))
    let (cb, cr) = (bytes(half, 3), bytes(half, 4))
    var (out0, out1) = ([Int16](repeating: 0, count: width), [Int16](repeating: 0, count: width))
    var (blue, red) = ([Int16](repeating: 0, count: half), [Int16](repeating: 0, count: half))
    let (luma, chroma) = Self.entries
    kn_grade(
      y0, y1, cb, cr, luma, chroma, GradeTable.weights, &out0, &out1, &blue, &red, Int32(width))
    for x in 0..<width {
      let (b, r) = (Int(cb[x / 2]), Int(cr[x / 2]))
      let cell = (b / 8 * 32 + r / 8) * 256
      #expect(out0[x] == weighed(luma[cell + Int(y0[x])], b, r))
      #expect(out1[x] == weighed(luma[cell + Int(y1[x])], b, r))
      guard x % 2 == 0 else { continue }
      let all = [y0, y1].flatMap { $0[x..<min(x + 2, width)] }.map { Int($0) }
      let y = (all.reduce(0, +) + all.count / 2) / all.count
      #expect(blue[x / 2] == weighed(chroma[2 * (cell + y)], b, r))
      #expect(red[x / 2] == weighed(chroma[2 * (cell + y) + 1], b, r))
    }
  }

  /// What `kn_finish` makes of one sample.
  private func finished(
    _ fine: Int, zero: Int, gain: Int?, grain: Int?, strength: Int, tone: Int?, dither: Int
  ) -> UInt8 {
    var value = fine
    if let gain { value = (((value - zero) * gain + 16384) >> 15) + zero }
    if let grain {
      let middle = max(-255, min(255, (((tone ?? value) - 1024) >> 5) - 205))
      let square = (middle * middle) >> 8
      let amount = ((240 - ((square * square) >> 8)) * strength) >> 8
      value += (amount * grain + 8) >> 4
    }
    return UInt8(max(0, min(255, (value + dither) >> 6)))
  }

  @Test(arguments: [1, 15, 64, 255, 256, 257, 600], [false, true])
  func finishesAsPlainSwiftDoes(count: Int, isChroma: Bool) {
    let (source, tone) = (fine(count, 5), fine(2 * count, 6))
    let gains = (0..<count).map { Int16(16000 + chance.unit($0, 7) * 16767) }
    let grain = (0..<count).map { Int8(chance.unit($0, 8) * 254 - 127) }
    let dither = bytes(count, 9, 0...63)
    let zero = isChroma ? 8192 : 1024
    for (gain, noise) in [(nil, nil), (gains, nil), (nil, grain), (gains, grain)]
      as [([Int16]?, [Int8]?)]
    {
      var out = [UInt8](repeating: 0, count: count)
      kn_finish(
        source, Int32(zero), gain, noise, 140, tone, isChroma ? 2 : 1, dither, &out,
        Int32(count))
      for i in 0..<count {
        let expected = finished(
          Int(source[i]), zero: zero, gain: gain.map { Int($0[i]) },
          grain: noise.map { Int($0[i]) }, strength: 140,
          tone: isChroma ? Int(tone[2 * i]) : nil, dither: Int(dither[i]))
        #expect(out[i] == expected)
      }
    }
  }

  @Test func vignettesAsPlainSwiftDoes() {
    let across = (0..<100).map { Int16(chance.unit($0, 10) * 32767) }
    var gains = [Int16](repeating: 0, count: 100)
    kn_vignette_row(across, 9000, 12000, &gains, 100)
    for i in 0..<100 {
      let t = min(32767, Int(across[i]) + 9000)
      let smooth = (((t * t) >> 15) * ((98304 - 2 * t) >> 2)) >> 13
      #expect(Int(gains[i]) == 32767 - (smooth * 12000) >> 15)
    }
  }

  @Test(arguments: [4, 2], [1, 2, 5, 30])
  func spreadsBetweenCentres(perCell: Int, cells: Int) {
    let values = (0..<cells).map { Float(chance.unit($0, 11)) }
    for count in [1, perCell * cells, perCell * cells + 3] {
      for isChroma in [false, true] {
        var out = [Float](repeating: -1, count: count)
        kn_spread(values, Int32(cells), Int32(perCell), isChroma ? 1 : 0, &out, Int32(count))
        for i in 0..<count {
          let place = (Float(i) + (isChroma ? 0.25 : 0.5)) / Float(perCell) - 0.5
          let left = place.rounded(.down)
          func cell(_ i: Float) -> Float { values[max(0, min(cells - 1, Int(i)))] }
          let expected = cell(left) + (cell(left + 1) - cell(left)) * (place - left)
          #expect((out[i] - expected).magnitude < 1e-5)
        }
      }
    }
  }

  @Test func lightAddsUpInLinearLight() {
    var luma: [Int16] = [1024, 1024 + 7008, 1024 + 14016]
    kn_add_light(&luma, [0.25, 0.25, 0.25], 3)
    #expect(luma[0] == 1024 + 7008 && luma[2] == 1024 + 14016)
    #expect((Int(luma[1]) - 1024 - Int(14016 * 0.4375.squareRoot())).magnitude <= 1)
    var (cb, cr): ([Int16], [Int16]) = ([8192], [8192 - 640])
    kn_add_tint(&cb, &cr, [1024, 1024], [1024, 1024], [0.25], [-0.1], [0.2], 1)
    #expect(cb[0] == 8192 - 2867 && cr[0] == 8192 + 5734)
  }

  @Test func halvingAndDoublingKeepALevelField() {
    for (width, height) in [(1, 1), (2, 3), (7, 5), (16, 9)] {
      let field = [Float](repeating: 0.75, count: width * height)
      let (w, h) = ((width + 1) / 2, (height + 1) / 2)
      var scratch = [Float](repeating: 0, count: width + 4)
      var half = [Float](repeating: 0, count: w * h)
      kn_halve(field, Int32(width), Int32(height), &scratch, &half)
      #expect(half.allSatisfy { ($0 - 0.75).magnitude < 1e-6 })
      var whole = [Float](repeating: 1, count: width * height)
      kn_double(
        half, Int32(w), Int32(h), 0.5, 2, &scratch, &whole, Int32(width), Int32(height))
      #expect(whole.allSatisfy { ($0 - 2).magnitude < 1e-5 })
    }
  }

  @Test func sumsAndVeils() {
    let rows = bytes(4 * 40, 12)
    var sums = [UInt16](repeating: 0, count: 9)
    kn_sum_4x4(rows, 40, &sums, 9)
    for cell in 0..<9 {
      var sum = 0
      for y in 0..<4 { for x in 0..<4 { sum += Int(rows[40 * y + 4 * cell + x]) } }
      #expect(Int(sums[cell]) == sum)
    }
    var samples: [UInt8] = [16, 100, 235]
    kn_veil(&samples, [0, 0.5, 1], 200, [63, 0, 0], 3)
    #expect(samples == [16, 150, 200])
  }

  /// Integers alone, so the same on every machine.
  @Test func wholeNumbersComeOutAsEver() {
    let width = 300
    let half = width / 2
    var y0 = [Int16](repeating: 0, count: width)
    var (y1, cb, cr) = (y0, y0, y0)
    let (luma, chroma) = Self.entries
    kn_grade(
      bytes(width, 1), bytes(width, 2), bytes(half, 3), bytes(half, 4), luma, chroma,
      GradeTable.weights, &y0, &y1, &cb, &cr, Int32(width))
    var gains = [Int16](repeating: 0, count: width)
    kn_vignette_row(fine(width, 5), 4000, 9000, &gains, Int32(width))
    var out = [UInt8](repeating: 0, count: width)
    kn_finish(
      y0, 1024, gains, (0..<width).map { Int8($0 % 90 - 45) }, 90, y0, 1,
      bytes(width, 9, 0...63), &out, Int32(width))
    let all =
      out + [y0, y1, cb, cr].joined().flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8 & 0xFF)] }
    #expect(LookPictures.hash(all) == 14_541_671_013_493_918_267)
  }
}
