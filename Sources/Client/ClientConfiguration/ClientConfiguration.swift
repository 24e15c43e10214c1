internal import Foundation
public import Wire

/// Which server a client talks to, and as whom.
public struct ClientConfiguration: Sendable {
  /// The server's base address, without a slash at its end.
  public var server: String
  /// Where people register; nil for the server itself.
  public var web: String?
  /// A token that the user gave; nil to use a kept one or to ask for one.
  public var token: String?
  /// Tells this client from others: any text up to 64 characters.
  public var clientID: String
  /// The skill or program that calls.
  public var attribution: Attribution
  /// Where tokens and sessions are kept.
  public var memory: ClientMemory
  /// Under what name they are kept; nil for the server's address. A server whose port changes
  /// needs one that doesn't.
  public var memoryName: String?

  /// The address of a server on this machine.
  public static let localServer = "http://127.0.0.1:8787"

  /// A configuration.
  public init(
    server: String, web: String? = nil, token: String? = nil, clientID: String,
    attribution: Attribution, memory: ClientMemory
  ) {
    self.server = Self.withoutSlash(server)
    self.web = web.map(Self.withoutSlash)
    self.token = token
    self.clientID = clientID
    self.attribution = attribution
    self.memory = memory
  }

  /// What the environment says: `NEMO_API_URL`, `NEMO_WEB_URL`, `NEMO_TOKEN`, `NEMO_CLIENT_ID`
  /// (else the kept one, made on first use) and `SKILL_SOURCE`.
  /// - Parameters:
  ///   - environment: the process's environment.
  ///   - name: what calls, where no skill does.
  ///   - version: its version.
  ///   - installPath: where the skill is installed.
  /// - Throws: `ClientError` where the address is none, or the client's id can't be kept.
  public init(
    environment: [String: String], name: String, version: String, installPath: String? = nil
  ) throws(ClientError) {
    func value(_ name: String) -> String? {
      guard let text = environment[name]?.trimmingCharacters(in: .whitespaces), !text.isEmpty
      else { return nil }
      return text
    }
    let memory = ClientMemory(environment: environment)
    let server = value("NEMO_API_URL") ?? Self.localServer
    guard let url = URL(string: server), ["http", "https"].contains(url.scheme ?? ""),
      url.host?.isEmpty == false
    else {
      throw ClientError(
        .badSetting,
        "NEMO_API_URL is \"\(server)\", which is no address; write one such as \(Self.localServer)."
      )
    }
    let clientID: String
    if let given = value("NEMO_CLIENT_ID") {
      clientID = String(given.prefix(64))
    } else {
      clientID = try memory.clientID()
    }
    self.init(
      server: server, web: value("NEMO_WEB_URL"), token: value("NEMO_TOKEN"),
      clientID: clientID,
      attribution: Attribution(
        source: name, version: version,
        platform: Attribution.platform(
          skillSource: value("SKILL_SOURCE"), installPath: installPath)),
      memory: memory)
  }

  /// Where an anonymous user registers and keeps the work.
  public func registration(userID: String) -> String {
    "\(web ?? server)/register?bind=\(userID)"
  }

  /// What is known of the server.
  var acquaintance: ClientMemory.Acquaintance {
    memory.acquaintance(with: memoryName ?? server)
  }

  /// Changes what is known of the server.
  func remember(
    _ change: (inout ClientMemory.Acquaintance) -> Void
  ) throws(ClientError) {
    var known = acquaintance
    change(&known)
    try memory.keep(known, of: memoryName ?? server)
  }

  private static func withoutSlash(_ address: String) -> String {
    var address = address
    while address.hasSuffix("/") { address.removeLast() }
    return address
  }
}
