/// A header value with parameters: `form-data; name="files"; filename*=UTF-8''a.mp4`.
struct HeaderParameters: Equatable, Sendable {
  /// What stands before the first semicolon, in lower case.
  var value: String
  /// The parameters by their names in lower case; the first of a name counts.
  var parameters: [String: String] = [:]

  /// Parameters that are read at most.
  static let limit = 32

  /// Reads a header value. What can't be read is left out.
  init(_ text: String) {
    var rest = Array(text.utf8)[...]
    let first = rest.prefix { $0 != UInt8(ascii: ";") }
    value = Self.trimmed(first).lowercased()
    rest = rest.dropFirst(first.count)
    while rest.first == UInt8(ascii: ";"), parameters.count < Self.limit {
      rest = rest.dropFirst()
      let name = rest.prefix { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ";") }
      rest = rest.dropFirst(name.count)
      guard rest.first == UInt8(ascii: "=") else { continue }
      rest = rest.dropFirst().drop { $0 == 0x20 || $0 == 0x09 }
      let value = Self.takeValue(&rest)
      let key = Self.trimmed(name).lowercased()
      if !key.isEmpty, parameters[key] == nil { parameters[key] = value }
    }
  }

  /// A parameter, in its extended form (RFC 8187: `filename*=UTF-8''…`) where there is one.
  func text(_ name: String) -> String? {
    if let extended = parameters[name + "*"], let decoded = Self.extended(extended) {
      return decoded
    }
    return parameters[name]
  }

  private static func takeValue(_ rest: inout ArraySlice<UInt8>) -> String {
    guard rest.first == UInt8(ascii: "\"") else {
      let token = rest.prefix { $0 != UInt8(ascii: ";") }
      rest = rest.dropFirst(token.count)
      return trimmed(token)
    }
    rest = rest.dropFirst()
    var bytes: [UInt8] = []
    while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
      // A lone backslash stays: it is a path of a system that divides by it.
      if byte == UInt8(ascii: "\\"), let next = rest.first,
        next == UInt8(ascii: "\"") || next == UInt8(ascii: "\\")
      {
        bytes.append(next)
        rest = rest.dropFirst()
      } else {
        bytes.append(byte)
      }
    }
    rest = rest.drop { $0 != UInt8(ascii: ";") }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func extended(_ text: String) -> String? {
    let pieces = text.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
    guard pieces.count == 3, pieces[0].lowercased() == "utf-8" else { return nil }
    return PercentEncoding.decode(pieces[2])
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
    var rest = bytes.drop(while: isBlank)
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return String(decoding: rest, as: UTF8.self)
  }
}
