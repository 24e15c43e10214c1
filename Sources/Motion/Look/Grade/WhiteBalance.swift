/// A change of the light a scene seems to stand in: von Kries in the cone space of Bradford
/// (Lam 1985), between two daylights (CIE 15).
struct WhiteBalance {
  private let rows: (LinearColor, LinearColor, LinearColor)

  /// As if white at 6504 K were white at this many kelvins, 4000…25 000; luminance of white stays.
  init(kelvins: Double) {
    let from = Self.cones(ofDaylight: 6504)
    let to = Self.cones(ofDaylight: kelvins)
    let gains = to / from
    func column(_ color: LinearColor) -> LinearColor {
      let cones = Self.times(Self.bradford, Self.times(Self.toXYZ, color)) * gains
      return Self.times(Self.fromXYZ, Self.times(Self.fromBradford, cones))
    }
    let (x, y, z) = (column([1, 0, 0]), column([0, 1, 0]), column([0, 0, 1]))
    rows = ([x.x, y.x, z.x], [x.y, y.y, z.y], [x.z, y.z, z.z])
  }

  func apply(_ color: LinearColor) -> LinearColor { Self.times(rows, color) }

  /// The cones' answer to daylight of luminance 1.
  private static func cones(ofDaylight kelvins: Double) -> SIMD3<Double> {
    let k = 1000 / kelvins
    let x =
      kelvins <= 7000
      ? 0.244063 + 0.09911 * k + 2.9678 * k * k - 4.6070 * k * k * k
      : 0.237040 + 0.24748 * k + 1.9018 * k * k - 2.0064 * k * k * k
    let y = -3 * x * x + 2.87 * x - 0.275
    return times(bradford, [x / y, 1, (1 - x - y) / y])
  }

  private typealias Matrix = (SIMD3<Double>, SIMD3<Double>, SIMD3<Double>)

  private static func times(_ matrix: Matrix, _ v: SIMD3<Double>) -> SIMD3<Double> {
    [(matrix.0 * v).sum(), (matrix.1 * v).sum(), (matrix.2 * v).sum()]
  }

  private static let toXYZ: Matrix = (
    [0.4123907993, 0.3575843394, 0.1804807884], [0.2126390059, 0.7151686788, 0.0721923154],
    [0.0193308187, 0.1191947798, 0.9505321522]
  )
  private static let fromXYZ: Matrix = (
    [3.2409699419, -1.5373831776, -0.4986107603], [-0.9692436363, 1.8759675015, 0.0415550574],
    [0.0556300797, -0.2039769589, 1.0569715142]
  )
  private static let bradford: Matrix = (
    [0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]
  )
  private static let fromBradford: Matrix = (
    [0.9869929055, -0.1470542564, 0.1599626517], [0.4323052697, 0.5183602715, 0.0492912282],
    [-0.0085286646, 0.0400428217, 0.9684866958]
  )
}
