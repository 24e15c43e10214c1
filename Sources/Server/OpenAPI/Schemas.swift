import Timeline

/// The component schemas of the OpenAPI document; each part of the API adds its own.
enum Schemas {
  /// All of them, by name.
  static var all: [String: JSONValue] {
    [core, editing, exports, views, uploads, kit, administration].reduce(into: [:]) { all, part in
      all.merge(part) { first, _ in first }
    }
  }

  /// What the named segments of paths hold.
  static let pathParameters: [String: JSONValue] = [
    "session": .text("A session's id.", pattern: "^[A-Za-z0-9_-]{1,64}$"),
    "app": .text("`nemo_agent`.", pattern: "^[A-Za-z0-9_-]{1,64}$"),
    "user": .text("`me`, or one's own id.", pattern: "^[A-Za-z0-9_-]{1,64}$"),
    "id": .text("An id.", pattern: "^[A-Za-z0-9_.-]{1,128}$"),
    "token": .text("The id of a token.", pattern: "^tok_[A-Za-z0-9_-]{1,64}$"),
    "name": .text("An artifact's name.", pattern: "^[A-Za-z0-9_-][A-Za-z0-9_. -]{0,199}$"),
    "version": .text("A number, or `latest`.", pattern: "^(0|[1-9][0-9]{0,8}|latest)$"),
    "file": .text("A file's name.", pattern: "^[a-z-]{1,40}[.](html|css|js|svg)$"),
    "turn": .text("The id of a turn, an event's `invocationId`.", pattern: "^e-[0-9a-f-]{1,64}$"),
  ]

  private static let failureCodes: [Int] = [
    1001, 1002, 2001, 4001, 4002, 400, 402, 404, 405, 409, 412, 413, 415, 422, 429, 500, 503, 507,
  ]

  /// What all parts use, and sessions and messages.
  private static let core: [String: JSONValue] = [
    "Failure": .record(
      [
        "code": .wholeNumber(from: 1, "The contract's code."),
        "message": .text("What happened and what to do next."),
        "data": .object(["type": .string("null")]),
      ], required: ["code", "message", "data"]),
    "Token": .record(
      [
        "token": .text("`nmv_usr_…`"), "user_id": .text(), "expires_at": .text("ISO 8601, UTC."),
        "credits": .wholeNumber(from: 0),
      ], required: ["token", "user_id", "expires_at", "credits"]),
    "Balance": .record(
      [
        "available": .wholeNumber(from: 0), "frozen": .wholeNumber(from: 0),
        "total": .wholeNumber(from: 0, "Available and frozen together."),
      ], required: ["available", "frozen", "total"]),
    "QuoteRequest": .request(["text": .text("What would be said.", pattern: #"\S"#)]),
    "Quote": .record(
      [
        "credits": .wholeNumber(from: 0), "available": .wholeNumber(from: 0),
        "edits": .wholeNumber(from: 0), "animations": .wholeNumber(from: 0),
        "analyses": .wholeNumber(from: 0), "asks": .truth,
      ], required: ["credits", "available"]),
    "CancelledTurn": .record(
      ["id": .text(), "ended": .truth], required: ["id", "ended"]),
    "SessionRequest": .request(
      [:],
      optional: [
        "task_name": .text("What the session is called."),
        "language": .text("The language of replies, such as `en` or `zh-CN`."),
      ]),
    "Session": .record(
      [
        "task_id": .text(), "session_id": .text("Digits.", pattern: "^[0-9]+$"),
        "user_id": .text(),
      ], required: ["task_id", "session_id", "user_id"]),
    "SessionState": .record(
      [
        "session_id": .text(), "task_id": .text(), "task_name": .text(),
        "state": .record(
          [
            "draft": .anyObject, "video_infos": .list(of: .reference("UploadedFile")),
            "canvas_config": .anyObject, "generated_media": .list(of: .anyObject),
            "video_analyses": .list(of: .anyObject),
          ],
          required: [
            "draft", "video_infos", "canvas_config", "generated_media", "video_analyses",
          ]),
      ], required: ["session_id", "task_id", "task_name", "state"]),
    "Content": .record(
      ["role": .text(), "parts": .list(of: .reference("Part"))], required: ["parts"]),
    "Part": .anyObject,
    "StreamEvent": .record(
      [
        "id": .text("The event's place in the session; none in silence."),
        "data": .text("An Event as one line of JSON; empty in silence."),
      ], required: ["data"]),
    "Message": .request(
      ["parts": .list(of: .request(["text": .text(pattern: #"\S"#, longest: 20_000)]), least: 1)],
      optional: ["role": .text()]),
    "RunRequest": .anyOf([
      .request(
        ["session_id": session, "new_message": .reference("Message")], optional: target),
      .request(
        ["session_id": session, "invocation_id": .text("The turn to be heard.")],
        optional: target),
    ]),
    "Event": .record(
      [
        "id": .text(), "invocationId": .text(), "author": .text(), "timestamp": .fraction(),
        "content": .reference("Content"), "partial": .truth,
        "actions": .record(["stateDelta": .anyObject, "artifactDelta": .anyObject]),
        "customMetadata": .anyObject, "errorCode": .text(), "errorMessage": .text(),
      ], required: ["id", "invocationId", "author", "timestamp"], isClosed: true),
    "Health": .record(["status": .text(oneOf: ["ok"])], required: ["status"]),
    "Version": .record(
      ["version": .text(), "language": .text(), "language_version": .text()],
      required: ["version", "language", "language_version"]),
  ]

  private static let session: JSONValue = .text(pattern: "^[A-Za-z0-9_-]{1,64}$")

  private static let target: [String: JSONValue] = [
    "app_name": .text(oneOf: [Kit.app]), "user_id": .text("`me`, or one's own id."),
  ]
}
