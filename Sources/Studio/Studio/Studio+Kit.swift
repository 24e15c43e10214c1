public import Accounts
import Foundation
public import Records
public import Timeline
import Wire

extension Studio {
  /// Names in a session's state that are the studio's own.
  public static let ownStateNames: Set<String> = [
    "draft", "video_infos", "canvas_config", "generated_media", "video_analyses",
  ]

  /// The media of a session, oldest first.
  /// - Throws: `ServiceError` with code 1002.
  public func media(in session: String, for identity: Identity) async throws -> [MediaItem] {
    try await read { view in
      try Self.requireSession(session, of: identity.account, in: view)
      return try view.media(in: session)
    }
  }

  /// Changes what clients keep in a session's state.
  /// - Throws: `ServiceError`: 1002; 400 where a name is the studio's own or the state grows too
  ///   large.
  public func changeState(
    of session: String, by delta: [String: JSONValue], for identity: Identity
  ) async throws -> Session {
    if let own = delta.keys.sorted().first(where: Self.ownStateNames.contains) {
      throw ServiceError(
        .badRequest, "\"\(own)\" is changed by saying what to do; send a message instead.")
    }
    let time = now()
    let turn = "p-" + UUID().uuidString.lowercased()
    return try await write(changing: session, andItsState: true) { transaction in
      var changed = try Self.session(session, of: identity.account, in: transaction)
      changed.state.merge(delta) { $1 }
      guard JSONValue.object(changed.state).text().utf8.count <= 64 << 10 else {
        throw ServiceError(.badRequest, "The state is too large; keep it under 64 kB.")
      }
      changed.revision += 1
      let event = Event(
        id: UUID().uuidString.lowercased(), invocationID: turn, author: EventLog.user,
        timestamp: (time.timeIntervalSince1970 * 1000).rounded() / 1000, stateDelta: delta)
      try EventLog(turn: turn, time: time).append([event], to: &changed, in: transaction)
      try transaction.update(changed)
      return changed
    }
  }
}
