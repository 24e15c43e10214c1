internal import Crypto
internal import Pixels

/// SHA-256 of a value and everything in it, by reflection: a field that a type gets later changes
/// its fingerprints without anyone thinking of it.
///
/// What can't be looked into (a class, a closure) or has no order (a set) leaves no fingerprint,
/// so that nothing is ever taken for equal by mistake.
struct Fingerprint {
  private var bytes: [UInt8] = []
  private var isKnowable = true

  /// The fingerprint of `values` as hexadecimal digits; nil where there is none.
  static func name(of values: Any...) -> String? {
    var fingerprint = Fingerprint()
    values.forEach { fingerprint.add($0) }
    guard fingerprint.isKnowable else { return nil }
    return SHA256.hash(data: fingerprint.bytes).map { byte in
      String(0x100 + UInt16(byte), radix: 16).dropFirst()
    }.joined()
  }

  private mutating func add(_ value: Any) {
    switch value {
    // Before any other: an optional casts to what it holds.
    case is any Wrapper: addParts(of: value)
    case let text as String: add(samples: Array(text.utf8))
    case let whole as any FixedWidthInteger: add(word: UInt64(truncatingIfNeeded: whole))
    case let number as Double: add(word: number.bitPattern)
    case let number as Float: add(word: UInt64(number.bitPattern))
    case let flag as Bool: add(word: flag ? 1 : 0)
    case let triple as SIMD3<Float>: (0..<3).forEach { add(triple[$0]) }
    // Ranges show what they print as, and no parts.
    case let range as Range<Int>: add([range.lowerBound, range.upperBound])
    case let range as ClosedRange<Double>: add([range.lowerBound, range.upperBound])
    case let samples as [UInt8]: add(samples: samples)
    case let plane as Plane:
      add(plane.size)
      add(samples: plane.samples)
    default: addParts(of: value)
    }
  }

  private mutating func addParts(of value: Any) {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .struct, .tuple, .optional, .collection: add(word: UInt64(mirror.children.count))
    case .enum: add(mirror.children.first?.label ?? String(describing: value))
    default: isKnowable = false
    }
    mirror.children.forEach { add($0.value) }
  }

  private mutating func add(samples: [UInt8]) {
    add(word: UInt64(samples.count))
    bytes += samples
  }

  private mutating func add(word: UInt64) {
    for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: word >> (shift * 8))) }
  }
}

private protocol Wrapper {}

extension Optional: Wrapper {}
