import Accounts
import Foundation
import Records
import Wire

extension Studio {
  /// Reads from one state of the store.
  /// - Throws: `ServiceError` for whatever the store says.
  func read<Result: Sendable>(
    _ body: @escaping @Sendable (any MetadataView) throws -> Result
  ) async throws -> Result {
    do { return try await store.read(body) } catch { throw Self.service(error) }
  }

  /// Changes the store, then tells those who wait for the session.
  /// - Parameters:
  ///   - session: the session that changes, nil where none does.
  ///   - isStateChanged: whether what `latest` shows may be different afterwards.
  /// - Throws: `ServiceError` for whatever the store says; `LeaseLost`.
  func write<Result: Sendable>(
    changing session: String? = nil, andItsState isStateChanged: Bool = false,
    _ body: @escaping @Sendable (any MetadataTransaction) throws -> Result
  ) async throws -> Result {
    // Rung whatever happens: a commit may have been made although its answer was lost.
    defer {
      if let session {
        if isStateChanged { stateCache.remove(session) }
        hub.ring(session)
      }
    }
    do { return try await store.write(body) } catch { throw Self.service(error) }
  }

  /// A failure as the contract tells it; what is no failure of ours stays.
  static func service(_ error: any Error) -> any Error {
    (error as? StorageError).map { ServiceError(storage: $0) } ?? error
  }

  /// The session, where it is that account's.
  static func session(
    _ id: String, of account: String, in view: any MetadataView
  ) throws -> Session {
    guard let session = try view.session(id), session.account == account else {
      throw noSession(id)
    }
    return session
  }

  /// Makes sure that a session is that account's, without reading its history.
  static func requireSession(
    _ id: String, of account: String, in view: any MetadataView
  ) throws {
    guard try view.owner(ofSession: id) == account else { throw noSession(id) }
  }

  private static func noSession(_ id: String) -> ServiceError {
    ServiceError(
      .sessionNotFound, "There is no session \(id.shown); create one and try again.")
  }
}

extension String {
  /// As a message quotes it: one line, not too long.
  var shown: String {
    let line = unicodeScalars.filter { !$0.properties.isPatternWhitespace || $0 == " " }
      .filter { $0.properties.generalCategory != .control }
    let text = String(String.UnicodeScalarView(line))
    return text.count > 60 ? text.prefix(60) + "…" : text
  }
}

/// Does something to its end although the task around it is cancelled.
func uncancelled<Result: Sendable>(
  _ body: @escaping @Sendable () async throws -> Result
) async throws -> Result {
  try await Task { try await body() }.value
}
