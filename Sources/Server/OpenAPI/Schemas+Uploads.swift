import Timeline

extension Schemas {
  /// Files that come in.
  static let uploads: [String: JSONValue] = [
    "URLUploadRequest": .request(
      [
        "urls": .list(
          of: .text("An address, http or https.", pattern: "^https?://[a-zA-Z0-9]"), least: 1)
      ],
      optional: ["source_type": .text(oneOf: ["url"])]),
    "UploadedFile": .record(
      [
        "id": .text("The medium's id in drafts."), "name": .text(), "filename": .text(),
        "file_type": .text(oneOf: ["video", "image", "audio", "subtitle", "lut"]),
        "cdn_url": .text(),
        "duration": .fraction("Seconds."), "width": .wholeNumber(from: 0),
        "height": .wholeNumber(from: 0), "fps": .fraction(),
        "hash": .text("SHA-256, in hexadecimal digits."),
      ],
      required: [
        "filename", "file_type", "cdn_url", "duration", "width", "height", "fps", "hash",
      ]),
    "UploadReply": .record(
      [
        "files": .list(of: .reference("UploadedFile"), least: 1),
        "session_state_applied": .truth,
      ], required: ["files", "session_state_applied"]),
  ]
}
