import Foundation
import GRDB
import Glibc
import Records
import Synchronization
import Testing
import Timeline

@testable import Store

/// What only the embedded form has: a file, a lock, and one process.
@Suite struct EmbeddedStoreTests {
  private let folder = TemporaryFolder()

  /// What would be there if the process had been killed now.
  private func killedCopy() throws -> TemporaryFolder {
    let copy = TemporaryFolder()
    try FileManager.default.copyItem(atPath: folder.path, toPath: copy.path)
    try? FileManager.default.removeItem(atPath: "\(copy.path)/kinora.sqlite-shm")
    return copy
  }

  @Test("The writer waits for the disk, foreign keys hold, readers can't write")
  func settings() async throws {
    let store = try EmbeddedStore(folder: folder.path)
    try store.configure { database throws in
      #expect(try Int.fetchOne(database, sql: "PRAGMA synchronous") == 2)
      #expect(try String.fetchOne(database, sql: "PRAGMA journal_mode") == "wal")
      #expect(try Int.fetchOne(database, sql: "PRAGMA foreign_keys") == 1)
    }
    let isReadOnly = try await store.read { view in
      let database = try #require(view as? EmbeddedView).connection.database
      return (try? database.execute(sql: "DELETE FROM account")) == nil
    }
    #expect(isReadOnly)
    #expect(try await store.problems().isEmpty)
  }

