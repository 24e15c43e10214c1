/// A plane-to-plane projective map, as a 3 × 3 matrix in row order.
///
/// Coordinates are continuous: the picture covers `0…width` by `0…height`, and the centre of
/// the first luma sample lies at (0.5, 0.5).
public struct Projection: Hashable, Sendable {
  /// First row: x′ = (m00·x + m01·y + m02) / w.
  public var m00, m01, m02: Double
  /// Second row: y′ = (m10·x + m11·y + m12) / w.
  public var m10, m11, m12: Double
  /// Third row: w = m20·x + m21·y + m22.
  public var m20, m21, m22: Double

  /// The map of the given rows.
  public init(
    _ first: (Double, Double, Double), _ second: (Double, Double, Double),
    _ third: (Double, Double, Double) = (0, 0, 1)
  ) {
    (m00, m01, m02) = first
    (m10, m11, m12) = second
    (m20, m21, m22) = third
  }

  /// The map that changes nothing.
  public static let identity = Projection((1, 0, 0), (0, 1, 0))

  /// Scales about the origin.
  public static func scale(_ x: Double, _ y: Double) -> Projection {
    Projection((x, 0, 0), (0, y, 0))
  }

  /// Moves by (x, y) pixels.
  public static func translation(_ x: Double, _ y: Double) -> Projection {
    Projection((1, 0, x), (0, 1, y))
  }

  /// Whether columns and rows can be resampled one after the other: scale and shift alone.
  public var isSeparable: Bool {
    m01 == 0 && m10 == 0 && m20 == 0 && m21 == 0 && m22 == 1 && m00 > 0 && m11 > 0
  }

  /// First `other`, then `self`.
  public func after(_ other: Projection) -> Projection {
    func row(_ a: Double, _ b: Double, _ c: Double) -> (Double, Double, Double) {
      (
        a * other.m00 + b * other.m10 + c * other.m20,
        a * other.m01 + b * other.m11 + c * other.m21,
        a * other.m02 + b * other.m12 + c * other.m22
      )
    }
    return Projection(row(m00, m01, m02), row(m10, m11, m12), row(m20, m21, m22))
  }

  /// Where a point lands.
  public func apply(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    let w = m20 * x + m21 * y + m22
    return ((m00 * x + m01 * y + m02) / w, (m10 * x + m11 * y + m12) / w)
  }

  /// The map back, or nil where the map folds everything onto a line.
  public var inverse: Projection? {
    let c00 = m11 * m22 - m12 * m21
    let c01 = m12 * m20 - m10 * m22
    let c02 = m10 * m21 - m11 * m20
    let determinant = m00 * c00 + m01 * c01 + m02 * c02
    guard determinant.magnitude > 1e-12 else { return nil }
    let back = Projection(
      (c00, m02 * m21 - m01 * m22, m01 * m12 - m02 * m11),
      (c01, m00 * m22 - m02 * m20, m02 * m10 - m00 * m12),
      (c02, m01 * m20 - m00 * m21, m00 * m11 - m01 * m10))
    return back.divided(by: determinant)
  }

  private func divided(by value: Double) -> Projection {
    Projection(
      (m00 / value, m01 / value, m02 / value), (m10 / value, m11 / value, m12 / value),
      (m20 / value, m21 / value, m22 / value))
  }
}
