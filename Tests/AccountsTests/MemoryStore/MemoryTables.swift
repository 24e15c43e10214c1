import Foundation
import Records

/// The records of a ``MemoryStore``; each step is noted so that it can be undone.
final class MemoryTables {
  var accounts: [String: Account] = [:]
  var tokens: [String: AccessToken] = [:]
  var issues: [TokenIssue] = []
  var credits: [String: Credits] = [:]
  var holds: [String: CreditHold] = [:]
  var ledger: [String: [LedgerEntry]] = [:]
  var sessions: [String: Session] = [:]
  var values: [String: String] = [:]
  /// Steps until one fails; nil for never.
  var stepsToCrash: Int?
  private var undo: [() -> Void] = []

  func commit() {
    undo = []
    stepsToCrash = nil
  }

  func rollBack() {
    for step in undo.reversed() { step() }
    commit()
  }

  /// Sets a value, or takes it away.
  func set<Key, Value>(
    _ table: ReferenceWritableKeyPath<MemoryTables, [Key: Value]>, _ key: Key, _ value: Value?
  ) throws {
    try countStep()
    let old = self[keyPath: table][key]
    undo.append { [unowned self] in self[keyPath: table][key] = old }
    self[keyPath: table][key] = value
  }

  func insert<Key, Value>(
    new table: ReferenceWritableKeyPath<MemoryTables, [Key: Value]>, _ key: Key, _ value: Value
  ) throws {
    guard self[keyPath: table][key] == nil else {
      throw StorageError(.duplicate, "There is a \(Value.self) \(key) already.")
    }
    try set(table, key, value)
  }

  func setIssues(_ issues: [TokenIssue]) throws {
    try countStep()
    let old = self.issues
    undo.append { [unowned self] in self.issues = old }
    self.issues = issues
  }

  func addLine(_ entry: LedgerEntry) throws {
    try countStep()
    undo.append { [unowned self] in ledger[entry.account]?.removeLast() }
    ledger[entry.account, default: []].append(entry)
  }

  private func countStep() throws {
    guard let steps = stepsToCrash else { return }
    if steps <= 0 { throw Crash() }
    stepsToCrash = steps - 1
  }
}
