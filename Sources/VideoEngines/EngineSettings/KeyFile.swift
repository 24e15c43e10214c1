import Foundation

/// A file that holds a key and that nobody but its owner may read.
struct KeyFile {
  let key: String

  init(path: String) throws(VideoEngineError) {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
      let text = try? String(contentsOfFile: path, encoding: .utf8)
    else {
      throw VideoEngineError(
        .unauthorized, "There is no key at \(path) that can be read; check the name.")
    }
    let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
    guard mode & 0o077 == 0 else {
      throw VideoEngineError(
        .unauthorized, "Others may read the key at \(path); run: chmod 600 \(path)")
    }
    key = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !key.isEmpty, !key.contains(where: \.isNewline) else {
      throw VideoEngineError(.unauthorized, "\(path) holds no key, or more than one line.")
    }
  }
}
