public import Timeline

/// A film being made: what the request for it and each poll answer, in both published shapes.
public struct RenderJob: WireMessage, Hashable {
  /// The id that the client chose.
  public var id: String
  /// How far it is.
  public var status: Status
  /// 0 to 100.
  public var progress: Double
  /// Where the film is, once it is.
  public var url: String?
  /// Seconds, once completed.
  public var duration: Double?
  /// Bytes, once completed.
  public var size: Int?
  /// Why it failed.
  public var error: String?
  /// What a viewer would stumble over, once the film was looked through; it is made all the same.
  public var findings: [Finding]?
  /// What was asked beside what was measured, in a sentence, once completed.
  public var measured: String?
  /// ISO 8601 in UTC.
  public var createdAt: String
  /// ISO 8601 in UTC, once it ended.
  public var completedAt: String?

  /// States of a job.
  public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
    case pending, processing, completed, failed, cancelled

    /// Whether nothing more will happen.
    public var isFinal: Bool { self != .pending && self != .processing }
  }

  /// Something that a viewer would stumble over.
  public struct Finding: Hashable, Sendable {
    /// What it is, such as `low_contrast`.
    public var kind: String
    /// Seconds from the film's start.
    public var start: Double
    /// The finding in a sentence, in the session's language.
    public var sentence: String
    /// The one word that mends it, said as a message.
    public var fix: String

    /// A finding.
    public init(kind: String, start: Double, sentence: String, fix: String) {
      self.kind = kind
      self.start = start
      self.sentence = sentence
      self.fix = fix
    }

    fileprivate init(json: JSONValue) throws(ServiceError) {
      let fields = try Fields(json, place: "The finding")
      kind = try fields.string("kind") ?? ""
      start = try fields.number("start") ?? 0
      sentence = try fields.string("sentence") ?? ""
      fix = try fields.string("fix") ?? ""
    }

    fileprivate var json: JSONValue {
      .object([
        "kind": .string(kind), "start": JSONValue(start), "sentence": .string(sentence),
        "fix": .string(fix),
      ])
    }
  }

  /// A job.
  public init(
    id: String, status: Status, progress: Double, url: String? = nil, duration: Double? = nil,
    size: Int? = nil, error: String? = nil, createdAt: String, completedAt: String? = nil
  ) {
    self.id = id
    self.status = status
    self.progress = progress
    self.url = url
    self.duration = duration
    self.size = size
    self.error = error
    self.createdAt = createdAt
    self.completedAt = completedAt
  }

  /// Reads a whole reply, whichever of the two shapes a server sends.
  public init(json: JSONValue) throws(ServiceError) {
    let whole = try Fields(json, place: "The render job")
    let output = try whole.object("output")
    let job = try whole.object("data") ?? whole
    let name = try job.string("status")
    guard let name, let status = Status(rawValue: name) else {
      throw ServiceError(
        .internalError, "The render job has the unknown status \"\(name ?? "")\".")
    }
    self.status = status
    id = try job.string("id") ?? ""
    progress = try job.number("progress") ?? 0
    let place = try job.string("output_url")
    url = try place == nil ? output?.string("url") : place
    duration = try output?.number("duration")
    size = try output?.integer("size")
    error = try job.string("error")
    if let list = try job.list("findings") {
      var findings: [Finding] = []
      for item in list { findings.append(try Finding(json: item)) }
      self.findings = findings
    }
    measured = try job.string("measured")
    createdAt = try job.string("created_at") ?? ""
    completedAt = try job.string("completed_at")
  }

  /// The whole reply, envelope included.
  public var json: JSONValue {
    let output: JSONValue = .compact([
      "url": url.map(JSONValue.string), "duration": duration.map { JSONValue($0) },
      "size": size.map(JSONValue.integer),
    ])
    let data: JSONValue = .compact([
      "id": .string(id), "status": .string(status.rawValue), "progress": JSONValue(progress),
      "outputUrl": url.map(JSONValue.string) ?? .null,
      "error": error.map(JSONValue.string) ?? .null,
      "findings": findings.map { .array($0.map(\.json)) },
      "measured": measured.map(JSONValue.string), "createdAt": .string(createdAt),
      "completedAt": completedAt.map(JSONValue.string) ?? .null,
    ])
    return .object([
      "code": .integer(0), "success": .bool(true), "status": .string(status.rawValue),
      "progress": JSONValue(progress), "output": output,
      "data": data,
    ])
  }
}
