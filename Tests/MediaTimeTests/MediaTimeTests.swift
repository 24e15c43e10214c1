import MediaTime
import Testing

/// A small generator (SplitMix64), so that a failure can be repeated from its seed.
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func time() -> MediaTime {
    let denominators: [Int64] = [1, 2, 3, 7, 24, 25, 30, 1000, 1001, 24000, 30000, 44100, 48000]
    return MediaTime(
      .random(in: -500_000...500_000, using: &self),
      over: denominators.randomElement(using: &self) ?? 1)
  }
}

/// Fractions in 128 bits, as the reference.
struct Fraction: Equatable {
  var over: Int128
  var under: Int128

  init(_ time: MediaTime) { (over, under) = (Int128(time.numerator), Int128(time.denominator)) }

  init(_ over: Int128, _ under: Int128) { (self.over, self.under) = (over, under) }

  static func == (left: Fraction, right: Fraction) -> Bool {
    left.over * right.under == right.over * left.under
  }
}

@Suite("Exact time")
struct MediaTimeTests {
  @Test("Fractions are reduced, with a positive denominator")
  func reduced() {
    let time = MediaTime(6, over: -4)
    #expect(time.numerator == -3 && time.denominator == 2)
    #expect(MediaTime(0, over: -7) == .zero)
    #expect(MediaTime(0, over: 5).denominator == 1)
    #expect(MediaTime(seconds: 3) == MediaTime(90, over: 30))
    #expect(MediaTime(1_001_000, over: 1000).description == "1001s")
    #expect(MediaTime(1001, over: 30000).description == "1001/30000s")
  }

  @Test("Arithmetic agrees with 128-bit fractions", arguments: 0..<20)
  func arithmetic(seed: Int) {
    var random = Seeded(state: UInt64(seed))
    for _ in 0..<200 {
      let (a, b) = (random.time(), random.time())
      let (x, y) = (Fraction(a), Fraction(b))
      let factor = Int.random(in: -1000...1000, using: &random)
      #expect(
        Fraction(a + b) == Fraction(x.over * y.under + y.over * x.under, x.under * y.under))
      #expect(
        Fraction(a - b) == Fraction(x.over * y.under - y.over * x.under, x.under * y.under))
      #expect(Fraction(a * b) == Fraction(x.over * y.over, x.under * y.under))
      #expect(Fraction(a * factor) == Fraction(x.over * Int128(factor), x.under))
      if b != .zero {
        #expect(Fraction(a / b) == Fraction(x.over * y.under, x.under * y.over))
      }
      #expect((a < b) == (x.over * y.under < y.over * x.under))
      #expect((a == b) == (x == y))
      #expect((a + b) - b == a)
    }
  }

  @Test("Comparing and rounding don't overflow where products would")
  func large() {
    let large = Int64.max
    #expect(MediaTime(large, over: large - 1) > MediaTime(large - 1, over: large))
    #expect(MediaTime(-large, over: 2) < MediaTime(large, over: 2))
    #expect(MediaTime(large / 2, over: large).milliseconds == 500)
  }

  @Test("Whole units are counted downwards", arguments: 0..<10)
  func count(seed: Int) {
    var random = Seeded(state: UInt64(seed))
    for _ in 0..<200 {
      let time = random.time()
      let unit = MediaTime(.random(in: 1...5000, using: &random), over: 30000)
      let count = time.count(of: unit)
      #expect(unit * count <= time && time < unit * (count + 1), "\(time) in \(unit)")
    }
    #expect(MediaTime(-1, over: 2).count(of: MediaTime(seconds: 1)) == -1)
    #expect(MediaTime(seconds: -2).count(of: MediaTime(seconds: 1)) == -2)
  }

  @Test(
    "Milliseconds are the nearest, halves away from zero",
    arguments: [
      (0, 1, 0), (1, 1000, 1), (1, 2000, 1), (-1, 2000, -1), (1, 4000, 0), (-1, 4000, 0),
      (3, 2000, 2), (-3, 2000, -2), (1001, 30000, 33), (-1001, 30000, -33), (7, 2, 3500),
    ])
  func milliseconds(numerator: Int64, denominator: Int64, expected: Int) {
    #expect(MediaTime(numerator, over: denominator).milliseconds == Milliseconds(expected))
  }

  @Test("A whole number of milliseconds comes back", arguments: 0..<10)
  func roundTrip(seed: Int) {
    var random = Seeded(state: UInt64(seed))
    for _ in 0..<200 {
      let milliseconds = Milliseconds(.random(in: -10_000_000...10_000_000, using: &random))
      #expect(MediaTime(milliseconds).milliseconds == milliseconds)
    }
  }
}
