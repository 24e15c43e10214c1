import Timeline

extension Schemas {
  /// The Agent Development Kit's own shapes.
  static let kit: [String: JSONValue] = [
    "KitApp": .record(
      [
        "name": .text(), "rootAgentName": .text(), "description": .text(), "language": .text(),
        "isComputerUse": .truth,
      ], required: ["name", "rootAgentName", "description", "language", "isComputerUse"]),
    "KitApps": .record(["apps": .list(of: .reference("KitApp"))], required: ["apps"]),
    "State": .anyObject,
    "StateChange": .request(["state_delta": .anyObject]),
    "KitSessionRequest": .request(
      [:],
      optional: [
        "session_id": .text(pattern: "^[A-Za-z0-9_-]{1,64}$"), "state": .anyObject,
        "events": .list(of: .anyObject, most: 0),
      ]),
    "KitSession": .record(
      [
        "id": .text(), "appName": .text(), "userId": .text(), "state": .anyObject,
        "events": .list(of: .reference("Event")), "lastUpdateTime": .fraction(),
      ], required: ["id", "appName", "userId", "state", "events", "lastUpdateTime"],
      isClosed: true),
    "KitArtifactRequest": .request([
      "filename": .text(),
      "artifact": .request([
        "inline_data": .request(
          ["data": .text("Base64.", pattern: "^([A-Za-z0-9+/]{4})*$")],
          optional: ["mime_type": .text()])
      ]),
    ]),
    "KitArtifactVersion": .record(
      [
        "version": .wholeNumber(from: 0), "canonicalUri": .text(), "customMetadata": .anyObject,
        "createTime": .fraction(), "mimeType": .text(),
      ], required: ["version", "canonicalUri", "customMetadata", "createTime", "mimeType"]),
    "KitFilePart": .record(
      [
        "fileData": .record(
          ["fileUri": .text(), "mimeType": .text(), "displayName": .text()],
          required: ["fileUri", "mimeType", "displayName"])
      ], required: ["fileData"]),
  ]

  /// What the operator asks.
  static let administration: [String: JSONValue] = [
    "AdminRequest": .object([
      "oneOf": .array([
        .record(
          [
            "grant": .record(
              ["user": .text(), "credits": .wholeNumber(), "note": .text()],
              required: ["user", "credits", "note"])
          ], required: ["grant"], isClosed: true),
        .record(
          [
            "setPlan": .record(
              ["user": .text(), "plan": .text(oneOf: ["anonymous", "free", "pro"])],
              required: ["user", "plan"])
          ], required: ["setPlan"], isClosed: true),
        .record(
          [
            "users": .record(
              ["after": .text(), "limit": .wholeNumber(from: 1)], required: ["limit"])
          ], required: ["users"], isClosed: true),
        .record(
          ["removeUser": .record(["user": .text()], required: ["user"])],
          required: ["removeUser"], isClosed: true),
        .record(
          ["sweep": .record(["isDry": .truth], required: ["isDry"])], required: ["sweep"],
          isClosed: true),
      ])
    ]),
    "AdminReply": .anyObject,
  ]
}
