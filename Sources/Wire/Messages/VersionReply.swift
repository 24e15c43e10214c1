public import Timeline

/// One version of a session's draft, as `GET /api/history/…/{version}` answers.
public struct VersionReply: WireMessage, Hashable {
  /// From 1, in the order in which versions were made.
  public var number: Int
  /// The version that it came from; nil for the first.
  public var parent: Int?
  /// What was done, for people.
  public var label: String
  /// The draft as it was then.
  public var draft: JSONValue
  /// What is different from the version that it was compared with; nil where none was named.
  public var differences: [String]?

  /// A version.
  public init(
    number: Int, parent: Int?, label: String, draft: JSONValue, differences: [String]? = nil
  ) {
    self.number = number
    self.parent = parent
    self.label = label
    self.draft = draft
    self.differences = differences
  }

  /// Reads a reply's data.
  public init(json: JSONValue) throws(ServiceError) {
    let fields = try Fields(json, place: "The version")
    number = try fields.integer("number") ?? 0
    parent = try fields.integer("parent")
    label = try fields.string("label") ?? ""
    draft = fields["draft"] ?? .null
    differences = try fields.list("differences")?.compactMap { item in
      if case .string(let phrase) = item { phrase } else { nil }
    }
  }

  /// The reply's data.
  public var json: JSONValue {
    var members: [String: JSONValue] = [
      "number": .integer(number), "parent": parent.map(JSONValue.integer) ?? .null,
      "label": .string(label), "draft": draft,
    ]
    members["differences"] = differences.map { .array($0.map(JSONValue.string)) }
    return .object(members)
  }
}
