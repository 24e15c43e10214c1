internal import NIOHTTP1
internal import Timeline
public import Wire

extension KinoraClient {
  /// A new session, which becomes the one in use.
  public func createSession(_ request: SessionRequest = SessionRequest()) async throws -> String {
    let data = try await call(
      .POST, "/api/tasks/me/with-session/nemo_agent", json: request.json)
    let session = try SessionReply(json: data)
    note(userID: session.userID)
    try configuration.remember {
      $0.session = session.sessionID
      $0.sessionUserID = session.userID
    }
    return session.sessionID
  }

  /// The session last used with this server.
  public var lastSession: String? {
    configuration.acquaintance.session
  }

  /// Makes `session` the one in use.
  public func use(session: String) throws {
    try configuration.remember { $0.session = session }
  }

  /// What a session holds.
  public func state(of session: String) async throws -> SessionState {
    try SessionState(json: try await call(.GET, "/api/state/nemo_agent/me/\(session)/latest"))
  }

  /// The user's credits.
  public func credits() async throws -> CreditBalance {
    try CreditBalance(json: try await call(.GET, "/api/credits/balance/simple"))
  }

  /// The user's sessions, latest first, as the kit's route tells them; servers that don't have
  /// it answer with an error.
  public func sessions() async throws -> [ListedSession] {
    let response = try await send {
      try await request(.GET, "/apps/nemo_agent/users/me/sessions")
    }
    guard case .array(let sessions) = try await json(of: response) else { return [] }
    return try sessions.map { try ListedSession(json: $0) }
  }
}

/// A session in a list.
public struct ListedSession: Hashable, Sendable {
  /// Its id.
  public let id: String
  /// Seconds since 1970 when something last happened in it.
  public let lastUpdate: Double

  init(json: JSONValue) throws(ServiceError) {
    let fields = try Fields(json, place: "The session")
    id = try fields.requiredString("id")
    lastUpdate = try fields.number("last_update_time") ?? 0
  }
}
