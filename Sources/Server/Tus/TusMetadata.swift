import Foundation

/// `Upload-Metadata` of tus 1.0: `filename d29ybGQ=,session_id MTIz`.
struct TusMetadata: Equatable, Sendable {
  /// Values by their keys.
  var values: [String: String] = [:]

  /// Reads a header, nil where it is malformed.
  init?(_ header: String) {
    for pair in header.split(separator: ",") {
      let words = pair.split(whereSeparator: { $0 == " " || $0 == "\t" })
      guard let key = words.first, words.count <= 2, values[String(key)] == nil else {
        return nil
      }
      guard words.count == 2 else {
        values[String(key)] = ""
        continue
      }
      guard let data = Data(base64Encoded: String(words[1])),
        let text = String(validating: data, as: UTF8.self)
      else { return nil }
      values[String(key)] = text
    }
  }
}
