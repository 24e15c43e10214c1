@testable import Pixels

/// SplitMix64 (Steele, Lea & Flood 2014): the same numbers in every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension Plane {
  /// A plane whose samples are `value(x, y)`.
  static func made(
    _ width: Int, _ height: Int, _ value: (Int, Int) -> UInt8
  ) -> Plane {
    let plane = Plane(size: PixelSize(width: width, height: height))
    for y in 0..<height { for x in 0..<width { plane[x, y] = value(x, y) } }
    return plane
  }

  static func noise(_ width: Int, _ height: Int, seed: UInt64) -> Plane {
    var generator = SeededGenerator(seed: seed)
    return made(width, height) { _, _ in UInt8.random(in: 0...255, using: &generator) }
  }

  var samples: [[UInt8]] {
    (0..<height).map { y in (0..<width).map { self[$0, y] } }
  }
}

extension Picture {
  static func noise(
    _ width: Int, _ height: Int, seed: UInt64, fullChroma: Bool = false, alpha: Bool = false
  ) -> Picture {
    let size = PixelSize(width: width, height: height)
    let chroma = fullChroma ? size : size.halved
    return Picture(
      luma: .noise(width, height, seed: seed),
      cb: .noise(chroma.width, chroma.height, seed: seed &+ 1),
      cr: .noise(chroma.width, chroma.height, seed: seed &+ 2),
      alpha: alpha ? .noise(width, height, seed: seed &+ 3) : nil)
  }
}
