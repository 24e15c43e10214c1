public import Foundation

/// What a client keeps between runs, in a folder that only its user can read: its id, and for
/// each server the token and the session last used.
public struct ClientMemory: Sendable {
  /// The folder: `~/.config/nemovideo`.
  public let folder: URL

  /// Memory in `folder`.
  public init(folder: URL) { self.folder = folder }

  /// Memory where the environment's `XDG_CONFIG_HOME`, else `HOME`, says.
  public init(environment: [String: String]) {
    let home = URL(fileURLWithPath: environment["HOME"] ?? NSHomeDirectory())
    let base =
      environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? URL(fileURLWithPath: $0) : nil }
      ?? home.appendingPathComponent(".config")
    folder = base.appendingPathComponent("nemovideo")
  }

  /// What is known of one server.
  public struct Acquaintance: Hashable, Sendable, Codable {
    /// The token that it gave.
    public var token: String?
    /// Whose token it is.
    public var userID: String?
    /// The session last used.
    public var session: String?
    /// Whose session that is, as the server told when it was begun.
    public var sessionUserID: String?

    /// Nothing is known yet.
    public init() {}
  }

  /// The client's id, made on first use.
  /// - Throws: `ClientError` where it can't be kept.
  public func clientID() throws(ClientError) -> String {
    let file = folder.appendingPathComponent("client_id")
    if let text = try? String(contentsOf: file, encoding: .utf8) {
      let id = text.trimmingCharacters(in: .whitespacesAndNewlines)
      if !id.isEmpty { return String(id.prefix(64)) }
    }
    let id = UUID().uuidString.lowercased()
    try write(Data((id + "\n").utf8), to: file)
    return id
  }

  /// What is known of `server`.
  public func acquaintance(with server: String) -> Acquaintance {
    all()[server] ?? Acquaintance()
  }

  /// Keeps what is known of `server`.
  /// - Throws: `ClientError` where it can't be kept.
  public func keep(_ acquaintance: Acquaintance, of server: String) throws(ClientError) {
    var all = all()
    all[server] = acquaintance
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(all) else { return }
    try write(data, to: servers)
  }

  private var servers: URL { folder.appendingPathComponent("servers.json") }

  private func all() -> [String: Acquaintance] {
    guard let data = try? Data(contentsOf: servers) else { return [:] }
    return (try? JSONDecoder().decode([String: Acquaintance].self, from: data)) ?? [:]
  }

  private func write(_ data: Data, to file: URL) throws(ClientError) {
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      let draft = folder.appendingPathComponent(".\(UUID().uuidString)")
      guard
        FileManager.default.createFile(
          atPath: draft.path, contents: data, attributes: [.posixPermissions: 0o600])
      else { throw CocoaError(.fileWriteUnknown) }
      guard rename(draft.path, file.path) == 0 else {
        try? FileManager.default.removeItem(at: draft)
        throw CocoaError(.fileWriteUnknown)
      }
    } catch {
      throw ClientError(
        .unwritable, "\(file.path) can't be written; make the folder writable or set HOME.",
        cause: error)
    }
  }
}
