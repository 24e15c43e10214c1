public import Timeline

/// What an upload answers.
public struct UploadReply: WireMessage, Hashable {
  /// The files, in the order sent.
  public var files: [UploadedFile]
  /// Whether the session knows them already.
  public var isApplied: Bool

  /// A reply.
  public init(files: [UploadedFile], isApplied: Bool = true) {
    self.files = files
    self.isApplied = isApplied
  }

  /// Reads a reply's data.
  public init(json: JSONValue) throws(ServiceError) {
    let fields = try Fields(json, place: "The upload")
    var files: [UploadedFile] = []
    for file in try fields.list("files") ?? [] { files.append(try UploadedFile(json: file)) }
    self.files = files
    isApplied = try fields.bool("session_state_applied") ?? false
  }

  /// The reply's data.
  public var json: JSONValue {
    .object([
      "files": .array(files.map(\.json)), "session_state_applied": .bool(isApplied),
    ])
  }
}
