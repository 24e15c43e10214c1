/// Percent-encoding of addresses (RFC 3986, §2.1).
enum PercentEncoding {
  /// The text that `encoded` stands for; nil where a `%` has no two digits behind it, the bytes
  /// are no UTF-8, or one of them is NUL.
  static func decode(_ encoded: Substring) -> String? {
    let bytes = encoded.utf8
    guard bytes.contains(where: { $0 == UInt8(ascii: "%") || $0 == 0 }) else {
      return String(encoded)
    }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index != bytes.endIndex {
      var byte = bytes[index]
      bytes.formIndex(after: &index)
      if byte == UInt8(ascii: "%") {
        guard let high = digit(&index, bytes), let low = digit(&index, bytes) else { return nil }
        byte = high << 4 | low
      }
      if byte == 0 { return nil }
      decoded.append(byte)
    }
    return String(validating: decoded, as: UTF8.self)
  }

  /// `text` with everything but letters, digits and `-._~` written as bytes.
  static func encode(_ text: String) -> String {
    var encoded = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return encoded
  }

  private static func digit(
    _ index: inout Substring.UTF8View.Index, _ bytes: Substring.UTF8View
  ) -> UInt8? {
    guard index != bytes.endIndex else { return nil }
    defer { bytes.formIndex(after: &index) }
    return switch bytes[index] {
    case let digit where (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit): digit - 48
    case let digit where (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(digit): digit - 87
    case let digit where (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(digit): digit - 55
    default: nil
    }
  }
}
