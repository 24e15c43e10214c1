import Crypto
import Foundation

/// Random names and tokens, and the digests by which they are kept.
enum Secret {
  /// What every token begins with.
  static let tokenPrefix = "nmv_usr_"
  private static let encodedLength = 43

  /// A token of 256 random bits.
  static func token() -> String {
    let encoded = Data(bytes(32)).base64EncodedString()
    return tokenPrefix
      + encoded.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  /// A random id of 128 bits behind a prefix.
  static func id(_ prefix: String) -> String {
    prefix + hexadecimal(bytes(16))
  }

  /// Random bytes that nobody can foretell.
  static func bytes(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }

  /// Whether a text can be a token at all. A foreign text is refused without a look at the store.
  static func isToken(_ text: String) -> Bool {
    let bytes = text.utf8
    guard bytes.count == tokenPrefix.utf8.count + encodedLength, text.hasPrefix(tokenPrefix)
    else { return false }
    return bytes.dropFirst(tokenPrefix.utf8.count).allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
  }

  /// SHA-256 of a text.
  static func digest(_ text: String) -> SHA256Digest {
    var text = text
    return text.withUTF8 { SHA256.hash(data: $0) }
  }

  /// SHA-256 of a text in hexadecimal digits, as it is kept.
  static func hexadecimalDigest(_ text: String) -> String {
    hexadecimal(Array(digest(text)))
  }

  /// Two digits a byte.
  static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(2 * bytes.count)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
