/// A file of the repository: as written, and with what is not code blanked out.
struct SourceText: Sendable {
  /// From the repository's root.
  let path: String
  let text: String
  /// As written.
  let lines: [Substring]
  /// The same lines with comments and the insides of strings turned to spaces.
  let code: [Substring]

  init(path: String, text: String) {
    self.path = path
    self.text = text
    lines = SourceText.split(text)
    let isC = path.hasSuffix(".c") || path.hasSuffix(".h")
    let isCode = isC || path.hasSuffix(".swift")
    code = isCode ? SourceText.split(CodeMask.mask(text, isC: isC)) : []
  }

  private static func split(_ text: String) -> [Substring] {
    // Bytes, since "\r\n" is one Character.
    var lines = text.utf8.split(separator: 10, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { Substring($0) }
  }

  var isSwift: Bool { path.hasSuffix(".swift") }
  var isCode: Bool { !code.isEmpty || isSwift }
  var isSource: Bool { path.hasPrefix("Sources/") }

  /// `Pixels` of `Sources/Pixels/Plane/Plane.swift`.
  var room: String? {
    let parts = path.split(separator: "/")
    return parts.count > 2 && (parts[0] == "Sources" || parts[0] == "Tests")
      ? String(parts[1]) : nil
  }

  /// `Plane+Blur` of `Sources/Pixels/Blur/Plane+Blur.swift`.
  var stem: String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.split(separator: ".").first ?? "")
  }
}
