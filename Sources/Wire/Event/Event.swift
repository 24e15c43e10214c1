public import Timeline

/// One event of a turn, in the shape of the Agent Development Kit's API server.
///
/// Keys are camelCase, nothing is null, and what is Kinora's own goes under `customMetadata`.
public struct Event: WireMessage, Hashable {
  /// The event's own id, a UUID.
  public var id: String
  /// The turn: `e-<uuid>`.
  public var invocationID: String
  /// `user` or `nemo_agent`.
  public var author: String
  /// Seconds since 1970.
  public var timestamp: Double
  /// What is said or done; nil for a failure.
  public var content: Content?
  /// Whether more of the same call follows; only progress of long work is partial.
  public var isPartial: Bool
  /// What changed in the session's state.
  public var stateDelta: [String: JSONValue]
  /// Kinora's own.
  public var metadata: [String: JSONValue]
  /// Why the turn ended, by the contract's code.
  public var failure: ServiceError?

  /// An event.
  public init(
    id: String, invocationID: String, author: String, timestamp: Double,
    content: Content? = nil, isPartial: Bool = false, stateDelta: [String: JSONValue] = [:],
    metadata: [String: JSONValue] = [:], failure: ServiceError? = nil
  ) {
    self.id = id
    self.invocationID = invocationID
    self.author = author
    self.timestamp = timestamp
    self.content = content
    self.isPartial = isPartial
    self.stateDelta = stateDelta
    self.metadata = metadata
    self.failure = failure
  }

  /// Reads one, ours or another server's.
  public init(json: JSONValue) throws(ServiceError) {
    let fields = try Fields(json, place: "The event")
    id = try fields.string("id") ?? ""
    invocationID = try fields.string("invocation_id") ?? ""
    author = try fields.string("author") ?? ""
    timestamp = try fields.number("timestamp") ?? 0
    if let json = fields["content"] { content = try Content(json: json) } else { content = nil }
    isPartial = try fields.bool("partial") ?? false
    stateDelta = try fields.object("actions")?.object("state_delta")?.members ?? [:]
    metadata = try fields.object("custom_metadata")?.members ?? [:]
    if let code = try fields.string("error_code") {
      let message = try fields.string("error_message") ?? "The turn failed with code \(code)."
      failure = ServiceError(ServiceError.Code(rawValue: Int(code) ?? 500), message)
    } else {
      failure = nil
    }
  }

  /// As it is sent.
  public var json: JSONValue {
    .compact([
      "id": .string(id), "invocationId": .string(invocationID), "author": .string(author),
      "timestamp": JSONValue(timestamp), "content": content?.json,
      "partial": isPartial ? .bool(true) : nil,
      "actions": .object(["stateDelta": .object(stateDelta), "artifactDelta": .object([:])]),
      "customMetadata": metadata.isEmpty ? nil : .object(metadata),
      "errorCode": failure.map { .string(String($0.code.rawValue)) },
      "errorMessage": failure.map { .string($0.message) },
    ])
  }
}
