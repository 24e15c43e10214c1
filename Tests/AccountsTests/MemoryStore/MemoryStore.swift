import Foundation
import Records

/// Stands in for a machine that stops in the middle of a change.
struct Crash: Error {}

/// Records in memory, one change at a time, each whole or not at all.
final class MemoryStore: MetadataStore, @unchecked Sendable {
  private let lock = NSLock()
  private let tables = MemoryTables()
  private var (readCount, writeCount) = (0, 0)
  private var nextCrash: Int?

  /// Lets the next change stop before its step of that number.
  func crashNextChange(before step: Int) { lock.withLock { nextCrash = step } }

  /// How often it was read.
  var reads: Int { lock.withLock { readCount } }
  /// How often a change was committed.
  var writes: Int { lock.withLock { writeCount } }

  func read<Result: Sendable>(
    _ body: @escaping @Sendable (any MetadataView) throws -> Result
  ) async throws -> Result {
    try lock.withLock {
      readCount += 1
      return try body(tables)
    }
  }

  func write<Result: Sendable>(
    _ body: @escaping @Sendable (any MetadataTransaction) throws -> Result
  ) async throws -> Result {
    let crash = lock.withLock {
      defer { nextCrash = nil }
      return nextCrash
    }
    return try change(crashBefore: crash, body)
  }

  /// A change that stops before its `crash`th step where that is given.
  func change<Result>(
    crashBefore crash: Int? = nil, _ body: (any MetadataTransaction) throws -> Result
  ) throws -> Result {
    try lock.withLock {
      tables.stepsToCrash = crash
      do {
        let result = try body(tables)
        tables.commit()
        writeCount += 1
        return result
      } catch {
        tables.rollBack()
        throw error
      }
    }
  }
}
