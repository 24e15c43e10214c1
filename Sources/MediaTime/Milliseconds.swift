/// A whole number of milliseconds, the unit in which a draft is written.
public struct Milliseconds: Hashable, Sendable {
  /// How many milliseconds.
  public var count: Int

  /// A whole number of milliseconds.
  public init(_ count: Int) { self.count = count }

  /// The nearest millisecond to `seconds`, halves away from zero. Anyone may have written the
  /// number: beyond ±10¹⁵ ms it is clamped, and what is no number counts as none.
  public init(seconds: Double) {
    let bound = 1e15
    let nearest = (seconds * 1000).rounded(.toNearestOrAwayFromZero)
    count = nearest.isNaN ? 0 : Int(min(max(nearest, -bound), bound))
  }

  /// The same length in seconds, for printing and for curves.
  public var seconds: Double { Double(count) / 1000 }
}

extension Milliseconds: ExpressibleByIntegerLiteral {
  /// A literal counts milliseconds.
  public init(integerLiteral value: Int) { count = value }
}

extension Milliseconds: Comparable {
  /// By length.
  public static func < (left: Self, right: Self) -> Bool { left.count < right.count }
}

extension Milliseconds: AdditiveArithmetic {
  /// The exact sum.
  public static func + (left: Self, right: Self) -> Self { Self(left.count + right.count) }
  /// The exact difference.
  public static func - (left: Self, right: Self) -> Self { Self(left.count - right.count) }
}

extension Milliseconds: Codable {
  /// Reads a bare JSON number.
  public init(from decoder: any Decoder) throws {
    count = try decoder.singleValueContainer().decode(Int.self)
  }

  /// Writes a bare JSON number.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(count)
  }
}

extension Milliseconds: CustomStringConvertible {
  /// `1500 ms`.
  public var description: String { "\(count) ms" }
}
