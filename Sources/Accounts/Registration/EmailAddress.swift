import Wire

/// An e-mail address in the form in which addresses are compared: without space around it and in
/// lower case.
struct EmailAddress: Hashable, Sendable {
  let text: String

  /// Reads an address: what browsers take in a field for one (the HTML standard's grammar), with a
  /// dot in its domain and of at most 254 characters.
  /// - Throws: `ServiceError` with code 400.
  init(_ text: String) throws(ServiceError) {
    let folded = text.trimming(while: \.isWhitespace).lowercased()
    guard text.utf8.allSatisfy({ $0 < 128 }), folded.utf8.count <= 254, Self.isValid(folded) else {
      let shown = folded.count > 60 ? folded.prefix(60) + "…" : folded[...]
      throw ServiceError(
        .badRequest, "\"\(shown)\" is no e-mail address; send one such as name@example.org.")
    }
    self.text = folded
  }

  private static func isValid(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...64).contains(parts[0].utf8.count),
      parts[0].utf8.allSatisfy({ isLetterOrDigit($0) || localMarks.contains($0) })
    else { return false }
    let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    return labels.count >= 2 && labels.allSatisfy(isLabel)
  }

  private static func isLabel(_ label: Substring) -> Bool {
    (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
      && label.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
  }

  private static let localMarks = Set(".!#$%&'*+/=?^_`{|}~-".utf8)

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

extension String {
  /// Without the characters at both ends of which that is true.
  fileprivate func trimming(while isTrimmed: (Character) -> Bool) -> String {
    let start = drop(while: isTrimmed)
    guard let last = start.lastIndex(where: { !isTrimmed($0) }) else { return "" }
    return String(start[...last])
  }
}
