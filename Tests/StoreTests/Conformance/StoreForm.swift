import Foundation
import Records
import Synchronization
import Testing

@testable import Store

/// A form of the store that has to pass the suite. A further form is one line in `all`, and a
/// function that makes one.
struct StoreForm: Sendable, CustomTestStringConvertible {
  let name: String
  let make: @Sendable () throws -> StoreFixture

  static let all = [StoreForm(name: "embedded", make: embedded)]

  var testDescription: String { name }

  private static func embedded() throws -> StoreFixture {
    let folder = TemporaryFolder()
    let clock = TestClock()
    let store = try EmbeddedStore(folder: folder.path) { clock.time }
    return StoreFixture(
      metadata: store, queue: store, blobs: try DiskBlobStore(folder: folder.path, reserve: 0),
      pass: clock.pass
    ) {
      store.close()
      folder.remove()
    }
  }
}

/// An empty store.
struct StoreFixture: Sendable {
  let metadata: any MetadataStore
  let queue: any WorkQueue
  let blobs: any BlobStore
  /// Lets time pass for leases and delays.
  let pass: @Sendable (Duration) async throws -> Void
  /// Leaves nothing behind.
  let end: @Sendable () -> Void

  func read<Result: Sendable>(
    _ body: @escaping @Sendable (any MetadataView) throws -> Result
  ) async throws -> Result {
    try await metadata.read(body)
  }

  @discardableResult
  func write<Result: Sendable>(
    _ body: @escaping @Sendable (any MetadataTransaction) throws -> Result
  ) async throws -> Result {
    try await metadata.write(body)
  }

  /// Expects a change to be refused with that code.
  func expect(
    _ code: StorageError.Code, sourceLocation: SourceLocation = #_sourceLocation,
    _ body: @escaping @Sendable (any MetadataTransaction) throws -> Void
  ) async {
    let error = await #expect(throws: StorageError.self, sourceLocation: sourceLocation) {
      try await metadata.write(body)
    }
    #expect(error?.code == code, sourceLocation: sourceLocation)
  }
}

/// Time that passes only when it is told to.
final class TestClock: Sendable {
  private let now = Mutex(Duration.seconds(1))

  var time: Duration { now.withLock { $0 } }

  @Sendable func pass(_ time: Duration) { now.withLock { $0 += time } }
}

/// A folder that goes with its last user.
final class TemporaryFolder: Sendable {
  let path: String

  init(in parent: String = NSTemporaryDirectory()) {
    path = URL(filePath: parent).appending(path: "kinora-\(UUID().uuidString)").path
  }

  deinit { remove() }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}
