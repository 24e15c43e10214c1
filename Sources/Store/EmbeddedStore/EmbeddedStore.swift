import Foundation
import GRDB
public import Records

/// Metadata and queue of one machine, in one file: `kinora.sqlite` in the data folder.
///
/// One process has the folder at a time; a second is refused. Changes that wait together are
/// committed together, each whole or not at all, and none is acknowledged before it is on disk.
/// Neither a read nor a change is broken off when its task is cancelled.
public final class EmbeddedStore: Sendable {
  /// The data folder.
  public let folder: String
  let signal = WorkSignal()
  let elapsed: @Sendable () -> Duration
  private let file: StoreFile

  /// Opens the store in `folder`, which is made where it isn't there, and brings it up to date.
  /// All leases end: whoever held one is gone. Blocks for a few disk accesses.
  /// - Throws: `StorageError`: `inUse` where another process has the folder, `damaged` where the
  ///   file is no database that this version can read, `unavailable` or `full`.
  public convenience init(folder: String) throws {
    let start = ContinuousClock.now
    try self.init(folder: folder) { ContinuousClock.now - start }
  }

  /// - Parameter elapsed: the time since the store was opened, which never jumps.
  init(folder: String, elapsed: @escaping @Sendable () -> Duration) throws {
    self.folder = folder
    self.elapsed = elapsed
    file = try StoreFile(folder: folder)
  }

  deinit { file.closeEventually() }

  /// Ends it: waits for what runs, brings the file up to date, gives the folder back. What is
  /// asked afterwards throws `StorageError` with code `unavailable`. Not to be called from within
  /// a read or a change.
  public func close() { file.close() }

  /// What SQLite's integrity check has to say; empty where all is well. It reads the whole file.
  /// - Throws: `StorageError`.
  public func problems() async throws -> [String] {
    let lines = try await file.read { connection in
      try connection.mapping { try String.fetchAll($0, sql: "PRAGMA integrity_check") }
    }
    return lines == ["ok"] ? [] : lines
  }

  /// Runs `body` on the connection that writes, outside of any transaction.
  func configure(_ body: (Database) throws -> Void) throws { try file.configure(body) }
}

extension EmbeddedStore: MetadataStore {
  /// Reads from one state of the store, on a thread of its own.
  public func read<Result: Sendable>(
    _ body: @escaping @Sendable (any MetadataView) throws -> Result
  ) async throws -> Result {
    try await file.read { try body(EmbeddedView(connection: $0)) }
  }

  /// Changes the store, on a thread of its own; returns once the change is on disk.
  public func write<Result: Sendable>(
    _ body: @escaping @Sendable (any MetadataTransaction) throws -> Result
  ) async throws -> Result {
    try await change { try body($0) }
  }

  /// A change that may use what only this store has.
  func change<Result: Sendable>(
    _ body: @escaping @Sendable (EmbeddedTransaction) throws -> Result
  ) async throws -> Result {
    try await file.write(signal: signal, body)
  }
}
