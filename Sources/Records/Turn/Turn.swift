public import Foundation

/// One message and all that is done about it.
public struct Turn: Hashable, Sendable, Codable, Identifiable {
  /// The invocation: `e-<uuid>`.
  public var id: String
  /// Where it is said.
  public var session: String
  /// Who says it.
  public var account: String
  /// What is said.
  public var message: String
  /// The client's `Idempotency-Key`; nil where it sent none.
  public var key: String?
  /// SHA-256 of what came with the key, to tell a repeat from a mistake.
  public var digest: String
  /// How far it is.
  public var status: Status
  /// What is to be done, once that is settled: the agent's script as JSON. A turn that is resumed
  /// goes on with the same script.
  public var script: String?
  /// Steps of the script that are done.
  public var step: Int
  /// The hold on credits for it; nil where it costs nothing.
  public var hold: String?
  /// When it came.
  public var createdAt: Date
  /// When it ended.
  public var completedAt: Date?

  /// How far a turn is.
  public enum Status: String, Hashable, Sendable, Codable {
    case queued, running, completed, failed, cancelled

    /// Whether nothing more will happen.
    public var isFinal: Bool { self != .queued && self != .running }
  }

  /// A turn that has just come.
  public init(
    id: String, session: String, account: String, message: String, key: String? = nil,
    digest: String, status: Status = .queued, script: String? = nil, step: Int = 0,
    hold: String? = nil, createdAt: Date, completedAt: Date? = nil
  ) {
    self.id = id
    self.session = session
    self.account = account
    self.message = message
    self.key = key
    self.digest = digest
    self.status = status
    self.script = script
    self.step = step
    self.hold = hold
    self.createdAt = createdAt
    self.completedAt = completedAt
  }
}

/// An event of a session, as it was or will be sent.
public struct StoredEvent: Hashable, Sendable, Codable {
  /// The session.
  public var session: String
  /// 1, 2, 3 … in the session; the `id:` on the stream.
  public var sequence: Int
  /// The turn.
  public var turn: String
  /// The event as one line of JSON.
  public var body: String
  /// When.
  public var createdAt: Date

  /// An event.
  public init(session: String, sequence: Int, turn: String, body: String, createdAt: Date) {
    self.session = session
    self.sequence = sequence
    self.turn = turn
    self.body = body
    self.createdAt = createdAt
  }
}
