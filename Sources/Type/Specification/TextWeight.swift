/// How heavy letters are, on the scale of OpenType (100 to 900).
///
/// A family that lacks a weight gives its nearest one.
public struct TextWeight: Hashable, Sendable {
  /// 100 (thin) to 900 (black).
  public var value: Int

  /// A weight, brought into 100…900.
  public init(_ value: Int) { self.value = min(max(value, 100), 900) }

  /// 400.
  public static let regular = TextWeight(400)
  /// 600.
  public static let semibold = TextWeight(600)
  /// 700.
  public static let bold = TextWeight(700)
}
