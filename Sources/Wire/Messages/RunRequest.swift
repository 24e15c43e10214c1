public import Timeline

/// The body of `POST /run_sse` and of `POST /run`.
public struct RunRequest: WireMessage, Hashable {
  /// `nemo_agent`.
  public var appName: String
  /// `me`, or the user's own id.
  public var userID: String
  /// The session.
  public var sessionID: String
  /// What the user says; nil where an invocation is resumed.
  public var message: Content?
  /// The invocation to resume, with `Last-Event-ID`.
  public var invocationID: String?

  /// A message to a session.
  public init(
    appName: String = "nemo_agent", userID: String = "me", sessionID: String,
    message: Content? = nil, invocationID: String? = nil
  ) {
    self.appName = appName
    self.userID = userID
    self.sessionID = sessionID
    self.message = message
    self.invocationID = invocationID
  }

  /// Reads a body.
  public init(json: JSONValue) throws(ServiceError) {
    let fields = try Fields(json)
    appName = try fields.string("app_name") ?? "nemo_agent"
    userID = try fields.string("user_id") ?? "me"
    sessionID = try fields.requiredString("session_id")
    if let content = fields["new_message"] {
      message = try Content(json: content)
    } else {
      message = nil
    }
    invocationID = try fields.string("invocation_id")
  }

  /// The body.
  public var json: JSONValue {
    .compact([
      "app_name": .string(appName), "user_id": .string(userID),
      "session_id": .string(sessionID), "new_message": message?.json,
      "invocation_id": invocationID.map(JSONValue.string),
    ])
  }
}
