public import Timeline

/// The members of a JSON object that came over the wire, read by name.
///
/// Each name is found in snake_case and in camelCase. A failure is a `ServiceError` with code 400
/// that names the field and says what belongs there.
public struct Fields: Sendable {
  /// All members, as they came.
  public let members: [String: JSONValue]
  private let place: String

  /// The members of `json`.
  /// - Parameters:
  ///   - json: what came.
  ///   - place: how a failure calls it: "The body", "output".
  /// - Throws: where `json` is no object.
  public init(_ json: JSONValue, place: String = "The body") throws(ServiceError) {
    guard case .object(let members) = json else {
      throw ServiceError(.badRequest, "\(place) must be a JSON object {…}.")
    }
    self.members = members
    self.place = place
  }

  /// The object that a body holds; an empty body is an empty object.
  /// - Throws: where the bytes are no JSON object.
  public init(body: some Sequence<UInt8>) throws(ServiceError) {
    let text = String(decoding: Array(body), as: UTF8.self)
    guard !text.allSatisfy(\.isWhitespace) else {
      try self.init(.object([:]))
      return
    }
    try self.init(try JSONValue.parse(body: text))
  }

  /// The member of that name, nil where it is missing or null.
  public subscript(_ name: String) -> JSONValue? {
    for key in [name, Self.camelCase(name), Self.snakeCase(name)] {
      if let value = members[key], value != .null { return value }
    }
    return nil
  }

  /// A text, nil where it is missing.
  public func string(_ name: String) throws(ServiceError) -> String? {
    guard let value = self[name] else { return nil }
    guard case .string(let text) = value else { throw wrong(name, "a text in quotes", value) }
    return text
  }

  /// A text that must be there.
  public func requiredString(_ name: String) throws(ServiceError) -> String {
    guard let text = try string(name) else { throw missing(name, "a text") }
    return text
  }

  /// A whole number, nil where it is missing.
  public func integer(_ name: String) throws(ServiceError) -> Int? {
    guard let value = self[name] else { return nil }
    guard case .integer(let number) = value else { throw wrong(name, "a whole number", value) }
    return number
  }

  /// A number, nil where it is missing.
  public func number(_ name: String) throws(ServiceError) -> Double? {
    switch self[name] {
    case nil: return nil
    case .integer(let number)?: return Double(number)
    case .number(let number)?: return number
    case let value?: throw wrong(name, "a number", value)
    }
  }

  /// True or false, nil where it is missing.
  public func bool(_ name: String) throws(ServiceError) -> Bool? {
    guard let value = self[name] else { return nil }
    guard case .bool(let flag) = value else { throw wrong(name, "true or false", value) }
    return flag
  }

  /// An object, nil where it is missing.
  public func object(_ name: String) throws(ServiceError) -> Fields? {
    guard let value = self[name] else { return nil }
    return try Fields(value, place: "\"\(name)\"")
  }

  /// A list, nil where it is missing.
  public func list(_ name: String) throws(ServiceError) -> [JSONValue]? {
    guard let value = self[name] else { return nil }
    guard case .array(let elements) = value else { throw wrong(name, "a list […]", value) }
    return elements
  }

  /// A failure that says that `name` isn't there.
  public func missing(_ name: String, _ what: String) -> ServiceError {
    ServiceError(.badRequest, "\(place) has no \"\(name)\"; add \(what).")
  }

  private func wrong(_ name: String, _ expected: String, _ value: JSONValue) -> ServiceError {
    let found = value.text()
    let shown = found.count > 40 ? found.prefix(40) + "…" : found[...]
    return ServiceError(.badRequest, "\"\(name)\" must be \(expected), not \(shown).")
  }

  private static func camelCase(_ name: String) -> String {
    let words = name.split(separator: "_", omittingEmptySubsequences: false)
    guard let first = words.first else { return name }
    return first + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  private static func snakeCase(_ name: String) -> String {
    var snake = ""
    for character in name {
      if character.isUppercase { snake += "_" }
      snake += character.lowercased()
    }
    return snake
  }
}

extension JSONValue {
  /// The JSON value of a body.
  /// - Throws: `ServiceError` with code 400, naming line and column.
  public static func parse(body: String) throws(ServiceError) -> JSONValue {
    do throws(DraftError) {
      return try parse(body)
    } catch {
      let sentence = error.message.replacing("The draft", with: "The body")
      throw ServiceError(.badRequest, sentence)
    }
  }

  /// An object of the members that are there; nil ones are left out.
  public static func compact(_ members: [String: JSONValue?]) -> JSONValue {
    .object(members.compactMapValues { $0 })
  }
}
