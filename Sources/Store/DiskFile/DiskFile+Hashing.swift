import Crypto
import Glibc
import Records

extension SHA256Digest {
  /// Its hexadecimal digits, in lower case.
  var digits: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

extension DiskFile {
  private static let stride = 1 << 18

  /// SHA-256 of the first `count` bytes of a file, read anew.
  static func digest(_ path: String, count: Int) throws(StorageError) -> SHA256Digest {
    let descriptor = try descriptor(path, O_RDONLY)
    defer { close(descriptor) }
    var hash = SHA256()
    var buffer = [UInt8](repeating: 0, count: stride)
    var left = count
    while left > 0 {
      let read = min(left, try read(descriptor, into: &buffer, path: path))
      guard read > 0 else {
        throw StorageError(.damaged, "\(path) is shorter than it was; send the file again.")
      }
      hash.update(data: buffer[..<read])
      left -= read
    }
    return hash.finalize()
  }

  /// Copies a file's bytes to another that is open for writing.
  static func copy(
    _ path: String, to target: Int32, path targetPath: String
  ) throws(StorageError) {
    let descriptor = try descriptor(path, O_RDONLY)
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: stride)
    while true {
      let read = try read(descriptor, into: &buffer, path: path)
      if read == 0 { return }
      try write(
        read == buffer.count ? buffer : Array(buffer[..<read]), to: target, path: targetPath)
    }
  }
}
