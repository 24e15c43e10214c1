import Timeline

extension Schemas {
  /// What an editor looks at and listens to.
  static let views: [String: JSONValue] = [
    "Peaks": .record(
      [
        "duration": .wholeNumber(from: 0, "Milliseconds."),
        "peaks": .list(of: .wholeNumber(from: 0, to: 255), least: 1, most: 4000),
      ], required: ["duration", "peaks"]),
    "Preview": .record(
      [
        "version": .wholeNumber(from: 1, "The version that it shows."),
        "status": .text(oneOf: ["pending", "processing", "completed", "failed"]),
        "progress": .fraction("0 to 100."), "url": .text("A signed link, once completed."),
        "error": .text("Why it failed."),
      ], required: ["version", "status", "progress"]),
  ]
}
