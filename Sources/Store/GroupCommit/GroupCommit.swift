import GRDB
import Records

/// A change that waits to be made.
struct WriteJob: Sendable {
  /// Makes the change and returns what to do once it is committed.
  let run: @Sendable (Connection) throws -> (@Sendable () -> Void)
  /// Says that nothing was changed.
  let fail: @Sendable (any Error) -> Void
}

/// Commits changes that waited together: one wait for the disk, though each change is made whole
/// or not at all, and each is acknowledged only after the commit.
struct GroupCommit {
  let connection: Connection
  private var database: Database { connection.database }

  init(connection: Connection) { self.connection = connection }

  func run(_ jobs: [WriteJob]) {
    var waiting = jobs[...]
    var made: [(job: WriteJob, acknowledge: @Sendable () -> Void)] = []
    do {
      while let job = waiting.first {
        if !database.isInsideTransaction { try perform("BEGIN IMMEDIATE") }
        waiting.removeFirst()
        do {
          made.append((job, try run(job)))
        } catch let lost as LostTransaction {
          // SQLite has taken the whole transaction back: no room, or a failing disk.
          job.fail(lost.cause)
          for former in made { former.job.fail(lost.cause) }
          made = []
        } catch {
          job.fail(error)
        }
      }
      if database.isInsideTransaction { try perform("COMMIT") }
      for change in made { change.acknowledge() }
    } catch {
      try? database.rollback()
      for job in made.map(\.job) + waiting { job.fail(error) }
    }
  }

  private func run(_ job: WriteJob) throws -> @Sendable () -> Void {
    try perform("SAVEPOINT job")
    do {
      let acknowledge = try job.run(connection)
      try perform("RELEASE job")
      return acknowledge
    } catch {
      do {
        guard database.isInsideTransaction else { throw error }
        try perform("ROLLBACK TO job")
        try perform("RELEASE job")
      } catch let failure {
        try? database.rollback()
        throw LostTransaction(cause: failure)
      }
      throw error
    }
  }

  private func perform(_ sql: String) throws {
    try database.cachedStatement(sql: sql).execute()
  }
}

/// That the transaction around a change is gone.
private struct LostTransaction: Error {
  let cause: any Error
}
