/// A point in time or a length of time, in seconds, held exactly as a reduced fraction.
///
/// Arithmetic is exact. It traps when a result no longer fits 64 bits, which needs a
/// numerator and a denominator of more than nine digits each; times read from foreign files
/// are bounded before they become a `MediaTime`.
public struct MediaTime: Hashable, Sendable {
  /// Numerator of the reduced fraction; carries the sign.
  public let numerator: Int64
  /// Denominator of the reduced fraction; always positive.
  public let denominator: Int64

  /// `numerator / denominator` seconds, reduced.
  public init(_ numerator: Int64, over denominator: Int64) {
    precondition(denominator != 0, "a time has no zero denominator")
    let divisor = gcd(numerator.magnitude, denominator.magnitude)
    let sign: Int64 = denominator < 0 ? -1 : 1
    self.numerator = sign * numerator / Int64(divisor)
    self.denominator = sign * denominator / Int64(divisor)
  }

  /// A whole number of seconds.
  public init(seconds: Int) {
    self.init(Int64(seconds), over: 1)
  }

  /// The exact time of a whole number of milliseconds.
  public init(_ milliseconds: Milliseconds) {
    self.init(Int64(milliseconds.count), over: 1000)
  }

  /// No time at all.
  public static let zero = MediaTime(0, over: 1)

  /// The nearest `Double`, for drawing and printing; never for comparing.
  public var seconds: Double { Double(numerator) / Double(denominator) }

  /// The number of whole `unit`s in this time, rounded down.
  public func count(of unit: MediaTime) -> Int {
    precondition(unit > .zero, "a unit of time is longer than nothing")
    let ratio = self / unit
    let quotient = ratio.numerator / ratio.denominator
    let isBelow = ratio.numerator < 0 && ratio.numerator % ratio.denominator != 0
    return Int(isBelow ? quotient - 1 : quotient)
  }

  /// The nearest millisecond, halves away from zero.
  public var milliseconds: Milliseconds {
    let doubled = numerator.multipliedFullWidth(by: 2000)
    let (quotient, _) = (denominator).dividingFullWidth(doubled)
    return Milliseconds(Int(quotient >= 0 ? (quotient + 1) / 2 : (quotient - 1) / 2))
  }
}

extension MediaTime: Comparable {
  /// Exact comparison by full-width cross products.
  public static func < (left: MediaTime, right: MediaTime) -> Bool {
    let a = left.numerator.multipliedFullWidth(by: right.denominator)
    let b = right.numerator.multipliedFullWidth(by: left.denominator)
    return a.high != b.high ? a.high < b.high : a.low < b.low
  }
}

extension MediaTime: AdditiveArithmetic {
  /// The exact sum.
  public static func + (left: MediaTime, right: MediaTime) -> MediaTime {
    let divisor = Int64(gcd(left.denominator.magnitude, right.denominator.magnitude))
    let scale = right.denominator / divisor
    return MediaTime(
      left.numerator * scale + right.numerator * (left.denominator / divisor),
      over: left.denominator * scale)
  }

  /// The exact difference.
  public static func - (left: MediaTime, right: MediaTime) -> MediaTime {
    left + MediaTime(-right.numerator, over: right.denominator)
  }

  /// The exact product with a whole number.
  public static func * (time: MediaTime, factor: Int) -> MediaTime {
    let divisor = Int64(gcd(UInt64(factor.magnitude), time.denominator.magnitude))
    return MediaTime(
      time.numerator * (Int64(factor) / divisor), over: time.denominator / divisor)
  }

  /// The exact product of two fractions; the unit is the caller's business.
  public static func * (left: MediaTime, right: MediaTime) -> MediaTime {
    let first = Int64(gcd(left.numerator.magnitude, right.denominator.magnitude))
    let second = Int64(gcd(right.numerator.magnitude, left.denominator.magnitude))
    return MediaTime(
      (left.numerator / first) * (right.numerator / second),
      over: (left.denominator / second) * (right.denominator / first))
  }

  /// The exact quotient of two times, as a plain fraction.
  public static func / (left: MediaTime, right: MediaTime) -> MediaTime {
    precondition(right.numerator != 0, "division by no time")
    return left * MediaTime(right.denominator, over: right.numerator)
  }
}

extension MediaTime: CustomStringConvertible {
  /// The fraction in seconds, for logs: `3s`, `1001/30000s`.
  public var description: String {
    denominator == 1 ? "\(numerator)s" : "\(numerator)/\(denominator)s"
  }
}

/// Euclid's algorithm; 1 where both are zero, so that it is always a divisor.
func gcd(_ first: UInt64, _ second: UInt64) -> UInt64 {
  var (a, b) = (first, second)
  while b != 0 { (a, b) = (b, a % b) }
  return max(a, 1)
}
