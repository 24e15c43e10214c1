import Dispatch
import GRDB
import Records
import Synchronization

/// The database file, the lock on its folder, and the threads that work on it.
final class StoreFile: Sendable {
  private static let readerCount = 4
  private static let groupSize = 64

  private let pool: DatabasePool
  private let lock: FolderLock
  private let shelf: HistoryShelf
  private let readers: JobLine<ReadJob>
  private let writer: JobLine<WriteJob>
  private let isClosed = Mutex(false)

  init(folder: String) throws {
    let path = "\(folder)/kinora.sqlite"
    try DiskFile.makeFolder(folder)
    lock = try FolderLock(folder: folder)
    try DiskFile.makeFile(path)
    do {
      let pool = try Self.openPool(path: path)
      try Schema.prepare(pool)
      let shelf = HistoryShelf()
      self.pool = pool
      self.shelf = shelf
      readers = JobLine(label: "kinora.store.read", width: Self.readerCount, groupSize: 1) {
        for job in $0 { job.run(pool, shelf) }
      } refuse: {
        $0.fail(StorageError.closed)
      }
      writer = JobLine(label: "kinora.store.write", width: 1, groupSize: Self.groupSize) { jobs in
        pool.writeWithoutTransaction { database in
          GroupCommit(connection: Connection(database: database, shelf: shelf)).run(jobs)
        }
      } refuse: {
        $0.fail(StorageError.closed)
      }
    } catch {
      throw StorageError(wrapping: error, about: path)
    }
  }

  private static func openPool(path: String) throws -> DatabasePool {
    var configuration = Configuration()
    configuration.label = "kinora"
    configuration.busyMode = .timeout(5)
    configuration.maximumReaderCount = readerCount
    configuration.persistentReadOnlyConnections = true
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF")
    }
    let pool = try DatabasePool(path: path, configuration: configuration)
    try pool.writeWithoutTransaction { database in
      // The pool has set NORMAL, under which a commit can be lost when the power goes.
      try database.execute(
        sql: "PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864")
      let level = try Int.fetchOne(database, sql: "PRAGMA synchronous")
      precondition(level == 2, "The writer must wait for the disk.")
    }
    return pool
  }

  func read<Result: Sendable>(
    _ body: @escaping @Sendable (Connection) throws -> Result
  ) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      readers.add(
        ReadJob { pool, shelf in
          do {
            let result = try pool.read { try body(Connection(database: $0, shelf: shelf)) }
            continuation.resume(returning: result)
          } catch {
            continuation.resume(throwing: StorageError.mapped(error, about: pool.path))
          }
        } fail: {
          continuation.resume(throwing: $0)
        })
    }
  }

  func write<Result: Sendable>(
    signal: WorkSignal, _ body: @escaping @Sendable (EmbeddedTransaction) throws -> Result
  ) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      writer.add(
        WriteJob { connection in
          let transaction = EmbeddedTransaction(connection: connection, signal: signal)
          let result = try body(transaction)
          let kinds = transaction.changedKinds
          return {
            signal.notify(kinds)
            continuation.resume(returning: result)
          }
        } fail: { [path = pool.path] in
          continuation.resume(throwing: StorageError.mapped($0, about: path))
        })
    }
  }

  func configure(_ body: (Database) throws -> Void) throws {
    try pool.writeWithoutTransaction(body)
  }

  /// Closes it, once: a second time it does nothing.
  func close() {
    let isClosedAlready = isClosed.withLock { isClosed in
      defer { isClosed = true }
      return isClosed
    }
    guard !isClosedAlready else { return }
    writer.close()
    readers.close()
    // Only the writer's connection may bring the log into the file, so it does that itself.
    _ = try? pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    try? pool.close()
    lock.release()
  }

  /// Closes it from wherever the last one let go of it, which may be one of its own threads.
  func closeEventually() {
    if readers.isOnItsThread || writer.isOnItsThread {
      DispatchQueue.global().async { self.close() }
    } else {
      close()
    }
  }
}

/// A read that waits for a thread.
struct ReadJob: Sendable {
  let run: @Sendable (DatabasePool, HistoryShelf) -> Void
  let fail: @Sendable (any Error) -> Void
}
