public import Timeline

/// The versions of a session's draft, as `GET /api/history/…` answers; after an edit with the
/// draft beside them.
public struct HistoryReply: WireMessage, Hashable {
  /// A version among the others.
  public struct Version: Hashable, Sendable {
    /// From 1, in the order in which versions were made.
    public var number: Int
    /// The version that it came from; nil for the first.
    public var parent: Int?
    /// What was done, for people.
    public var label: String
    /// What is different from the parent, a short phrase each.
    public var differences: [String]
    /// A moment of this version's draft at which that can be seen, in milliseconds; nil where it
    /// can't.
    public var moment: Int?

    /// A version.
    public init(
      number: Int, parent: Int?, label: String, differences: [String] = [], moment: Int? = nil
    ) {
      self.number = number
      self.parent = parent
      self.label = label
      self.differences = differences
      self.moment = moment
    }
  }

  /// The number of the version that is the draft now.
  public var current: Int
  /// Whether there is something to undo.
  public var canUndo: Bool
  /// The version that redo leads to; nil where there is nothing to redo.
  public var redo: Int?
  /// The versions, oldest first.
  public var versions: [Version]
  /// The draft now, after an edit.
  public var draft: JSONValue?
  /// After one version was undone alone: those whose edits no longer apply.
  public var dropped: [Int]?

  /// A history.
  public init(
    current: Int, canUndo: Bool, redo: Int? = nil, versions: [Version], draft: JSONValue? = nil,
    dropped: [Int]? = nil
  ) {
    self.current = current
    self.canUndo = canUndo
    self.redo = redo
    self.versions = versions
    self.draft = draft
    self.dropped = dropped
  }

  /// Reads a reply's data.
  public init(json: JSONValue) throws(ServiceError) {
    let fields = try Fields(json, place: "The history")
    current = try fields.integer("current") ?? 1
    canUndo = try fields.bool("can_undo") ?? false
    redo = try fields.integer("redo")
    var versions: [Version] = []
    for item in try fields.list("versions") ?? [] { versions.append(try Version(json: item)) }
    self.versions = versions
    draft = fields["draft"]
    dropped = try fields.list("dropped")?.compactMap { item in
      if case .integer(let number) = item { number } else { nil }
    }
  }

  /// The reply's data.
  public var json: JSONValue {
    var members: [String: JSONValue] = [
      "current": .integer(current), "canUndo": .bool(canUndo), "canRedo": .bool(redo != nil),
      "redo": redo.map(JSONValue.integer) ?? .null, "versions": .array(versions.map(\.json)),
    ]
    members["draft"] = draft
    members["dropped"] = dropped.map { .array($0.map(JSONValue.integer)) }
    return .object(members)
  }
}

extension HistoryReply.Version {
  init(json: JSONValue) throws(ServiceError) {
    let fields = try Fields(json, place: "The version")
    let differences = try (fields.list("differences") ?? []).compactMap { item in
      if case .string(let phrase) = item { phrase } else { nil }
    }
    self.init(
      number: try fields.integer("number") ?? 0, parent: try fields.integer("parent"),
      label: try fields.string("label") ?? "", differences: differences,
      moment: try fields.integer("at"))
  }

  var json: JSONValue {
    .object([
      "number": .integer(number), "parent": parent.map(JSONValue.integer) ?? .null,
      "label": .string(label), "differences": .array(differences.map(JSONValue.string)),
      "at": moment.map(JSONValue.integer) ?? .null,
    ])
  }
}
