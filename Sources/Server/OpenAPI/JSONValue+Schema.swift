import Timeline

/// JSON schemas (draft 2020-12) of the kinds that the document needs.
extension JSONValue {
  /// The component schema of that name.
  static func reference(_ schema: String) -> JSONValue {
    .object(["$ref": .string("#/components/schemas/\(schema)")])
  }

  /// The contract's frame around `data`.
  static func enveloped(_ data: JSONValue) -> JSONValue {
    .record(
      ["code": .object(["const": .integer(0)]), "data": data], required: ["code", "data"])
  }

  /// A text.
  static func text(
    _ summary: String? = nil, pattern: String? = nil, longest: Int? = nil,
    oneOf choices: [String]? = nil
  ) -> JSONValue {
    .compactSchema([
      "type": .string("string"), "description": summary.map(JSONValue.string),
      "pattern": pattern.map(JSONValue.string), "maxLength": longest.map(JSONValue.integer),
      "enum": choices.map { .array($0.map(JSONValue.string)) },
    ])
  }

  /// A whole number.
  static func wholeNumber(
    from least: Int? = nil, to most: Int? = nil, _ summary: String? = nil
  ) -> JSONValue {
    .compactSchema([
      "type": .string("integer"), "minimum": least.map(JSONValue.integer),
      "maximum": most.map(JSONValue.integer),
      "description": summary.map(JSONValue.string),
    ])
  }

  /// A number.
  static func fraction(_ summary: String? = nil) -> JSONValue {
    .compactSchema(["type": .string("number"), "description": summary.map(JSONValue.string)])
  }

  /// True or false.
  static let truth: JSONValue = .object(["type": .string("boolean")])

  /// An object of any members.
  static let anyObject: JSONValue = .object(["type": .string("object")])

  /// The schema, or null.
  static func orNull(_ schema: JSONValue) -> JSONValue {
    .anyOf([schema, .object(["type": .string("null")])])
  }

  /// An object that is sent to the server.
  /// - Parameter optional: members that may be missing or null, which is the same.
  static func request(
    _ members: [String: JSONValue], optional: [String: JSONValue] = [:]
  ) -> JSONValue {
    record(
      members.merging(optional.mapValues(orNull)) { first, _ in first },
      required: members.keys.sorted())
  }

  /// One of them at least.
  static func anyOf(_ schemas: [JSONValue]) -> JSONValue {
    .object(["anyOf": .array(schemas)])
  }

  /// A list.
  static func list(of schema: JSONValue, least: Int? = nil, most: Int? = nil) -> JSONValue {
    .compactSchema([
      "type": .string("array"), "items": schema, "minItems": least.map(JSONValue.integer),
      "maxItems": most.map(JSONValue.integer),
    ])
  }

  /// An object.
  /// - Parameter isClosed: whether it has no other members.
  static func record(
    _ members: [String: JSONValue], required: [String] = [], isClosed: Bool = false
  ) -> JSONValue {
    .compactSchema([
      "type": .string("object"), "properties": .object(members),
      "required": required.isEmpty ? nil : .array(required.map(JSONValue.string)),
      "additionalProperties": isClosed ? .bool(false) : nil,
    ])
  }

  private static func compactSchema(_ members: [String: JSONValue?]) -> JSONValue {
    .object(members.compactMapValues { $0 })
  }
}
