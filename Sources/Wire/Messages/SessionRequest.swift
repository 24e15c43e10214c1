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
