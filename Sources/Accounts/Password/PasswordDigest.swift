import Crypto
import CryptoExtras
import Foundation

/// A password as it is kept: the salt, the costs, and a code that only the key which scrypt makes
/// of the password gives (HMAC with SHA-256 of the salt).
///
/// Its text is `$scrypt-hs256$ln=15,r=8,p=1$<salt>$<code>`, salt and code in base64.
struct PasswordDigest: Hashable, Sendable {
  let costs: PasswordCosts
  private let salt: [UInt8]
  private let code: [UInt8]

  private static let scheme = "scrypt-hs256"
  private static let codeLength = 32

  /// The digest of a password under a fresh salt.
  static func make(_ password: String, costs: PasswordCosts) throws -> PasswordDigest {
    let salt = Secret.bytes(16)
    let key = try key(of: password, salt: salt, costs: costs)
    let code = HMAC<SHA256>.authenticationCode(for: salt, using: key)
    return PasswordDigest(costs: costs, salt: salt, code: Array(code))
  }

  /// A digest of no password, to be checked where there is none.
  static func decoy(costs: PasswordCosts) -> PasswordDigest {
    PasswordDigest(costs: costs, salt: Secret.bytes(16), code: Secret.bytes(codeLength))
  }

  /// Reads a text; nil where it is no digest, or asks for more than can be paid.
  init?(text: String) {
    let fields = text.split(separator: "$", omittingEmptySubsequences: false)
    guard fields.count == 5, fields[0].isEmpty, fields[1] == Self.scheme,
      let match = fields[2].wholeMatch(of: /ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})/),
      let logarithm = Int(match.1), let blockSize = Int(match.2), let lanes = Int(match.3),
      let salt = Data(base64Encoded: String(fields[3])), salt.count >= 8,
      let code = Data(base64Encoded: String(fields[4])), code.count == Self.codeLength
    else { return nil }
    let costs = PasswordCosts(logarithm: logarithm, blockSize: blockSize, lanes: lanes)
    guard costs.problems().isEmpty else { return nil }
    self.init(costs: costs, salt: [UInt8](salt), code: [UInt8](code))
  }

  /// The text that is kept.
  var text: String {
    "$\(Self.scheme)$ln=\(costs.logarithm),r=\(costs.blockSize),p=\(costs.lanes)"
      + "$\(Data(salt).base64EncodedString())$\(Data(code).base64EncodedString())"
  }

  /// Whether it is the digest of a password; takes the same time wherever the codes differ.
  func matches(_ password: String) throws -> Bool {
    let key = try Self.key(of: password, salt: salt, costs: costs)
    return HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: salt, using: key)
  }

  private init(costs: PasswordCosts, salt: [UInt8], code: [UInt8]) {
    self.costs = costs
    self.salt = salt
    self.code = code
  }

  /// What scrypt makes of a password, written in whatever of Unicode's ways.
  private static func key(
    of password: String, salt: [UInt8], costs: PasswordCosts
  ) throws -> SymmetricKey {
    let passphrase = Array(password.precomposedStringWithCanonicalMapping.utf8)
    precondition(!passphrase.isEmpty, "An empty password is refused before it is digested.")
    return try KDF.Scrypt.deriveKey(
      from: passphrase, salt: salt, outputByteCount: 32, rounds: 1 << costs.logarithm,
      blockSize: costs.blockSize, parallelism: costs.lanes)
  }
}
