import Foundation

/// A body of `multipart/form-data` (RFC 7578).
struct MultipartForm: Sendable {
  private let boundary = "kinora-\(UUID().uuidString)"
  private var parts: [UInt8] = []

  var contentType: String { "multipart/form-data; boundary=\(boundary)" }
  var content: [UInt8] { parts + Array("--\(boundary)--\r\n".utf8) }

  /// Adds a field of text.
  mutating func add(_ name: String, _ value: String) {
    parts += Array(
      "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
  }

  /// Adds a file's content.
  mutating func add(_ name: String, file: [UInt8], named filename: String, type: String) {
    let head =
      "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"; "
      + "filename=\"\(filename)\"\r\n"
      + "Content-Type: \(type)\r\n\r\n"
    parts += Array(head.utf8) + file + Array("\r\n".utf8)
  }
}
