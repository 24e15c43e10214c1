public import Timeline

/// The body of `POST /api/render/proxy/lambda`.
public struct RenderRequest: WireMessage, Hashable {
  /// Chosen by the client: `render_<timestamp>`. The same id with the same draft is the same job.
  public var id: String
  /// The session whose media the draft uses.
  public var sessionID: String
  /// What to render, as it came; nil for the session's own draft.
  public var draft: JSONValue?
  /// `mp4`.
  public var format: String
  /// `draft`, `standard` or `high`.
  public var quality: String
  /// The film's shape, such as `9:16`; nil for the draft's own.
  public var aspect: String?

  /// A request for a film.
  public init(
    id: String, sessionID: String, draft: JSONValue? = nil, format: String = "mp4",
    quality: String = "high", aspect: String? = nil
  ) {
    self.id = id
    self.sessionID = sessionID
    self.draft = draft
    self.format = format
    self.quality = quality
    self.aspect = aspect
  }

  /// Reads a body.
  public init(json: JSONValue) throws(ServiceError) {
    let fields = try Fields(json)
    id = try fields.requiredString("id")
    sessionID = try fields.requiredString("session_id")
    draft = fields["draft"]
    let output = try fields.object("output")
    format = try output?.string("format") ?? "mp4"
    quality = try output?.string("quality") ?? "high"
    aspect = try output?.string("aspect")
  }

  /// The body.
  public var json: JSONValue {
    .compact([
      "id": .string(id), "sessionId": .string(sessionID), "draft": draft,
      "output": .compact([
        "format": .string(format), "quality": .string(quality),
        "aspect": aspect.map { .string($0) },
      ]),
    ])
  }
}
