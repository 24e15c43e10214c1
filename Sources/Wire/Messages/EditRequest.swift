public import Timeline

/// The body of `POST /api/edit/…`: a change of the draft without words.
public struct EditRequest: WireMessage, Hashable {
  /// What is to be done; a body asks for one thing.
  public enum Change: Hashable, Sendable {
    /// These edits in order, as `Edit` is written, as one version and one step to undo. The label
    /// says what was done, for people; nil to have it made up.
    case edits([JSONValue], label: String?)
    /// What a hand does on a timeline, as `Verb` is written.
    case verb(JSONValue)
    /// Back to the version before.
    case undo
    /// Forward again.
    case redo
    /// One earlier version taken back, and what came after it kept.
    case undoOnly(Int)
    /// Any version made the current one.
    case go(to: Int)
  }

  /// So many edits are taken at once.
  public static let mostEdits = 1000

  /// What is to be done.
  public var change: Change
  /// The version that it was made for; nil for whichever is current.
  public var base: Int?

  /// A change.
  public init(_ change: Change, base: Int? = nil) {
    self.change = change
    self.base = base
  }

  /// Reads a body.
  public init(json: JSONValue) throws(ServiceError) {
    let fields = try Fields(json)
    var changes: [Change] = []
    if let edits = try fields.list("edits") {
      guard (1...Self.mostEdits).contains(edits.count) else {
        throw ServiceError(
          .badRequest,
          "\"edits\" holds \(edits.count) edits; send 1 to \(Self.mostEdits) at once.")
      }
      changes.append(.edits(edits, label: try fields.string("label")))
    }
    if let verb = try fields.object("verb") { changes.append(.verb(.object(verb.members))) }
    if try fields.bool("undo") == true { changes.append(.undo) }
    if try fields.bool("redo") == true { changes.append(.redo) }
    if let number = try fields.integer("undo_only") { changes.append(.undoOnly(number)) }
    if let number = try fields.integer("go_to") { changes.append(.go(to: number)) }
    guard let change = changes.first, changes.count == 1 else {
      throw ServiceError(
        .badRequest,
        "The body asks for \(changes.isEmpty ? "nothing" : "several things at once"); send one of "
          + "\"edits\", \"verb\", \"undo\", \"redo\", \"undo_only\" and \"go_to\".")
    }
    self.change = change
    base = try fields.integer("base")
  }

  /// The body.
  public var json: JSONValue {
    var members: [String: JSONValue?] = ["base": base.map(JSONValue.integer)]
    switch change {
    case .edits(let edits, let label):
      members["edits"] = .array(edits)
      members["label"] = label.map(JSONValue.string)
    case .verb(let verb): members["verb"] = verb
    case .undo: members["undo"] = .bool(true)
    case .redo: members["redo"] = .bool(true)
    case .undoOnly(let number): members["undo_only"] = .integer(number)
    case .go(let number): members["go_to"] = .integer(number)
    }
    return .compact(members)
  }
}
