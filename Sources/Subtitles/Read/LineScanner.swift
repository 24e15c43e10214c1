/// Cuts text into lines at LF, CR LF and CR.
enum LineScanner {
  static func lines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      index += 1
      guard byte == 0x0A || byte == 0x0D else { continue }
      lines.append(text[start..<index - 1])
      if byte == 0x0D, index < text.count, text[index] == 0x0A { index += 1 }
      start = index
    }
    if start < text.count { lines.append(text[start...]) }
    return lines
  }
}

extension ArraySlice<UInt8> {
  /// The slice without spaces, tabs and other control characters at its ends.
  var trimmed: ArraySlice<UInt8> {
    var slice = self
    while let first = slice.first, first <= 0x20 || first == 0x7F { slice.removeFirst() }
    while let last = slice.last, last <= 0x20 || last == 0x7F { slice.removeLast() }
    return slice
  }

  /// Whether the slice begins with these ASCII characters, in any case.
  func hasPrefix(_ prefix: StaticString) -> Bool {
    "\(prefix)".utf8.elementsEqual(self.prefix(prefix.utf8CodeUnitCount)) {
      $0 == $1 || ($0 | 0x20) == ($1 | 0x20) && ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A
    }
  }

  /// The slice as text; what is no UTF-8 becomes U+FFFD.
  var string: String { String(decoding: self, as: UTF8.self) }
}
