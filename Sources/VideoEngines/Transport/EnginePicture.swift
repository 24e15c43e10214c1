import Foundation

/// A picture that an engine is given.
struct EnginePicture: Sendable {
  let bytes: [UInt8]
  /// `image/png`, `image/jpeg` or `image/webp`.
  let type: String

  /// Engines take no larger ones.
  private static let most = 20 << 20

  /// Reads the picture at `path`.
  init(path: String) throws(VideoEngineError) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw VideoEngineError(
        .refused, "There is no picture at \(path) that can be read; check the name.")
    }
    guard data.count <= Self.most else {
      throw VideoEngineError(
        .refused, "\(path) has more than 20 MB; engines take no larger pictures.")
    }
    bytes = Array(data)
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
      type = "image/png"
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      type = "image/jpeg"
    } else if bytes.starts(with: Array("RIFF".utf8)),
      bytes.dropFirst(8).starts(with: Array("WEBP".utf8))
    {
      type = "image/webp"
    } else {
      throw VideoEngineError(
        .refused, "\(path) is no PNG, JPEG or WebP picture; engines take no others.")
    }
  }

  /// The file's ending.
  var ending: String { String(type.dropFirst("image/".count)) }
  /// The picture in base64.
  var base64: String { Data(bytes).base64EncodedString() }
  /// The picture as an address of itself (RFC 2397).
  var dataURL: String { "data:\(type);base64,\(base64)" }
}
