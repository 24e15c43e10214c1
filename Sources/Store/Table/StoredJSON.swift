import Foundation
import Records
import Timeline

/// Values that are kept as JSON text in one column.
enum StoredJSON {
  static func text(_ value: some Encodable) throws -> String {
    String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
  }

  static func value<Value: Decodable>(_ type: Value.Type, text: String) throws -> Value {
    do {
      return try JSONDecoder().decode(type, from: Data(text.utf8))
    } catch {
      throw damage(error)
    }
  }

  static func value(_ text: String) throws -> JSONValue {
    do {
      return try JSONValue.parse(text)
    } catch {
      throw damage(error)
    }
  }

  private static func damage(_ error: any Error) -> StorageError {
    StorageError(
      .damaged,
      "A value in the database can't be read; use the version of Kinora that wrote it.",
      cause: error)
  }
}
