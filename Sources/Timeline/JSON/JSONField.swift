import MediaTime

/// A value together with its place in the draft, so that every failure can name it.
struct JSONField {
  var value: JSONValue
  var place: String

  func failure(_ code: DraftError.Code, _ message: String) -> DraftError {
    let subject = place.isEmpty ? "The draft" : place
    return DraftError(code, at: place, "\(subject) \(message).")
  }

  private func wrongType(_ expected: String) -> DraftError {
    let found = value.text()
    let shown = found.count > 40 ? found.prefix(40) + "…" : found[...]
    return failure(.wrongType, "must be \(expected), not \(shown)")
  }

  func object() throws(DraftError) -> JSONObject {
    guard case .object(let members) = value else { throw wrongType("an object {…}") }
    return JSONObject(members: members, place: place)
  }

  func elements() throws(DraftError) -> [JSONField] {
    guard case .array(let elements) = value else { throw wrongType("a list […]") }
    return elements.enumerated().map { JSONField(value: $1, place: "\(place)[\($0)]") }
  }

  func string() throws(DraftError) -> String {
    guard case .string(let string) = value else { throw wrongType("a text in quotes") }
    return string
  }

  func bool() throws(DraftError) -> Bool {
    guard case .bool(let bool) = value else { throw wrongType("true or false") }
    return bool
  }

  func number() throws(DraftError) -> Double {
    switch value {
    case .integer(let integer): return Double(integer)
    case .number(let number) where number.isFinite: return number
    default: throw wrongType("a number")
    }
  }

  /// Whole and far from overflow, so that sums of a few never trap.
  func integer() throws(DraftError) -> Int {
    guard case .integer(let integer) = value else { throw wrongType("a whole number") }
    guard integer.magnitude <= Milliseconds.farthest.count else {
      throw failure(.badValue, "is \(integer), far beyond any film; write a smaller number")
    }
    return integer
  }

  func milliseconds() throws(DraftError) -> Milliseconds {
    if case .number = value { throw wrongType("a whole number of milliseconds") }
    return Milliseconds(try integer())
  }

  func choice<Choice>(
    _: Choice.Type
  ) throws(DraftError) -> Choice
  where Choice: RawRepresentable<String> & CaseIterable {
    let name = try string()
    guard let choice = Choice(rawValue: name) else {
      let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw failure(.badValue, "is \"\(name)\", which is unknown; use one of \(names)")
    }
    return choice
  }
}

/// An object being read: members are taken out, and what is left at the end is unknown.
struct JSONObject {
  var members: [String: JSONValue]
  var place: String

  /// The member at `key`, nil where it is missing or null.
  mutating func take(_ key: String) -> JSONField? {
    guard let value = members.removeValue(forKey: key), value != .null else { return nil }
    return JSONField(value: value, place: place.isEmpty ? key : "\(place).\(key)")
  }

  mutating func require(_ key: String, _ what: String) throws(DraftError) -> JSONField {
    if let field = take(key) { return field }
    let subject = place.isEmpty ? "The draft" : place
    throw DraftError(.missing, at: place, "\(subject) has no \"\(key)\"; add \(what).")
  }

  /// The object at `key`, empty where it is missing.
  mutating func takeObject(_ key: String) throws(DraftError) -> JSONObject {
    guard let field = take(key) else { return JSONObject(members: [:], place: place) }
    return try field.object()
  }
}

extension Milliseconds {
  /// Beyond this nothing is read or edited: a few of them still add up without overflow.
  static let farthest = Milliseconds(1_000_000_000_000)
}
