import Foundation

/// Records in a folder, a file each.
public struct FileJournal: ClipJournal {
  private let folder: String

  /// A journal in `folder`, which is made where it isn't there.
  public init(folder: String) { self.folder = folder }

  /// The record of a key.
  public func record(of key: String) throws -> ClipRecord? {
    guard let data = FileManager.default.contents(atPath: path(of: key)) else { return nil }
    return try JSONDecoder().decode(ClipRecord.self, from: data)
  }

  /// Keeps a record; it is on disk when this returns.
  public func keep(_ record: ClipRecord) throws {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let path = path(of: record.key)
    let part = path + ".part"
    let data = try encoder.encode(record)
    guard FileManager.default.createFile(atPath: part, contents: nil),
      let file = FileHandle(forWritingAtPath: part)
    else {
      throw VideoEngineError(
        .unwritable, "Clips can't be noted in \(folder); check that it may be written to.")
    }
    try file.write(contentsOf: data)
    // The note must be on disk before anything is sent.
    try file.synchronize()
    try file.close()
    guard rename(part, path) == 0 else {
      throw VideoEngineError(
        .unwritable, "Clips can't be noted in \(folder); check that it may be written to.")
    }
  }

  /// Forgets a key.
  public func forget(_ key: String) throws {
    guard FileManager.default.fileExists(atPath: path(of: key)) else { return }
    try FileManager.default.removeItem(atPath: path(of: key))
  }

  private func path(of key: String) -> String {
    "\(folder)/\(key.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }).json"
  }
}
