/// The cookies of a request (RFC 6265).
struct Cookies: Equatable, Sendable {
  private var values: [String: String] = [:]

  /// Reads a `Cookie` header; the first of a name counts.
  init(_ header: String?) {
    for pair in (header ?? "").split(separator: ";") {
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2 else { continue }
      let name = String(sides[0]).trimmed
      if values[name] == nil { values[name] = String(sides[1]).trimmed }
    }
  }

  /// A cookie, nil where it is missing or empty.
  subscript(_ name: String) -> String? {
    values[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// A `Set-Cookie` header. Scripts can't read the cookie, and other sites can't make a browser
  /// send it.
  /// - Parameter maximumAge: seconds; 0 takes the cookie away, nil ends it with the browser.
  static func header(
    _ name: String, _ value: String, isSecure: Bool, maximumAge: Int? = nil
  ) -> String {
    var header = "\(name)=\(value); Path=/; HttpOnly; SameSite=Strict"
    if let maximumAge { header += "; Max-Age=\(maximumAge)" }
    if isSecure { header += "; Secure" }
    return header
  }
}
