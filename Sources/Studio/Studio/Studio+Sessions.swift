public import Accounts
import Foundation
public import Records
public import Timeline
public import Wire

extension Studio {
  /// Begins a session.
  ///
  /// Its `id` may be chosen by the client, of letters, digits, `-` and `_`; nil makes one of
  /// digits. The `state` is what the client keeps in it.
  /// - Throws: `ServiceError` with code 409 where the id is taken, 400 where it can't be one.
  public func createSession(
    _ request: SessionRequest, id: String? = nil, state: [String: JSONValue] = [:],
    for identity: Identity
  ) async throws -> Session {
    if let id { try Self.check(sessionID: id) }
    guard JSONValue.object(state).text().utf8.count <= 64 << 10 else {
      throw ServiceError(.badRequest, "The state is too large; keep it under 64 kB.")
    }
    let time = now()
    let name = Self.name(request.taskName, atMost: 200) ?? "project"
    let language = request.language.flatMap(Self.language)
    return try await write { transaction in
      var chosen = id ?? Self.sessionID()
      while id == nil, try transaction.session(chosen) != nil { chosen = Self.sessionID() }
      guard try transaction.session(chosen) == nil else {
        throw ServiceError(
          .conflict, "The session id \(chosen.shown) is taken; choose another or leave it out.")
      }
      let session = Session(
        id: chosen, task: "task_" + UUID().uuidString.lowercased(), account: identity.account,
        name: name, language: language, state: state, createdAt: time, updatedAt: time)
      try transaction.insert(session)
      return session
    }
  }

  /// A session.
  /// - Throws: `ServiceError` with code 1002 where there is none or it is another's.
  public func session(_ id: String, for identity: Identity) async throws -> Session {
    try await read { try Self.session(id, of: identity.account, in: $0) }
  }

  /// The owner's sessions, latest change first.
  public func sessions(for identity: Identity) async throws -> [Session] {
    try await read { try $0.sessions(of: identity.account) }
  }

  /// Ends a session and removes all that it has. Work that goes on in it is cancelled.
  /// - Throws: `ServiceError` with code 1002.
  public func removeSession(_ id: String, for identity: Identity) async throws {
    let time = now()
    let remains = try await write(changing: id, andItsState: true) { transaction in
      try Self.requireSession(id, of: identity.account, in: transaction)
      return try Self.remove(session: id, at: time, in: transaction)
    }
    await clearAway(remains)
  }

  /// What was said and done in a session, oldest first: the user's messages as well, progress
  /// not.
  /// - Throws: `ServiceError` with code 1002.
  public func storedEvents(
    of session: String, for identity: Identity
  ) async throws -> [StoredEvent] {
    try await read { view in
      try Self.requireSession(session, of: identity.account, in: view)
      var events: [StoredEvent] = []
      var last = 0
      while true {
        let page = try view.events(in: session, after: last, limit: 500)
        events += page.filter { !$0.isProgress }
        guard page.count == 500, let end = page.last else { return events }
        last = end.sequence
      }
    }
  }

  private static func check(sessionID id: String) throws {
    let isGood =
      !id.isEmpty && id.utf8.count <= 64
      && id.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
          UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "_"):
          true
        default: false
        }
      }
    guard isGood else {
      throw ServiceError(
        .badRequest,
        "\(id.shown) can't be a session's id; use up to 64 letters, digits, - and _.")
    }
  }

  /// Eighteen digits: exact in every client, even as a signed 64-bit number.
  private static func sessionID() -> String {
    String(UInt64.random(in: 100_000_000_000_000_000..<1_000_000_000_000_000_000))
  }

  private static func language(_ tag: String) -> SpokenLanguage? {
    let primary = tag.lowercased().prefix { $0 != "-" && $0 != "_" }
    return SpokenLanguage(rawValue: String(primary))
  }

  /// A name on one line, nil where nothing is left of it.
  static func name(_ text: String, atMost length: Int) -> String? {
    let scalars = text.unicodeScalars.map {
      $0.properties.generalCategory == .control || $0 == "\u{2028}" || $0 == "\u{2029}"
        ? " " : $0
    }
    let line = String(String.UnicodeScalarView(scalars))
      .trimmingCharacters(in: .whitespacesAndNewlines)
    return line.isEmpty ? nil : String(line.prefix(length))
  }
}
