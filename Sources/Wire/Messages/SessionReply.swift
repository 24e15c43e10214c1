public import Timeline

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
