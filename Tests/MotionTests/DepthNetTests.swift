import CKernels
import Pixels
import Testing

@testable import Motion

@Suite struct DepthNetTests {
  private let chance = Chance(seed: 8)

  @Test(arguments: [(1, 1, 5, 4, 1), (3, 5, 16, 3, 1), (4, 8, 33, 7, 2), (6, 3, 18, 6, 2)])
  func convolvesAsPlainSwiftDoes(inputs: Int, outputs: Int, width: Int, height: Int, step: Int) {
    func numbers(_ count: Int, _ purpose: Int) -> [Float] {
      (0..<count).map { Float(chance.unit($0, purpose)) - 0.5 }
    }
    let size = PixelSize(width: width, height: height)
    let fields = (0..<inputs).map { Field(size: size, values: numbers(size.area, $0)) }
    let kept = (0..<inputs * outputs * 9).map { Int8(chance.unit($0, 50) * 86 - 43) }
    let (scales, biases) = (numbers(outputs, 51), numbers(outputs, 52))
    let layer = DepthNet.Layer(
      inputs: inputs, outputs: outputs, step: step, least: 0, numbers: kept[...],
      scales: scales[...], biases: biases[...])
    let maps = FeatureMaps(fields).convolved(layer)
    #expect(maps.channels == outputs)
    for output in 0..<outputs {
      let plain = Field(size: maps.size) { x, y in
        var sum = biases[output]
        for (input, field) in fields.enumerated() {
          for tap in 0..<9 {
            let (column, row) = (x * step + tap % 3 - 1, y * step + tap / 3 - 1)
            let isInside = column >= 0 && row >= 0 && column < width && row < height
            let weight = Float(kept[(output * inputs + input) * 9 + tap]) * scales[output]
            sum += (isInside ? field[column, row] : 0) * weight
          }
        }
        return max(0, sum)
      }
      #expect(maps.field(output) == plain)
    }
  }

  @Test func mapsAreDoubledAndLaidSideBySide() {
    let one = FeatureMaps([Field(size: PixelSize(width: 2, height: 1), values: [1, 2])])
    let two = one.doubled
    #expect(two.field(0).values == [1, 1, 2, 2, 1, 1, 2, 2])
    #expect(two.beside(two).channels == 2 && two.beside(two).field(1) == two.field(0))
  }

  @Test(arguments: [(320, 180), (180, 320), (256, 256), (2, 200), (400, 20), (8, 8)])
  func looksAtAsMuchWhateverTheShape(width: Int, height: Int) {
    let size = DepthNet.inputSize(PixelSize(width: width, height: height))
    #expect(size.width % 16 == 0 && size.height % 16 == 0)
    #expect((17_000...26_000).contains(size.area))
  }

  @Test func theSamePictureGivesTheSameBytes() async {
    let fields = PictureFields(DrawnPictures.hills())
    let bytes = Self.bytes(fields)
    let hash = bytes.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    #expect(
      hash == 1_456_390_263_593_935_830,
      "when the weights were trained anew, this changes: \(hash)")
    await withTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<8 { group.addTask { Self.bytes(fields) } }
      for await other in group { #expect(other == bytes) }
    }
  }

  private static func bytes(_ fields: PictureFields) -> [UInt8] {
    DepthNet.shared.nearness(of: fields).values.map { UInt8((max(0, min(1, $0)) * 255).rounded()) }
  }

  @Test func whatIsLowerInALandscapeIsNearer() {
    let nearness = DepthNet.shared.nearness(of: PictureFields(DrawnPictures.hills()))
    #expect(nearness.value(atX: 0.5, y: 0.1) < 0.2)
    #expect(nearness.value(atX: 0.5, y: 0.95) > nearness.value(atX: 0.5, y: 0.1) + 0.3)
  }

  @Test func aBlankPictureIsFlat() {
    let blank = Picture(
      size: PixelSize(width: 320, height: 180), filledWith: YCbCr(y: 120, cb: 110, cr: 140))
    #expect(PictureAnalysis(blank).disparity.values.allSatisfy { $0 == 0.5 })
  }
}
