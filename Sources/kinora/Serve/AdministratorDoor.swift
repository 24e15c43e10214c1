import Foundation

/// How an operator on this machine finds a running server: a secret and an address in the data
/// folder, readable only by its owner.
struct AdministratorDoor {
  private let secretFile: String
  private let addressFile: String

  init(folder: String) {
    secretFile = folder + "/admin.secret"
    addressFile = folder + "/admin.address"
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

  /// Says where the server listens.
  func open(port: Int) throws { try write("http://127.0.0.1:\(port)", to: addressFile) }

  /// Nobody listens any more.
  func close() { try? FileManager.default.removeItem(atPath: addressFile) }

  /// Where a server said that it listens; it may have died since.
  var address: String? { try? String(contentsOfFile: addressFile, encoding: .utf8) }

  private func write(_ text: String, to file: String) throws {
    guard
      FileManager.default.createFile(
        atPath: file, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
    else { throw SettingsError("\(file) can't be written; make the data folder writable.") }
  }
}
