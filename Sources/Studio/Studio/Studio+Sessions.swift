public import Accounts
public import Records
public import Wire

extension Studio {
  /// Begins a session.
  /// - Parameter id: an id that the client chose, letters, digits, `-` and `_`; nil makes one of
  ///   digits.
  /// - Throws: `ServiceError` with code 409 where the id is taken, 400 where it can't be one.
  public func createSession(
    _ request: SessionRequest, id: String? = nil, for identity: Identity
  ) async throws -> Session {
    throw ServiceError(.unavailable, "Sessions are being built.")
  }

  /// A session.
  /// - Throws: `ServiceError` with code 1002 where there is none or it is another's.
  public func session(_ id: String, for identity: Identity) async throws -> Session {
    throw ServiceError(.unavailable, "Sessions are being built.")
  }

  /// The owner's sessions, latest change first.
  public func sessions(for identity: Identity) async throws -> [Session] { [] }

  /// Ends a session and removes all that it has. Work that goes on in it is cancelled.
  /// - Throws: `ServiceError` with code 1002.
  public func removeSession(_ id: String, for identity: Identity) async throws {}

  /// The body of `GET …/latest`, envelope included, as JSON. It is kept until something changes.
  /// - Throws: `ServiceError` with code 1002.
  public func latestState(of session: String, for identity: Identity) async throws -> String { "" }

  /// What was said and done in a session, oldest first: the user's messages as well, progress
  /// not.
  /// - Throws: `ServiceError` with code 1002.
  public func storedEvents(
    of session: String, for identity: Identity
  ) async throws -> [StoredEvent] { [] }
}
