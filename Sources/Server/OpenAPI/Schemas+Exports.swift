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
            "aspect": .text(
              "Another shape than the draft's.", pattern: "^[1-9][0-9]?:[1-9][0-9]?$"),
          ]),
      ]),
    "Check": .record(
      [
        "version": .wholeNumber(from: 1),
        "findings": .list(
          of: .record(
            [
              "code": .text(), "sentence": .text(), "remedy": .text(),
              "at": .wholeNumber(from: 0, "Milliseconds."),
            ], required: ["code", "sentence", "remedy"])),
      ], required: ["version", "findings"]),
    "RenderJobs": .record(
      ["renders": .list(of: .anyObject)], required: ["renders"]),
    "RenderStatus": .text(
      oneOf: ["pending", "processing", "completed", "failed", "cancelled"]),
    "RenderFinding": .record([
      "kind": .text(), "start": .fraction("Seconds from the film's start."), "sentence": .text(),
      "fix": .text(),
    ]),
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
            "findings": .list(of: .reference("RenderFinding")),
            "measured": .text("What was asked beside what was measured."),
          ],
          required: [
            "id", "status", "progress", "outputUrl", "error", "createdAt", "completedAt",
          ]),
      ], required: ["code", "success", "status", "progress", "output", "data"]),
  ]
}
