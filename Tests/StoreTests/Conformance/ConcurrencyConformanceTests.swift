import Foundation
import Records
import Synchronization
import Testing

/// Several at once.
@Suite struct ConcurrencyConformanceTests {
  @Test("Changes at once add up, and each that throws changes nothing", arguments: StoreForm.all)
  func writers(_ form: StoreForm) async throws {
    let store = try form.make()
    defer { store.end() }
    try await store.write { store throws in
      try store.insert(Sample.account())
      try store.save(Credits(account: "anon_1"))
    }
    let failures = await withTaskGroup(of: Bool.self) { group in
      for number in 0..<200 {
        group.addTask {
          do {
            try await store.write { store throws in
              var credits = try store.credits(of: "anon_1")
              credits.granted += 1
              credits.available += 1
              try store.save(credits)
              try store.insert(Sample.token("tok_\(number)"))
              if number.isMultiple(of: 5) { throw Refusal() }
            }
            return false
          } catch {
            return error is Refusal
          }
        }
      }
      return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(failures == 40)
    try await store.read { store throws in
      #expect(try store.credits(of: "anon_1").granted == 160)
      #expect(try store.tokens(of: "anon_1").count == 160)
    }
  }

  @Test("A read sees one state, whatever is changed meanwhile", arguments: StoreForm.all)
  func isolation(_ form: StoreForm) async throws {
    let store = try form.make()
    defer { store.end() }
    try await store.write { store throws in
      try store.insert(Sample.account())
      try store.save(Credits(account: "anon_1", granted: 1_000, available: 1_000))
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        for _ in 0..<100 {
          try await store.write { store throws in
            var credits = try store.credits(of: "anon_1")
            credits.available -= 1
            credits.spent += 1
            try store.save(credits)
            try store.append(
              LedgerEntry(
                account: "anon_1", kind: .settle, amount: 1, note: "", at: Sample.moment()))
          }
        }
      }
      for _ in 0..<4 {
        group.addTask {
          for _ in 0..<50 {
            try await store.read { store throws in
              let spent = try store.credits(of: "anon_1").spent
              let entries = try store.ledger(of: "anon_1").count
              #expect(spent == entries)
              #expect(try store.credits(of: "anon_1").spent == spent)
            }
          }
        }
      }
      try await group.waitForAll()
    }
  }

  @Test("A change is seen by whatever is read after it", arguments: StoreForm.all)
  func readYourWrites(_ form: StoreForm) async throws {
    let store = try form.make()
    defer { store.end() }
    for number in 0..<50 {
      try await store.write { try $0.setValue("\(number)", named: "n") }
      #expect(try await store.read { try $0.value("n") } == "\(number)")
    }
  }

  @Test("A task that was cancelled still reads and writes", arguments: StoreForm.all)
  func cancelled(_ form: StoreForm) async throws {
    let store = try form.make()
    defer { store.end() }
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      #expect(Task.isCancelled)
      try await store.write { [queue = store.queue] transaction in
        try transaction.setValue("kept", named: "n")
        try queue.enqueue(Sample.work("w"), in: transaction)
      }
      let lease = try #require(try await store.queue.lease(.turn, for: .seconds(60)))
      try await store.queue.giveBack(lease, after: .zero)
      return try await store.read { try $0.value("n") }
    }
    #expect(try await task.value == "kept")
    #expect(try await store.queue.lease(.turn, for: .seconds(1))?.attempt == 2)
  }
}
