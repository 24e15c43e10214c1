import Timeline

extension JSONValue {
  /// A member of an object; nil for everything else.
  subscript(key: String) -> JSONValue? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  /// The words that it is.
  var words: String? {
    if case .string(let words) = self { words } else { nil }
  }

  /// The number that it is, also where a text holds it, as some engines write seconds.
  var amount: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value.isFinite ? value : nil
    case .string(let text): Double(text)
    default: nil
    }
  }

  /// The whole number that it is, if one that a count can be.
  var count: Int? {
    amount.flatMap { (0...1e9).contains($0) ? Int($0) : nil }
  }

  /// The members of an object; none for everything else.
  var members: [String: JSONValue] {
    if case .object(let members) = self { members } else { [:] }
  }

  /// The elements of a list; none for everything else.
  var elements: [JSONValue] {
    if case .array(let elements) = self { elements } else { [] }
  }
}
