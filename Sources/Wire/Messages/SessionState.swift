public import Timeline

/// What `GET …/latest` answers. `state` holds `draft`, `video_infos`, `canvas_config`,
/// `generated_media` and `video_analyses`.
public struct SessionState: WireMessage, Hashable {
  /// The session's id.
  public var sessionID: String
  /// The task's id.
  public var taskID: String
  /// What the session is called.
  public var taskName: String
  /// The state as it is sent.
  public var state: [String: JSONValue]

  /// A state.
  public init(sessionID: String, taskID: String, taskName: String, state: [String: JSONValue]) {
    self.sessionID = sessionID
    self.taskID = taskID
    self.taskName = taskName
    self.state = state
  }

  /// Reads a reply's data.
  public init(json: JSONValue) throws(ServiceError) {
    let fields = try Fields(json, place: "The state")
    sessionID = try fields.requiredString("session_id")
    taskID = try fields.string("task_id") ?? ""
    taskName = try fields.string("task_name") ?? ""
    state = try fields.object("state")?.members ?? [:]
  }

  /// The reply's data.
  public var json: JSONValue {
    .object([
      "session_id": .string(sessionID), "task_id": .string(taskID),
      "task_name": .string(taskName), "state": .object(state),
    ])
  }

  /// The draft, nil where there is none yet. One that names no schema may be a hosted service's,
  /// and is read as far as it can be.
  /// - Throws: `DraftError` where what came can't be read.
  public func draft() throws(DraftError) -> Draft? {
    guard let value = state["draft"], value != .null, value != .object([:]) else { return nil }
    do {
      return try Draft(json: value)
    } catch {
      guard case .object(let members) = value, members["schema"] == nil else { throw error }
      return try Draft(json: HostedDraft(value).completed)
    }
  }
}
