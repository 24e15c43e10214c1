import MediaTime

extension CameraMove {
  init(_ field: JSONField) throws(DraftError) {
    var object = try field.object()
    self.init(try object.require("move", "for example \"push_in\"").choice(Kind.self))
    amount = try object.take("amount")?.number()
    degrees = try object.take("degrees")?.number()
    ease = try object.take("ease")?.choice(Ease.self)
    if let at = object.take("at") { self.at = try Focus(at) }
    from = try object.take("from")?.milliseconds()
    to = try object.take("to")?.milliseconds()
  }

  var json: JSONValue {
    var object: [String: JSONValue] = ["move": .string(move.rawValue)]
    object["amount"] = amount.map { JSONValue($0) }
    object["degrees"] = degrees.map { JSONValue($0) }
    object["ease"] = ease.map { .string($0.rawValue) }
    object["at"] = at?.json
    object["from"] = from.map { .integer($0.count) }
    object["to"] = to.map { .integer($0.count) }
    return .object(object)
  }
}

extension CameraMove: Codable {
  /// Reads it as the wire contract writes it.
  public init(from decoder: any Decoder) throws {
    try self.init(JSONField(value: JSONValue(from: decoder), place: "motion"))
  }

  /// Writes it as the wire contract does.
  public func encode(to encoder: any Encoder) throws { try json.encode(to: encoder) }
}

extension CameraMove.Focus {
  init(_ field: JSONField) throws(DraftError) {
    if field.value == .string("face") {
      self = .face
      return
    }
    guard case .array(let pair) = field.value, pair.count == 2 else {
      throw field.failure(
        .wrongType, "must be \"face\" or a place [x, y], not \(field.value.text())")
    }
    let numbers = try field.elements()
    self = .point(x: try numbers[0].number(), y: try numbers[1].number())
  }

  var json: JSONValue {
    switch self {
    case .face: .string("face")
    case .point(let x, let y): .array([JSONValue(x), JSONValue(y)])
    }
  }
}
