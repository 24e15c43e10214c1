import Crypto
import Foundation

/// Who has the link may have the content, until it expires: HMAC-SHA256 over id and expiry.
struct SignedLink: Sendable {
  private let key: SymmetricKey

  init(key: SymmetricKey) { self.key = key }

  /// The path and query of a link.
  /// - Parameter expires: seconds since 1970.
  func path(to id: String, expires: Int) -> String {
    let code = HMAC<SHA256>.authenticationCode(for: Self.message(id, expires), using: key)
    return "/media/\(id)?expires=\(expires)&signature=\(Data(code).hexadecimal)"
  }

  /// Whether the signature is ours and the link still holds; takes the same time wherever a
  /// signature goes wrong.
  func isValid(id: String, expires: Int, signature: String, at time: Date) -> Bool {
    guard let code = Data(hexadecimal: signature) else { return false }
    let isOurs = HMAC<SHA256>.isValidAuthenticationCode(
      code, authenticating: Self.message(id, expires), using: key)
    return isOurs && time.timeIntervalSince1970 < Double(expires)
  }

  private static func message(_ id: String, _ expires: Int) -> Data {
    Data("\(id)\n\(expires)".utf8)
  }
}

extension Sequence<UInt8> {
  /// Two digits a byte, in lower case.
  var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in self { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }
}

extension Data {
  /// The bytes of a text of hexadecimal digits in lower case; nil where it is none.
  init?(hexadecimal text: String) {
    let digits = Array(text.utf8)
    guard digits.count % 2 == 0 else { return nil }
    var bytes: [UInt8] = []
    for place in stride(from: 0, to: digits.count, by: 2) {
      guard let high = Self.value(of: digits[place]), let low = Self.value(of: digits[place + 1])
      else { return nil }
      bytes.append(high << 4 | low)
    }
    self.init(bytes)
  }

  private static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}

extension SHA256 {
  /// The digest of texts, each ended, so that their borders count.
  static func digest(_ texts: [String]) -> String {
    var hash = SHA256()
    for text in texts {
      hash.update(data: Data(text.utf8))
      hash.update(data: [0])
    }
    return hash.finalize().hexadecimal
  }
}