  @Test("What was committed is there after a kill; leases are not")
  func killed() async throws {
    let store = try EmbeddedStore(folder: folder.path)
    let session = Sample.session(history: try Sample.history(edits: 3))
    try await store.write { transaction in
      try transaction.insert(Sample.account())
      try transaction.insert(session)
      try store.enqueue(Sample.work("1"), in: transaction)
      try store.enqueue(Sample.work("2", group: "h"), in: transaction)
    }
    let lease = try #require(try await store.lease(.turn, for: .seconds(1_000_000)))
    let delayed = try #require(try await store.lease(.turn, for: .seconds(1_000_000)))
    try await store.giveBack(delayed, after: .seconds(1_000_000))

    let copy = try killedCopy()
    defer { copy.remove() }
    let again = try EmbeddedStore(folder: copy.path)
    #expect(try await again.problems().isEmpty)
    #expect(try await again.read { try $0.session("100") } == session)
    #expect(try await again.lease(.turn, for: .seconds(60)) == Lease(work: lease.work, attempt: 2))
    #expect(try await again.lease(.turn, for: .seconds(60))?.work.id == "2")
    await #expect(throws: LeaseLost.self) {
      try await again.write { try again.finish(lease, in: $0) }
    }
  }

  @Test("A kill between any two changes leaves each whole or not made")
  func killedAnywhere() async throws {
    let store = try EmbeddedStore(folder: folder.path)
    try await store.write { transaction in
      try transaction.insert(Sample.account())
      try transaction.insert(Sample.session())
    }
    for round in 1...12 {
      try await store.write { transaction in
        try transaction.insert(Sample.event(round))
        var session = Sample.session()
        session.lastEvent = round
        try transaction.update(session)
      }
      let copy = try killedCopy()
      defer { copy.remove() }
      let again = try EmbeddedStore(folder: copy.path)
      let (last, events) = try await again.read { view in
        (try view.session("100")?.lastEvent, try view.events(in: "100", after: 0, limit: 99).count)
      }
      #expect(last == round)
      #expect(events == round)
    }
  }

  @Test("A second opener is refused and told what to do, until the first is gone")
  func secondOpener() async throws {
    let store = try EmbeddedStore(folder: folder.path)
    let error = #expect(throws: StorageError.self) { try EmbeddedStore(folder: folder.path) }
    #expect(error?.code == .inUse)
    #expect(error?.message.contains("process \(getpid())") == true)
    #expect(error?.message.contains("stop that one") == true)
    store.close()
    let again = try EmbeddedStore(folder: folder.path)
    #expect(try await again.read { try $0.account("nobody") } == nil)
    store.close()
    #expect(throws: StorageError.self) { try EmbeddedStore(folder: folder.path) }
  }

  @Test("A store that is let go of gives its folder back")
  func letGo() async throws {
    for round in 0..<5 {
      let store = try EmbeddedStore(folder: folder.path)
      try await store.write { try $0.setValue("\(round)", named: "n") }
    }
    var store: EmbeddedStore?
    for _ in 0..<500 where store == nil {
      store = try? EmbeddedStore(folder: folder.path)
      if store == nil { try await Task.sleep(for: .milliseconds(2)) }
    }
    #expect(try await store?.read { try $0.value("n") } == "4")
  }

  @Test("A closed store refuses, and leaves all in one file")
  func closed() async throws {
    let store = try EmbeddedStore(folder: folder.path)
    try await store.write { try $0.setValue("1", named: "n") }
    store.close()
    let reading = await #expect(throws: StorageError.self) { try await store.read { _ in } }
    #expect(reading?.code == .unavailable)
    let writing = await #expect(throws: StorageError.self) { try await store.write { _ in } }
    #expect(writing?.code == .unavailable)
    let log = DiskFile.size("\(folder.path)/kinora.sqlite-wal") ?? 0
    #expect(log == 0)
  }

  @Test("Only the owner can read the files")
  func modes() async throws {
    let store = try EmbeddedStore(folder: folder.path)
    try await store.write { try $0.setValue("1", named: "n") }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(names).isSuperset(of: ["kinora.sqlite", "kinora.sqlite-wal", "kinora.lock"]))
    for name in names {
      let path = "\(folder.path)/\(name)"
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect(mode as? Int == 0o600, "\(name)")
    }
  }

  @Test("An update of counters leaves the history's row alone")
  func counterUpdateKeepsHistory() async throws {
    let store = try EmbeddedStore(folder: folder.path)
    var session = Sample.session(history: try Sample.history(edits: 4))
    try await store.write { [session] transaction in
      try transaction.insert(Sample.account())
      try transaction.insert(session)
    }
    let counters = try await changes(of: session, in: store) { $0.lastEvent += 1 }
    #expect(counters == 1)
    session.history?.undo()
    #expect(try await changes(of: session, in: store) { $0.lastEvent += 1 } == 2)
  }

  /// How many rows an update changes.
  private func changes(
    of session: Session, in store: EmbeddedStore, _ change: (inout Session) -> Void
  ) async throws -> Int {
    var session = session
    change(&session)
    return try await store.change { [session] transaction in
      let database = transaction.connection.database
      let before = database.totalChangesCount
      try transaction.update(session)
      return database.totalChangesCount - before
    }
  }

  @Test("Unreadable values are damage, not a crash")
  func unreadable() async throws {
    let store = try EmbeddedStore(folder: folder.path)
    try await store.write { transaction in
      try transaction.insert(Sample.account())
      try transaction.insert(Sample.session(history: try Sample.history(edits: 1)))
      try transaction.insert(Sample.media())
    }
    store.close()
    let again = try EmbeddedStore(folder: folder.path)
    try again.configure { database in
      try database.execute(
        sql: """
          UPDATE account SET plan = 'platinum'; UPDATE history SET body = '{"root":';
          UPDATE media SET facts = '[]';
          """)
    }
    for read: @Sendable (any MetadataView) throws -> Void in [
      { _ = try $0.account("anon_1") }, { _ = try $0.session("100") }, { _ = try $0.media("m_1") },
    ] {
      let error = await #expect(throws: StorageError.self) { try await again.read(read) }
      #expect(error?.code == .damaged)
    }
  }
}

