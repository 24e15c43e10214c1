/// What is known of one clip that was asked for: kept before anything is sent, so that no crash
/// has it made twice.
public struct ClipRecord: Hashable, Sendable, Codable {
  /// Stands for this clip.
  public var key: String
  /// Who makes it.
  public var engine: String
  /// What was asked, fitted to the engine.
  public var request: ClipRequest
  /// When it was sent first, in seconds since 1970.
  public var sentAt: Double
  /// What has become of it.
  public var state: State

  /// What has become of a clip.
  public enum State: Hashable, Sendable, Codable {
    /// It is about to be sent, or was, and the answer isn't known.
    case sending
    /// The engine has begun it.
    case begun(ClipTicket)
    /// It has failed, in one sentence.
    case failed(String)
    /// It was ended.
    case cancelled
    /// It is there.
    case done(ClipTicket)
  }

  /// A record.
  public init(
    key: String, engine: String, request: ClipRequest, sentAt: Double, state: State = .sending
  ) {
    self.key = key
    self.engine = engine
    self.request = request
    self.sentAt = sentAt
    self.state = state
  }
}

/// Keeps records of clips; what it has acknowledged survives a crash.
public protocol ClipJournal: Sendable {
  /// The record of a key; nil where nothing was asked under it.
  func record(of key: String) async throws -> ClipRecord?
  /// Keeps a record in the place of the one of its key.
  func keep(_ record: ClipRecord) async throws
  /// Forgets a key under which nothing was asked after all.
  func forget(_ key: String) async throws
}
