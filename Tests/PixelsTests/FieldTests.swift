import Testing

@testable import Pixels

@Suite struct FieldTests {
  private let ramp = Field(size: PixelSize(width: 8, height: 4)) { x, y in Float(x + 10 * y) }

  @Test func valuesLieBetweenTheirNeighbours() {
    #expect(ramp.value(atX: 0.5 / 8, y: 0.5 / 4) == 0)
    #expect(abs(ramp.value(atX: 1.0 / 8, y: 0.5 / 4) - 0.5) < 1e-5)
    #expect(ramp.value(atX: -3, y: -3) == 0 && ramp.value(atX: 9, y: 9) == 37)
  }

  @Test func blurKeepsTheMeanOfAConstantAndOfTheMiddle() {
    let flat = Field(size: PixelSize(width: 9, height: 7), repeating: 0.25)
    #expect(flat.blurred(radius: 3).values.allSatisfy { abs($0 - 0.25) < 1e-6 })
    var spike = Field(size: PixelSize(width: 9, height: 9))
    spike[4, 4] = 9
    let blurred = spike.blurred(radius: 1)
    #expect(abs(blurred[4, 4] - 1) < 1e-5 && abs(blurred[3, 5] - 1) < 1e-5 && blurred[2, 4] == 0)
  }

  @Test(arguments: [(3, 2), (16, 8), (5, 9)])
  func resizingKeepsAConstantAndTheMean(width: Int, height: Int) {
    let size = PixelSize(width: width, height: height)
    let flat = Field(size: PixelSize(width: 8, height: 4), repeating: 2).resized(to: size)
    #expect(flat.values.allSatisfy { abs($0 - 2) < 1e-5 })
    #expect(abs(ramp.resized(to: size).mean - ramp.mean) < 1)
  }

  @Test func guidedFilterKeepsTheEdgesOfItsGuide() {
    let size = PixelSize(width: 40, height: 20)
    let guide = Field(size: size) { x, _ in x < 20 ? 0.1 : 0.9 }
    let rough = Field(size: size) { x, _ in x < 17 ? 0 : 1 }
    let result = rough.guided(by: guide, radius: 6, epsilon: 0.0001)
    #expect(result[21, 10] - result[18, 10] > 0.5)
    #expect(abs(result[30, 10] - 1) < 0.05)
  }

  @Test func quantilesCountValues() {
    #expect(ramp.quantile(0) == 0 && ramp.quantile(1) == 37)
  }

  @Test(arguments: [1, 2, 5, 64])
  func quantilesAreThoseOfSortedValues(_ kinds: Int) {
    var chance = SystemRandomNumberGenerator()
    for count in [1, 2, 3, 7, 100, 1001] {
      let values = (0..<count).map { _ in Float(Int.random(in: 0..<kinds, using: &chance)) }
      let field = Field(size: PixelSize(width: count, height: 1), values: values)
      let sorted = values.sorted()
      for rank in Set([0, count / 3, count / 2, count - 1]) {
        let share = Double(rank) / Double(max(count - 1, 1))
        #expect(field.quantile(share) == sorted[rank], "\(values)")
      }
    }
  }

  @Test func aPictureOfAFieldReadsBack() {
    let field = Field(size: PixelSize(width: 16, height: 8)) { x, y in Float(x * y) / 105 }
    let back = Field(field.picture.luma)
    #expect(zip(field.values, back.values).allSatisfy { abs($0 - $1) < 0.003 })
  }
}