extension EmbeddedStoreTests {
  @Test(
    "A file that is no database is said to be damaged",
    arguments: ["no database at all, but long enough to be looked at closely", "SQLite format 3\0"])
  func noDatabase(_ text: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder.path, withIntermediateDirectories: true)
    let bytes = Data(text.utf8) + Data(repeating: 0x41, count: 8_192)
    try bytes.write(to: URL(filePath: "\(folder.path)/kinora.sqlite"))
    for _ in 0..<2 {
      let error = #expect(throws: StorageError.self) { try EmbeddedStore(folder: folder.path) }
      #expect(error?.code == .damaged)
      #expect(error?.message.contains("kinora.sqlite") == true)
    }
    #expect(try Data(contentsOf: URL(filePath: "\(folder.path)/kinora.sqlite")) == bytes)
  }

  @Test("Damage in the middle is found by the check, and said where it is met")
  func damagedPages() async throws {
    do {
      let store = try EmbeddedStore(folder: folder.path)
      try await store.write { transaction in
        for number in 0..<500 { try transaction.insert(Sample.account("account \(number)")) }
      }
      store.close()
    }
    let path = URL(filePath: "\(folder.path)/kinora.sqlite")
    var bytes = try Data(contentsOf: path)
    let page = 4_096
    let first = try #require(bytes.range(of: Data("account 250".utf8))).lowerBound / page * page
    bytes.replaceSubrange(first..<first + page, with: Data(repeating: 0xFF, count: page))
    try bytes.write(to: path)
    let store = try EmbeddedStore(folder: folder.path)
    let error = await #expect(throws: StorageError.self) {
      _ = try await store.read { try $0.accounts(after: nil, limit: 1_000) }
      if try await !store.problems().isEmpty { throw StorageError(.damaged, "found") }
    }
    #expect(error?.code == .damaged)
  }

  @Test("A database of a newer version is left alone")
  func newerVersion() throws {
    do {
      let store = try EmbeddedStore(folder: folder.path)
      try store.configure {
        try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('99')")
      }
      store.close()
    }
    let error = #expect(throws: StorageError.self) { try EmbeddedStore(folder: folder.path) }
    #expect(error?.message.contains("newer version") == true)
  }

  @Test("A full disk refuses changes, loses nothing, and goes on when there is room")
  func full() async throws {
    let store = try EmbeddedStore(folder: folder.path)
    try await store.write { try $0.setValue("kept", named: "n") }
    try store.configure { database throws in
      let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      try database.execute(sql: "PRAGMA max_page_count = \(pages + 1)")
    }
    let long = String(repeating: "x", count: 100_000)
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<20 {
        group.addTask {
          let error = await #expect(throws: StorageError.self) {
            try await store.write { try $0.setValue(long, named: "\(number)") }
          }
          #expect(error?.code == .full)
        }
      }
    }
    #expect(try await store.read { try $0.value("n") } == "kept")
    #expect(try await store.problems().isEmpty)
    try store.configure { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
    try await store.write { try $0.setValue(long, named: "0") }
    #expect(try await store.read { try $0.value("0") } == long)
  }

  @Test("A folder that can't be made or written says so")
  func unusableFolder() {
    for path in ["/dev/null/kinora", "/proc/kinora"] {
      let error = #expect(throws: StorageError.self) { try EmbeddedStore(folder: path) }
      #expect(error?.code == .unavailable)
      #expect(error?.message.contains(path.split(separator: "/")[0]) == true)
    }
  }

  @Test("A lease that runs out wakes who waits")
  func expiryWakes() async throws {
    let store = try EmbeddedStore(folder: folder.path)
    try await store.write { try store.enqueue(Sample.work("1"), in: $0) }
    async let waiting: Void = {
      try? await Task.sleep(for: .milliseconds(30))
      await store.waitForWork(.turn, atMost: .seconds(300))
    }()
    _ = try #require(try await store.lease(.turn, for: .milliseconds(150)))
    let start = ContinuousClock.now
    await waiting
    #expect(ContinuousClock.now - start < .seconds(120))
    #expect(try await store.lease(.turn, for: .seconds(1))?.attempt == 2)
  }
}
