internal import Crypto
internal import Foundation
internal import Glibc
internal import Libav

/// Encoded pieces of films in a folder, so that the next film that has the same piece need not
/// make it again. Several processes may share the folder.
///
/// What is damaged counts as not there; what can't be written is left out.
public struct ChunkCache: Hashable, Sendable, Codable {
  /// Where the pieces lie; made when it is needed.
  public var folder: String
  /// Bytes that are left after each film.
  public var limit: Int

  /// A cache in `folder`, of half a gigabyte where nothing else is said: some ten minutes of film.
  public init(folder: String, limit: Int = 512 << 20) {
    self.folder = folder
    self.limit = limit
  }

  /// The chunks kept under `name`, in order; nil where there are none.
  func chunks(named name: String) -> [EncodedChunk]? {
    guard let (file, content) = Self.sealed(path(of: name)) else { return nil }
    let end = content.count
    var chunks: [EncodedChunk] = []
    var offset = 0
    while offset < end {
      guard let chunk = try? EncodedChunk(fromFile: file.fileDescriptor, at: offset) else {
        return nil
      }
      chunks.append(chunk)
      offset += chunk.storedCount
    }
    return chunks
  }

  /// The value kept under `name`, or the one that `make` gives, which is kept then; a nil name
  /// keeps nothing.
  func value<Value: Codable>(
    named name: String?, make: () throws(RenderError) -> Value
  ) throws(RenderError) -> Value {
    guard let name else { return try make() }
    let path = "\(folder)/\(name)\(Self.note)"
    if let (_, content) = Self.sealed(path),
      let known = try? JSONDecoder().decode(Value.self, from: content)
    {
      return known
    }
    let value = try make()
    if let content = try? JSONEncoder().encode(value) {
      keep(at: path) { file in
        try file.write(contentsOf: content)
      }
    }
    return value
  }

  /// What lies in a file before its seal; nil where there is none, or it is damaged.
  private static func sealed(_ path: String) -> (file: FileHandle, content: Data)? {
    guard let file = FileHandle(forUpdatingAtPath: path),
      let whole = try? file.readToEnd(), whole.count > sealCount
    else { return nil }
    let content = whole.prefix(whole.count - sealCount)
    guard seal(content) == whole.suffix(sealCount) else { return nil }
    // What is used last is removed last.
    futimens(file.fileDescriptor, nil)
    return (file, content)
  }

  /// Keeps the chunks that `write` appends under `name`, all or none.
  func keep(named name: String, _ write: ((EncodedChunk) throws -> Void) throws -> Void) {
    keep(at: path(of: name)) { file in
      var offset = 0
      try write { offset = try $0.write(toFile: file.fileDescriptor, at: offset) }
    }
  }

  private func keep(at path: String, _ write: (FileHandle) throws -> Void) {
    let files = FileManager.default
    try? files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let part = "\(folder)/\(UUID().uuidString)\(Self.unfinished)"
    guard files.createFile(atPath: part, contents: nil),
      let file = FileHandle(forUpdatingAtPath: part)
    else { return }
    do {
      try write(file)
      try file.seek(toOffset: 0)
      try file.write(contentsOf: Self.seal(try file.readToEnd() ?? Data()))
      guard rename(part, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    } catch {
      try? files.removeItem(atPath: part)
    }
  }

  /// Removes what was used longest ago until `limit` is kept, and what was never finished.
  func trim() {
    let keys: Set<URLResourceKey> = [.contentModificationDateKey, .fileSizeKey]
    let found = try? FileManager.default.contentsOfDirectory(
      at: URL(fileURLWithPath: folder, isDirectory: true), includingPropertiesForKeys: Array(keys))
    let files = (found ?? []).compactMap { url -> (url: URL, used: Date, size: Int)? in
      guard let values = try? url.resourceValues(forKeys: keys),
        let used = values.contentModificationDate, let size = values.fileSize
      else { return nil }
      return (url, used, size)
    }
    var total = 0
    for file in files.sorted(by: { $0.used > $1.used }) {
      total += file.size
      let isForgotten =
        file.url.lastPathComponent.hasSuffix(Self.unfinished)
        && file.used.timeIntervalSinceNow < -Self.patience
      if total > limit || isForgotten { try? FileManager.default.removeItem(at: file.url) }
    }
  }

  private func path(of name: String) -> String { "\(folder)/\(name)\(Self.finished)" }

  private static let (finished, unfinished, note) = (".chunks", ".part", ".note")
  /// Seconds after which nobody is writing a piece any more.
  private static let patience: TimeInterval = 3600
  private static let sealCount = SHA256.byteCount

  /// SHA-256: a page that a crash left empty must never become part of a film.
  private static func seal(_ content: Data) -> Data { Data(SHA256.hash(data: content)) }
}
