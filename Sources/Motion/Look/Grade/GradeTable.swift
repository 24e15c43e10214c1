/// A grade baked into a table from Y′CbCr to Y′CbCr: every level of luma by 33 nodes along each
/// difference of colour, as samples with six more bits, so that a sweep costs six look-ups.
final class GradeTable: Sendable {
  /// As `kn_grade` wants it.
  let luma: [UInt32]
  /// As `kn_grade` wants it.
  let chroma: [UInt32]

  static let nodes = 33
  private static let spacing = 8
  private static let lumaStep = 4

  init(_ grade: Grade) {
    let change = grade.prepared()
    let nodes = Self.nodes
    var luma = [UInt32](repeating: 0, count: nodes * (nodes - 1) * 256)
    var chroma = [UInt32](repeating: 0, count: nodes * nodes * 256)
    for row in 0..<nodes {
      var before: [SIMD3<Int32>] = []
      for column in 0..<nodes {
        let line = Self.line(
          cb: Double(row * Self.spacing), cr: Double(column * Self.spacing),
          keeping: grade.keepsBeyondGamut, change)
        let node = (row * nodes + column) * 256
        for y in 0..<256 {
          chroma[node + y] = Self.pair(line[y].y, line[y].z)
          guard column > 0 else { continue }
          luma[(row * (nodes - 1) + column - 1) * 256 + y] = Self.pair(before[y].x, line[y].x)
        }
        before = line
      }
    }
    self.luma = luma
    self.chroma = chroma
  }

  private static func pair(_ low: Int32, _ high: Int32) -> UInt32 {
    UInt32(truncatingIfNeeded: low) & 0xFFFF | UInt32(truncatingIfNeeded: high) &<< 16
  }

  /// What becomes of the 256 levels of luma beside one pair of differences: every fourth is
  /// graded, those between follow a Catmull-Rom spline.
  private static func line(
    cb: Double, cr: Double, keeping share: Double,
    _ change: (SIMD3<Double>) -> SIMD3<Double>
  ) -> [SIMD3<Int32>] {
    let knots = (0...64).map {
      graded(SIMD3(Double($0 * lumaStep), cb, cr), keeping: share, change)
    }
    return (0..<256).map { y in
      let (k, t) = (y / lumaStep, Double(y % lumaStep) / Double(lumaStep))
      let (p1, p2) = (knots[k], knots[k + 1])
      let p0 = k > 0 ? knots[k - 1] : p1 + p1 - p2
      let p3 = k < 63 ? knots[k + 2] : p2 + p2 - p1
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

  /// What becomes of one colour: samples of 8 bits as fractions, from the nearest node's cell.
  func color(y: Int, cb: Int, cr: Int) -> SIMD3<Float> {
    let (row, column) = (cb / Self.spacing, cr / Self.spacing)
    let (down, right) = (Float(cb % Self.spacing) / 8, Float(cr % Self.spacing) / 8)
    let cell = (row * (Self.nodes - 1) + column) * 256 + y
    let node = (row * Self.nodes + column) * 256 + y
    let (above, below) = (luma[cell], luma[cell + (Self.nodes - 1) * 256])
    func mix(_ a: Float, _ b: Float, _ t: Float) -> Float { a + (b - a) * t }
    let light = mix(
      mix(Self.low(above), Self.high(above), right), mix(Self.low(below), Self.high(below), right),
      down)
    let corners = [0, 256, Self.nodes * 256, (Self.nodes + 1) * 256].map { chroma[node + $0] }
    func blend(_ part: (UInt32) -> Float) -> Float {
      mix(
        mix(part(corners[0]), part(corners[1]), right),
        mix(part(corners[2]), part(corners[3]), right), down)
    }
    return SIMD3(light, blend(Self.low), blend(Self.high)) / 64
  }

  private static func low(_ pair: UInt32) -> Float { Float(pair & 0xFFFF) }
  private static func high(_ pair: UInt32) -> Float { Float(pair >> 16) }
}
