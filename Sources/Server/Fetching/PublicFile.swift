import Foundation
import NIOCore
import Wire

/// Gets files from the public internet, as uploads by address do: private addresses are refused,
/// also behind names and redirects.
public enum PublicFile {
  /// Puts what lies at `address` into a new file at `path`.
  /// - Throws: `ServiceError` with code 400 where it can't be fetched or has more than `limit`
  ///   bytes; an error of the disk.
  public static func fetch(
    _ address: String, to path: String, limit: Int, settings: FetchSettings = FetchSettings()
  ) async throws {
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let file = FileHandle(forWritingAtPath: path)
    else { throw CocoaError(.fileWriteUnknown) }
    var count = 0
    do {
      try await Fetcher(settings: settings).fetch(address) { piece in
        guard case .bytes(let bytes) = piece else { return }
        count += bytes.readableBytes
        guard count <= limit else {
          throw ServiceError(
            .badRequest, "The file has more than \(limit >> 20) MB, which is too much.")
        }
        try file.write(contentsOf: Data(bytes.readableBytesView))
      }
      try file.close()
    } catch {
      try? FileManager.default.removeItem(atPath: path)
      throw error
    }
  }
}
