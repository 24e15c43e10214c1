import Crypto
import Foundation
import HTTPTypes
import Wire

/// Makes sure that a form was sent from the server's own page.
///
/// A page's forms hold a code over a secret that only this browser's cookie has: the token of who
/// is signed in, or else a random one. Another site can make a browser send a form, but can't know
/// the code. Beside that, the browser's own word on where the form comes from must fit.
struct FormSeal: Equatable, Sendable {
  /// The secret that the browser holds.
  let secret: String

  /// The code that the forms hold.
  var code: String {
    HMAC<SHA256>.authenticationCode(
      for: Data("kinora form".utf8), using: SymmetricKey(data: Data(secret.utf8))
    ).map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }

  /// A secret for a browser that has none.
  static func newSecret() -> String {
    (0..<32).map { _ in UInt8.random(in: .min ... .max) }
      .map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }

  /// Whether a form with that code and those headers is the page's own.
  func accepts(_ code: String, headers: HTTPFields, host: String?) -> Bool {
    let ours = Data(self.code.utf8)
    let theirs = Data(code.utf8)
    var difference = ours.count ^ theirs.count
    for (one, other) in zip(ours, theirs) { difference |= Int(one ^ other) }
    return difference == 0 && Self.comesFromHere(headers, host: host)
  }

  private static func comesFromHere(_ headers: HTTPFields, host: String?) -> Bool {
    if let site = headers[.fetchSite], site != "same-origin", site != "none" { return false }
    guard let origin = headers[.origin] else { return true }
    guard let host, let separator = origin.range(of: "://") else { return false }
    return origin[separator.upperBound...].lowercased() == host.lowercased()
  }
}

extension HTTPField.Name {
  static let fetchSite = known("Sec-Fetch-Site")
}
