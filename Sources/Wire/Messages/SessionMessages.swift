public import Timeline

/// The body of `POST /api/tasks/me/with-session/nemo_agent`.
public struct SessionRequest: WireMessage, Hashable {
  /// What the session is called.
  public var taskName: String
  /// The language of replies, a tag such as `en` or `zh-CN`; nil to answer in the message's own.
  public var language: String?

  /// A request for a session.
  public init(taskName: String = "project", language: String? = nil) {
    self.taskName = taskName
    self.language = language
  }

  /// Reads a body.
  public init(json: JSONValue) throws(ServiceError) {
    let fields = try Fields(json)
    taskName = try fields.string("task_name") ?? "project"
    language = try fields.string("language")
  }

  /// The body.
  public var json: JSONValue {
    .compact(["task_name": .string(taskName), "language": language.map(JSONValue.string)])
  }
}

/// What `POST /api/tasks/me/with-session/nemo_agent` answers.
public struct SessionReply: WireMessage, Hashable {
  /// The task's id.
  public var taskID: String
  /// The session's id, a string of digits.
  public var sessionID: String
  /// Whose it is.
  public var userID: String

  /// A session.
  public init(taskID: String, sessionID: String, userID: String) {
    self.taskID = taskID
    self.sessionID = sessionID
    self.userID = userID
  }

  /// Reads a reply's data.
  public init(json: JSONValue) throws(ServiceError) {
    let fields = try Fields(json, place: "The session")
    taskID = try fields.string("task_id") ?? ""
    sessionID = try fields.requiredString("session_id")
    userID = try fields.string("user_id") ?? ""
  }

  /// The reply's data.
  public var json: JSONValue {
    .object([
      "task_id": .string(taskID), "session_id": .string(sessionID), "user_id": .string(userID),
    ])
  }
}

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

  /// The draft, nil where there is none yet.
  /// - Throws: `DraftError` where what came can't be read.
  public func draft() throws(DraftError) -> Draft? {
    guard let value = state["draft"], value != .null, value != .object([:]) else { return nil }
    return try Draft(json: value)
  }
}

/// What `GET /api/credits/balance/simple` answers; `total` is available and frozen together.
public struct CreditBalance: WireMessage, Hashable {
  /// Credits that can be spent.
  public var available: Int
  /// Credits held by work that has not ended.
  public var frozen: Int

  /// A balance.
  public init(available: Int, frozen: Int) {
    self.available = available
    self.frozen = frozen
  }

  /// Reads a reply's data.
  public init(json: JSONValue) throws(ServiceError) {
    let fields = try Fields(json, place: "The balance")
    available = try fields.integer("available") ?? 0
    frozen = try fields.integer("frozen") ?? 0
  }

  /// The reply's data.
  public var json: JSONValue {
    .object([
      "available": .integer(available), "frozen": .integer(frozen),
      "total": .integer(available + frozen),
    ])
  }
}
