/// A grade baked into a table from Y′CbCr to Y′CbCr: every level of luma by 32 × 32 cells of the
/// differences of colour, as samples with six more bits. An entry holds all four corners of its
/// cell, so that a sample costs one look-up.
final class GradeTable: Sendable {
  /// As `kn_grade` wants it.
  let luma: [UInt64]
  /// As `kn_grade` wants it.
  let chroma: [UInt64]

  private static let cells = 32
  private static let spacing = 8
  private static let lumaStep = 8

  init(_ grade: Grade) {
    let change = grade.prepared()
    let cells = Self.cells
    var luma = [UInt64](repeating: 0, count: cells * cells * 256)
    var chroma = [UInt64](repeating: 0, count: 2 * cells * cells * 256)
    var above: [[SIMD3<Int32>]] = []
    for row in 0...cells {
      let lines = (0...cells).map {
        Self.line(
          cb: Double(row * Self.spacing), cr: Double($0 * Self.spacing),
          keeping: grade.keepsBeyondGamut, change)
      }
      for column in 0..<(row == 0 ? 0 : cells) {
        let start = ((row - 1) * cells + column) * 256
        for y in 0..<256 {
          let (a, b) = (above[column][y], above[column + 1][y])
          let (c, d) = (lines[column][y], lines[column + 1][y])
          luma[start + y] = packed(a.x, b.x, c.x, d.x)
          chroma[2 * (start + y)] = packed(a.y, b.y, c.y, d.y)
          chroma[2 * (start + y) + 1] = packed(a.z, b.z, c.z, d.z)
        }
      }
      above = lines
    }
    self.luma = luma
    self.chroma = chroma
  }

  /// Weights of a cell's corners for each place in it, as `kn_grade` wants them.
  static let weights: [UInt64] = (0..<64).map { place in
    let (down, right) = (Int32(place / 8), Int32(place % 8))
    return packed(
      (8 - down) * (8 - right), (8 - down) * right, down * (8 - right), down * right)
  }

  /// What becomes of the 256 levels of luma beside one pair of differences: every eighth is
  /// graded, those between follow a Catmull-Rom spline.
  private static func line(
    cb: Double, cr: Double, keeping share: Double,
    _ change: (SIMD3<Double>) -> SIMD3<Double>
  ) -> [SIMD3<Int32>] {
    let knots = (0...256 / lumaStep).map {
      graded(SIMD3(Double($0 * lumaStep), cb, cr), keeping: share, change)
    }
    return (0..<256).map { y in
      let (k, t) = (y / lumaStep, Double(y % lumaStep) / Double(lumaStep))
      let (p1, p2) = (knots[k], knots[k + 1])
      let p0 = k > 0 ? knots[k - 1] : p1 + p1 - p2
      let p3 = k + 2 < knots.count ? knots[k + 2] : p2 + p2 - p1
      let bend = (p0 - p1) * 2 + (p2 - p1) * 4 - (p3 - p1)
      let curl = (p1 - p2) * 3 + p3 - p0
      let value = p1 + ((p2 - p0) + (bend + curl * t) * t) * (t * 0.5)
      let fine = (value * 64).rounded(.toNearestOrAwayFromZero)
      return SIMD3<Int32>(
        fine.clamped(
          lowerBound: SIMD3(repeating: 0), upperBound: SIMD3(repeating: 255 * 64)))
    }
  }

  /// One colour, in samples of 8 bits. A colour that no display shows is graded as the nearest
  /// paler one that some do, and keeps its distance from that.
  private static func graded(
    _ sample: SIMD3<Double>, keeping share: Double,
    _ change: (SIMD3<Double>) -> SIMD3<Double>
  ) -> SIMD3<Double> {
    let y = max(0, min(1, (sample.x - 16) / 219))
    let (cb, cr) = ((sample.y - 128) / 224, (sample.z - 128) / 224)
    let away = SIMD3(
      1.5748 * cr, -0.1873242729 * cb - 0.4681242729 * cr, 1.8556 * cb)
    var keep = 1.0
    for channel in 0..<3 {
      if y + away[channel] > 1 { keep = min(keep, (1 - y) / away[channel]) }
      if y + away[channel] < 0 { keep = min(keep, -y / away[channel]) }
    }
    let inside = SIMD3(repeating: y) + away * keep
    let shown = SIMD3(16 + 219 * y, 128 + 224 * cb * keep, 128 + 224 * cr * keep)
    let beyond = (sample - shown) * SIMD3(1, share, share)
    return samples(change(inside)) + beyond
  }

  private static func samples(_ color: SIMD3<Double>) -> SIMD3<Double> {
    let luma = 0.2126 * color.x + 0.7152 * color.y + 0.0722 * color.z
    return SIMD3(
      16 + 219 * luma, 128 + 224 * (color.z - luma) / 1.8556,
      128 + 224 * (color.x - luma) / 1.5748)
  }
}

private func packed(_ a: Int32, _ b: Int32, _ c: Int32, _ d: Int32) -> UInt64 {
  UInt64(truncatingIfNeeded: a) | UInt64(truncatingIfNeeded: b) &<< 16
    | UInt64(truncatingIfNeeded: c) &<< 32 | UInt64(truncatingIfNeeded: d) &<< 48
}
