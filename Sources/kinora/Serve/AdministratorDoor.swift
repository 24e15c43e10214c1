import Foundation

/// How an operator on this machine finds a running server: a secret and an address in the data
/// folder, readable only by its owner.
struct AdministratorDoor {
  private let secretFile: String
  private let addressFile: String
  private let tokenFile: String

  init(folder: String) {
    secretFile = folder + "/admin.secret"
    addressFile = folder + "/admin.address"
    tokenFile = folder + "/local.token"
  }

  /// The secret, made where there is none.
  func secret() throws -> String {
    if let kept = try? String(contentsOfFile: secretFile, encoding: .utf8), kept.count >= 64 {
      return kept
    }
    var generator = SystemRandomNumberGenerator()
    let words = (0..<4).map { _ in UInt64.random(in: .min ... .max, using: &generator) }
    let secret = words.map { String(format: "%016llx", $0) }.joined()
    try write(secret, to: secretFile)
    return secret
  }

  /// Says where the server listens, and with what token this machine's own user talks to it
  /// where it is there for that user alone.
  func open(host: String, port: Int, token: String?) throws {
    try? FileManager.default.removeItem(atPath: tokenFile)
    if let token { try write(token, to: tokenFile) }
    try write("http://\(Self.name(of: host)):\(port)", to: addressFile)
  }

  /// What this machine calls the address that a server listens on.
  static func name(of host: String) -> String {
    switch host {
    case "0.0.0.0": "127.0.0.1"
    case "::": "[::1]"
    default: host.contains(":") ? "[\(host)]" : host
    }
  }

  /// Nobody listens any more.
  func close() {
    for file in [addressFile, tokenFile] { try? FileManager.default.removeItem(atPath: file) }
  }

  /// The token of this machine's own user, where a command serves that user alone.
  var localToken: String? { try? String(contentsOfFile: tokenFile, encoding: .utf8) }

  /// Where a server said that it listens; it may have died since.
  var address: String? { try? String(contentsOfFile: addressFile, encoding: .utf8) }

  private func write(_ text: String, to file: String) throws {
    guard
      FileManager.default.createFile(
        atPath: file, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
    else { throw SettingsError("\(file) can't be written; make the data folder writable.") }
  }
}
