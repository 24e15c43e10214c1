import Pixels
import Testing

@testable import Motion

@Suite struct SlopeLimitTests {
  private let limit = SlopeLimit(steepest: 5)

  /// A wall before a fence of posts, each post before what is behind it.
  private static let posts = Field(size: PixelSize(width: 320, height: 180)) { x, _ in
    x < 100 ? 1 : (x / 12) % 2 == 0 ? 0.5 : 0.2
  }

  @Test func nothingIsSteeperThanTheBound() {
    let chance = Chance(seed: 4)
    for (width, height) in [(320, 180), (180, 320), (333, 41), (64, 36), (7, 90), (1, 1), (2, 3)] {
      let rough = Field(size: PixelSize(width: width, height: height)) { x, y in
        chance.unit(x / 9, y / 9) > 0.5 ? 1 : 0
      }
      let relief = limit.relief(of: rough)
      #expect(relief.size == rough.size)
      #expect(relief.steepestStep * Float(width) <= 5.001)
    }
  }

  @Test func whatIsGentleStaysAsItIs() {
    let gentle = Field(size: PixelSize(width: 160, height: 90)) { x, y in
      Float(x) / 80 + Float(y) / 900
    }
    let error = limit.relief(of: gentle).merging(gentle) { abs($0 - $1) }
    #expect(error.values.max()! < 1e-3)
  }

  @Test func stepsThatStandCloseKeepTheirDirection() {
    let relief = limit.relief(of: Self.posts)
    for post in stride(from: 120, to: 300, by: 24) {
      let (near, far) = (relief[post + 5, 90], relief[post + 17, 90])
      #expect(near > far + 0.02, "post at \(post)")
    }
    #expect(relief[125, 90] > relief[113, 90])
    let envelopes = Self.posts.limited(slope: 5 / 320)
    #expect(envelopes[125, 90] < envelopes[113, 90], "the post lies within the wall's slope")
  }

  @Test func lightAndDarkAreAlike() {
    let (one, other) = (
      limit.relief(of: Self.posts), limit.relief(of: Self.posts.map { 1 - $0 })
    )
    #expect(one.merging(other) { abs($0 + $1 - 1) }.values.max()! < 1e-3)
  }
}

extension Field {
  /// The largest difference between neighbours, across or down.
  var steepestStep: Float {
    var most: Float = 0
    for y in 0..<height {
      for x in 0..<width {
        if x + 1 < width { most = max(most, abs(self[x + 1, y] - self[x, y])) }
        if y + 1 < height { most = max(most, abs(self[x, y + 1] - self[x, y])) }
      }
    }
    return most
  }
}
