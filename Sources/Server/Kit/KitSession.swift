import Foundation
import Records
import Timeline

/// A session as the Agent Development Kit shows it. It knows no other keys than these.
struct KitSession: Sendable {
  var session: Session
  /// As the path names the owner: `me`, or the account's id.
  var user: String
  var state: [String: JSONValue]
  /// Whole events only.
  var events: [StoredEvent] = []

  func json() throws -> JSONValue {
    .object([
      "id": .string(session.id), "appName": .string(Kit.app), "userId": .string(user),
      "state": .object(state),
      "events": .array(try events.map { try JSONValue.parse($0.body) }),
      "lastUpdateTime": JSONValue(session.updatedAt.timeIntervalSince1970),
    ])
  }
}
