import Wire

extension Studio {
  /// Does what an operator asks.
  /// - Throws: `ServiceError` with code 404 where there is no such account, 400 where the request
  ///   makes no sense.
  public func administer(_ request: AdminRequest) async throws -> AdminReply {
    throw ServiceError(.unavailable, "Administration is being built.")
  }

  /// How many there are, by kind: accounts, sessions, media, turns, exports, and the work that
  /// waits or goes on as `queued_turns` and `queued_exports`.
  public func counts() async throws -> [String: Int] { [:] }
}
