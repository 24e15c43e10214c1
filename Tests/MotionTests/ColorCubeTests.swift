import MediaTime
import Pixels
import Testing

@testable import Motion

@Suite struct ColorCubeTests {
  private static func cube(
    _ size: Int, head: String = "", _ color: (Double, Double, Double) -> String
  ) -> String {
    var text = "# made here\nTITLE \"a b\"\nLUT_3D_SIZE \(size)\n" + head
    let last = Double(size - 1)
    for blue in 0..<size {
      for green in 0..<size {
        for red in 0..<size {
          text += color(Double(red) / last, Double(green) / last, Double(blue) / last) + "\n"
        }
      }
    }
    return text
  }

  private func applied(_ cube: ColorCube, _ amount: Double = 0.5) -> (Picture, Picture) {
    let before = LookPictures.mixed()
    let after = LookPictures.copy(before)
    FilmLook([.init(.lut, amount: amount, cube: cube)], size: before.size, seed: 1)
      .apply(to: after, frame: 0, at: .zero)
    return (before, after)
  }

  @Test(arguments: [2, 5, 17, 33])
  func aCubeOfItselfChangesNothing(size: Int) throws {
    let cube = try ColorCube(cube: Self.cube(size) { "\($0) \($1) \($2)" })
    #expect(cube.title == "a b")
    let (before, after) = applied(cube)
    let steps = zip(LookPictures.samples(before), LookPictures.samples(after)).map {
      (Int($0) - Int($1)).magnitude
    }
    #expect((steps.max() ?? 9) <= 1)
  }

  @Test func redRunsFastest() throws {
    let cube = try ColorCube(cube: Self.cube(3) { "\($2) \($1) \($0)" })
    let color = cube.color(for: SIMD3(0.9, 0.4, 0.1))
    #expect((color.x - 0.1).magnitude < 1e-5 && (color.z - 0.9).magnitude < 1e-5)
  }

  @Test func curvesMayStandAloneAndBeforeACube() throws {
    let curves = "LUT_1D_SIZE 3\n0 0 0\n.25 0.5 1e0\n1 1 1\n"
    let alone = try ColorCube(cube: curves).color(for: SIMD3(0.5, 0.25, 0.25))
    #expect((alone - SIMD3(0.25, 0.25, 0.5)).sum().magnitude < 1e-5)
    let both = """
      LUT_1D_SIZE 2
      LUT_3D_SIZE 2
      1 1 1
      0 0 0
      0 0 0
      1 0 0
      0 1 0
      1 1 0
      0 0 1
      1 0 1
      0 1 1
      1 1 1
      """
    let inverted = try ColorCube(cube: both).color(for: SIMD3(0.2, 0.5, 0.9))
    #expect((inverted.x - 0.8).magnitude < 1e-5 && (inverted.z - 0.1).magnitude < 1e-5)
  }

  @Test func domainsAndLineEndsAreMinded() throws {
    let text = Self.cube(2, head: "DOMAIN_MIN -1 -1 -1\nDOMAIN_MAX 1 1 1\n") { "\($0) \($1) \($2)" }
      .split(separator: "\n").joined(separator: "\r\n")
    let color = try ColorCube(cube: "\u{FEFF}" + text).color(for: SIMD3(0, 0.5, 1))
    #expect((color.x - 0.5).magnitude < 1e-5 && (color.y - 0.75).magnitude < 1e-5)
    let range = Self.cube(2, head: "LUT_3D_INPUT_RANGE 0 2\n") { "\($0) \($1) \($2)" }
    #expect(try ColorCube(cube: range).color(for: SIMD3(1, 1, 1)).x == 0.5)
  }

  @Test func itsShareGrowsWithTheAmount() throws {
    let black = try ColorCube(cube: Self.cube(2) { _, _, _ in "0 0 0" })
    let half = applied(black, 0.25).1
    let full = applied(black, 0.5).1
    #expect(LookPictures.mean(full.luma) < LookPictures.mean(half.luma) - 20)
  }

  @Test(arguments: [
    ("", "neither"), ("# nothing\n", "neither"), ("0 0 0\n", "before its size"),
    ("LUT_3D_SIZE 2\n0 0 0\n", "1 rows of numbers where 8"),
    ("LUT_3D_SIZE 1\n", "size 1"), ("LUT_3D_SIZE 130\n", "size 130"),
    ("LUT_3D_SIZE -4\n", "size -4"), ("LUT_3D_SIZE two\n", "no whole number"),
    ("LUT_3D_SIZE\n", "no whole number"), ("LUT_3D_SIZE 2 2\n", "no whole number"),
    ("LUT_3D_SIZE 2\nLUT_3D_SIZE 2\n", "twice"),
    ("LUT_1D_SIZE 70000\n", "size 70000"),
    ("LUT_1D_SIZE 2\n0 0\n1 1 1\n", "three numbers on line 2"),
    ("LUT_1D_SIZE 2\n0 0 0 0\n1 1 1\n", "three numbers on line 2"),
    ("LUT_1D_SIZE 2\n0 0 x\n1 1 1\n", "three numbers on line 2"),
    ("LUT_1D_SIZE 2\n0 0 nan\n1 1 1\n", "not finite on line 2"),
    ("LUT_1D_SIZE 2\n0 0 0\n1 1 inf\n", "not finite on line 3"),
    ("LUT_1D_SIZE 2\n0 0 0\n1 1 1\n2 2 2\n", "more than the 2 rows"),
    ("LUT_1D_SIZE 2\n0 0 0\nDOMAIN_MAX 1 1 1\n1 1 1\n", "among its numbers"),
    ("LUT_1D_SIZE 2\nDOMAIN_MIN 1 1 1\n", "not below"),
    ("LUT_1D_SIZE 2\nLUT_1D_INPUT_RANGE 1 0\n", "rising"),
    ("LUT_3D_INPUT_RANGE 0 1\n", "before its size"),
    ("WHAT 3\n", "unknown word “WHAT” on line 1"),
    ("\u{0}\u{1}PNG\n", "on line 1"),
  ])
  func whatIsWrongIsSaid(text: String, part: String) {
    do {
      _ = try ColorCube(cube: text)
      Issue.record("read \(text)")
    } catch {
      #expect(error.code == .badColorCube)
      #expect(error.message.contains(part), "\(error.message)")
      #expect(error.message.hasPrefix("The colour table ") && error.message.hasSuffix("."))
    }
  }
}
