/// Reads JSON (RFC 8259) strictly, from bytes that may come from anyone.
///
/// Nesting is bounded, text must be valid UTF-8, and a failure names its line and column.
struct JSONParser {
  private static let deepest = 100
  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The one value that `bytes` hold.
  static func parse(_ bytes: [UInt8]) throws(DraftError) -> JSONValue {
    var parser = JSONParser(bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { parser.position = 3 }
    parser.skipSpace()
    if parser.peek == nil {
      throw DraftError(.badJSON, "The draft is empty; write a JSON object with \"t\".")
    }
    let value = try parser.value()
    parser.skipSpace()
    if parser.peek != nil { throw parser.failure("expected the end after the JSON value") }
    return value
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }

  private func failure(_ what: String) -> DraftError {
    let before = bytes[..<min(position, bytes.count)]
    let line = before.count { $0 == 0x0A } + 1
    let column = before.count - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0) + 1
    return DraftError(
      .badJSON, at: "line \(line), column \(column)",
      "The draft is no valid JSON: \(what) at line \(line), column \(column).")
  }

  private mutating func value() throws(DraftError) -> JSONValue {
    guard let byte = peek else { throw failure("it ends in the middle") }
    switch byte {
    case UInt8(ascii: "{"): return try nested { (p) throws(DraftError) in try p.object() }
    case UInt8(ascii: "["): return try nested { (p) throws(DraftError) in try p.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw failure("expected a value")
    }
  }

  private mutating func nested(
    _ body: (inout JSONParser) throws(DraftError) -> JSONValue
  ) throws(DraftError) -> JSONValue {
    guard depth < Self.deepest else { throw failure("it is nested too deeply") }
    depth += 1
    let value = try body(&self)
    depth -= 1
    return value
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(DraftError) -> JSONValue {
    guard bytes[position...].starts(with: word.utf8) else { throw failure("expected a value") }
    position += word.utf8.count
    return value
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func object() throws(DraftError) -> JSONValue {
    position += 1
    var members: [String: JSONValue] = [:]
    skipSpace()
    if take("}") { return .object(members) }
    while true {
      skipSpace()
      guard peek == UInt8(ascii: "\"") else { throw failure("expected a key in quotes") }
      let key = try string()
      skipSpace()
      guard take(":") else { throw failure("expected \":\" after \"\(key)\"") }
      skipSpace()
      guard members.updateValue(try value(), forKey: key) == nil else {
        throw failure("\"\(key)\" is there twice")
      }
      skipSpace()
      if take("}") { return .object(members) }
      guard take(",") else { throw failure("expected \",\" or \"}\"") }
    }
  }

  private mutating func array() throws(DraftError) -> JSONValue {
    position += 1
    var elements: [JSONValue] = []
    skipSpace()
    if take("]") { return .array(elements) }
    while true {
      skipSpace()
      elements.append(try value())
      skipSpace()
      if take("]") { return .array(elements) }
      guard take(",") else { throw failure("expected \",\" or \"]\"") }
    }
  }
}

extension JSONParser {
  private mutating func number() throws(DraftError) -> JSONValue {
    let start = position
    _ = take("-")
    if !take("0") { try digits() }
    var isWhole = true
    if take(".") {
      isWhole = false
      try digits()
    }
    if take("e") || take("E") {
      isWhole = false
      if !take("+") { _ = take("-") }
      try digits()
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isWhole, let integer = Int(text) { return .integer(integer) }
    guard let number = Double(text), number.isFinite else {
      throw failure("the number \(text) is too large")
    }
    return JSONValue(number)
  }

  private mutating func digits() throws(DraftError) {
    let start = position
    while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
      position += 1
    }
    if position == start { throw failure("expected a digit") }
  }

  private mutating func string() throws(DraftError) -> String {
    position += 1
    var text: [UInt8] = []
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        guard let string = String(validating: text, as: UTF8.self) else {
          throw failure("the text before this is not valid UTF-8")
        }
        position += 1
        return string
      case UInt8(ascii: "\\"):
        position += 1
        text.append(contentsOf: String(try escaped()).utf8)
      case 0..<0x20:
        throw failure("a control character in a text must be written as an escape")
      default:
        text.append(byte)
        position += 1
      }
    }
    throw failure("a text has no closing quote")
  }

  private mutating func escaped() throws(DraftError) -> Unicode.Scalar {
    guard let byte = peek else { throw failure("it ends in the middle") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape()
    default: throw failure("an unknown escape in a text")
    }
  }

  private mutating func unicodeEscape() throws(DraftError) -> Unicode.Scalar {
    let first = try hexadecimal()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, take("\\"), take("u") else { throw failure("half a surrogate pair") }
    let second = try hexadecimal()
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw failure("half a surrogate pair") }
    return scalar
  }

  private mutating func hexadecimal() throws(DraftError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw failure("expected four hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }
}
