import MediaTime

/// Reads times as people and programs write them: `1:02:03,450`, `02:03.45`, `0:00:01.5`.
struct Clock {
  private var bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  /// What is left after what was read.
  var rest: ArraySlice<UInt8> { bytes }

  /// A time may be this far off and still be a time; beyond it is nonsense.
  static let longest: Int64 = 24 * 3600 * 1000

  /// The next time in milliseconds, signed; nil where there is none. Never more than the largest
  /// that ten digits a field give.
  mutating func time() -> Int64? {
    skipSpaces()
    let isNegative = take(UInt8(ascii: "-"))
    var fields: [Int64] = []
    while fields.count < 4, let number = number() {
      fields.append(number.value)
      guard takeColon() else { break }
    }
    guard (2...4).contains(fields.count) else { return nil }
    var millisecond: Int64 = 0
    // Some programs separate the fraction by a fourth colon.
    if fields.count == 4 { millisecond = fields.removeLast() }
    skipSpaces()
    if let mark = bytes.first, mark == UInt8(ascii: ",") || mark == UInt8(ascii: ".") {
      bytes.removeFirst()
      skipSpaces()
      if let fraction = number() { millisecond = fraction.asMilliseconds }
    }
    let seconds = fields.reduce(0) { $0 * 60 + $1 }
    return (isNegative ? -1 : 1) * (seconds * 1000 + millisecond)
  }

  /// Takes the arrow between two times: `-->`, or what was made of it.
  mutating func takeArrow() -> Bool {
    skipSpaces()
    var dashes = 0
    while dashes < 5, take(UInt8(ascii: "-")) || takeLongDash() { dashes += 1 }
    return dashes > 0 && take(UInt8(ascii: ">"))
  }

  private mutating func takeLongDash() -> Bool {
    guard bytes.starts(with: [0xE2, 0x80, 0x93]) || bytes.starts(with: [0xE2, 0x80, 0x94])
    else { return false }
    bytes.removeFirst(3)
    return true
  }

  /// A colon, or the full-width one of Chinese keyboards, with spaces around it.
  private mutating func takeColon() -> Bool {
    let before = bytes
    skipSpaces()
    if take(UInt8(ascii: ":")) {
      skipSpaces()
      return true
    }
    if bytes.starts(with: [0xEF, 0xBC, 0x9A]) {
      bytes.removeFirst(3)
      return true
    }
    bytes = before
    return false
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard bytes.first == byte else { return false }
    bytes.removeFirst()
    return true
  }

  private mutating func skipSpaces() {
    while let first = bytes.first, first == 0x20 || first == 0x09 { bytes.removeFirst() }
  }

  private struct Number {
    var value: Int64
    var digits: Int

    /// The number as the decimals of a second.
    var asMilliseconds: Int64 {
      var (value, digits) = (value, digits)
      while digits < 3 { (value, digits) = (value * 10, digits + 1) }
      while digits > 3 { (value, digits) = (value / 10, digits - 1) }
      return value
    }
  }

  private mutating func number() -> Number? {
    var number = Number(value: 0, digits: 0)
    while let byte = bytes.first, byte >= 0x30, byte <= 0x39 {
      guard number.digits < 9 else { return nil }
      number.value = number.value * 10 + Int64(byte - 0x30)
      number.digits += 1
      bytes.removeFirst()
    }
    return number.digits > 0 ? number : nil
  }
}

extension MediaTime {
  /// Milliseconds of a file, bounded to a day either way.
  init(bounded milliseconds: Int64) {
    self.init(min(max(milliseconds, -Clock.longest), Clock.longest), over: 1000)
  }
}
