internal import Foundation

/// Values as lines of JSON, between a worker and whoever started it.
enum JSONLine {
  /// `value` in one line, with the line's end.
  static func encode(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try [UInt8](encoder.encode(value)) + [UInt8(ascii: "\n")]
  }

  /// The value that a line holds.
  static func decode<Value: Decodable>(_ type: Value.Type, from line: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(line.utf8))
  }
}
