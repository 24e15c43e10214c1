/// The fields of a form as browsers send them (`application/x-www-form-urlencoded`).
struct FormFields: Equatable, Sendable {
  private var values: [String: String] = [:]

  /// Fields that are read at most.
  static let limit = 32

  /// Reads a body; what can't be read is left out.
  init(_ body: String) {
    for pair in body.split(separator: "&").prefix(Self.limit) {
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = Self.decoded(sides[0]), values[name] == nil,
        let value = sides.count > 1 ? Self.decoded(sides[1]) : ""
      else { continue }
      values[name] = value
    }
  }

  /// A field; empty where it is missing.
  subscript(_ name: String) -> String { values[name] ?? "" }

  private static func decoded(_ text: Substring) -> String? {
    PercentEncoding.decode(text.replacing("+", with: " ")[...])
  }
}
