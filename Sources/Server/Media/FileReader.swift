import Foundation
import NIOCore
import NIOPosix

/// Reads a file piece by piece, each on a thread that may wait for the disk.
final class FileReader: Sendable {
  private let handle: FileHandle

  /// Opens the file.
  init(path: String) async throws {
    handle = try await NIOThreadPool.singleton.runIfActive {
      try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    }
  }

  /// The bytes of `range`, fewer where the file ends before.
  func read(_ range: Range<Int>) async throws -> ByteBuffer {
    try await NIOThreadPool.singleton.runIfActive { [handle] in
      try handle.seek(toOffset: UInt64(range.lowerBound))
      return ByteBuffer(bytes: try handle.read(upToCount: range.count) ?? Data())
    }
  }

  deinit { try? handle.close() }
}
