public import Accounts
public import Records
public import Wire

extension Studio {
  /// Takes a message. It is stored when this returns, and its turn goes on whoever listens.
  /// - Parameters:
  ///   - message: what is said; its texts count.
  ///   - session: where.
  ///   - key: the client's `Idempotency-Key`; the same key and message give the same turn.
  /// - Throws: `ServiceError`: 1002; 400 where nothing is said or too much; 409 where the key
  ///   came with another message; 429 where too many turns wait.
  public func submit(
    _ message: Content, to session: String, key: String?, for identity: Identity
  ) async throws -> Turn {
    throw ServiceError(.unavailable, "Turns are being built.")
  }

  /// The events of a turn or, where `turn` is nil, of all turns, without the user's messages:
  /// first those that were missed, then those that come. It ends with the turn or, where `turn`
  /// is nil, when none of the session waits or goes on; and when the studio stops.
  /// - Parameter after: the sequence of the last event that is known; 0 for all.
  /// - Throws: `ServiceError`: 1002; 404 where the turn isn't one of the session.
  public func follow(
    _ session: String, after: Int, turn: String?, for identity: Identity
  ) async throws -> EventFeed {
    throw ServiceError(.unavailable, "Turns are being built.")
  }

  /// Ends a turn that waits or goes on; its credits are given back. What it did to the draft
  /// stays. A turn that has ended is left as it is.
  /// - Throws: `ServiceError` with code 404.
  public func cancelTurn(_ id: String, for identity: Identity) async throws {}
}
