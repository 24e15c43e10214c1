public import Timeline

/// How far a quick film of a draft is.
public struct PreviewReply: WireMessage, Hashable {
  /// The version of the draft that it shows.
  public var version: Int
  /// How far it is; never `cancelled`.
  public var status: RenderJob.Status
  /// 0 to 100.
  public var progress: Double
  /// Where the film is, once it is.
  public var url: String?
  /// Why it failed.
  public var error: String?

  /// A reply.
  public init(
    version: Int, status: RenderJob.Status, progress: Double, url: String? = nil,
    error: String? = nil
  ) {
    self.version = version
    self.status = status
    self.progress = progress
    self.url = url
    self.error = error
  }

  /// Reads a reply's data.
  public init(json: JSONValue) throws(ServiceError) {
    let fields = try Fields(json, place: "The preview")
    let name = try fields.requiredString("status")
    guard let status = RenderJob.Status(rawValue: name) else {
      throw ServiceError(.internalError, "The preview has the unknown status \"\(name)\".")
    }
    self.status = status
    version = try fields.integer("version") ?? 0
    progress = try fields.number("progress") ?? 0
    url = try fields.string("url")
    error = try fields.string("error")
  }

  /// The reply's data.
  public var json: JSONValue {
    var members: [String: JSONValue] = [
      "version": .integer(version), "status": .string(status.rawValue),
      "progress": JSONValue(progress),
    ]
    if let url { members["url"] = .string(url) }
    if let error { members["error"] = .string(error) }
    return .object(members)
  }
}
