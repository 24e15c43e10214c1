import Timeline

extension Schemas {
  /// Films.
  static let exports: [String: JSONValue] = [
    "RenderRequest": .request(
      [
        "id": .text("Chosen by the client.", pattern: "^[A-Za-z0-9_-]{1,64}$"),
        "sessionId": .text(pattern: "^[A-Za-z0-9_-]{1,64}$"),
      ],
      optional: [
        "draft": .anyObject,
        "output": .request(
          [:],
          optional: [
            "format": .text(oneOf: ["mp4"]),
            "quality": .text(oneOf: ["draft", "standard", "high"]),
          ]),
      ]),
    "RenderStatus": .text(
      oneOf: ["pending", "processing", "completed", "failed", "cancelled"]),
    "RenderJob": .record(
      [
        "code": .object(["const": .integer(0)]), "success": .truth,
        "status": .reference("RenderStatus"), "progress": .fraction("0 to 100."),
        "output": .record([
          "url": .text(), "duration": .fraction("Seconds."), "size": .wholeNumber(from: 0),
        ]),
        "data": .record(
          [
            "id": .text(), "status": .reference("RenderStatus"), "progress": .fraction(),
            "outputUrl": .orNull(.text()), "error": .orNull(.text()), "createdAt": .text(),
            "completedAt": .orNull(.text()),
          ],
          required: [
            "id", "status", "progress", "outputUrl", "error", "createdAt", "completedAt",
          ]),
      ], required: ["code", "success", "status", "progress", "output", "data"]),
  ]
}
