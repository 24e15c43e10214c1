import Pixels
import Testing

@testable import Render

@Suite struct FingerprintTests {
  private struct Pair { var left, right: [Int] }
  private enum Choice { case plain, with(Int), other(Int) }
  private final class Box {}

  @Test func equalValuesAreEqual() {
    #expect(
      Fingerprint.name(of: Pair(left: [1], right: []), "a")
        == Fingerprint.name(of: Pair(left: [1], right: []), "a"))
    #expect(Fingerprint.name(of: 1)?.count == 64)
  }

  @Test func whatDiffersHasAnotherName() {
    let values: [Any] = [
      Pair(left: [1], right: [2]), Pair(left: [1, 2], right: []), Pair(left: [], right: [1, 2]),
      Choice.plain, Choice.with(1), Choice.other(1), Choice.with(2), Int?.none as Any,
      Int?.some(0) as Any, "1", "12", ["1", "2"], 1.0, 1, Float(1.5), [UInt8(1)], true,
      0..<1, 0..<2, 0.0...1.0, 0.0...2.0,
      SIMD3<Float>(1, 2, 3), SIMD3<Float>(1, 2, 4),
      Plane(size: PixelSize(width: 2, height: 1), filledWith: 1),
      Plane(size: PixelSize(width: 1, height: 2), filledWith: 1),
    ]
    let names = values.map { Fingerprint.name(of: $0) }
    #expect(!names.contains(nil))
    #expect(Set(names).count == values.count - 1, "true and 1 alone are one word")
  }

  @Test func whatCantBeLookedIntoHasNone() {
    #expect(Fingerprint.name(of: Box()) == nil)
    #expect(Fingerprint.name(of: [Box()]) == nil)
    #expect(Fingerprint.name(of: { 1 }) == nil)
    #expect(Fingerprint.name(of: Set([1, 2])) == nil)
    #expect(Fingerprint.name(of: ["a": 1]) == nil)
  }
}
