import Synchronization

/// Values that were used lately, bounded by what they weigh; those not used the longest go first.
final class RecentValues<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct Entry {
    let value: Value
    let weight: Int
    var lastUse: Int
  }

  private struct State {
    var entries: [Key: Entry] = [:]
    var weight = 0
    var uses = 0
  }

  private let capacity: Int
  private let state = Mutex(State())

  /// - Parameter capacity: what all may weigh together.
  init(capacity: Int) { self.capacity = capacity }

  subscript(key: Key) -> Value? {
    state.withLock { state in
      state.uses += 1
      state.entries[key]?.lastUse = state.uses
      return state.entries[key]?.value
    }
  }

  /// Keeps a value, unless it alone weighs more than a quarter of all.
  func keep(_ value: Value, for key: Key, weight: Int = 1) {
    guard weight <= max(capacity / 4, 1) else { return }
    state.withLock { state in
      state.uses += 1
      let entry = Entry(value: value, weight: weight, lastUse: state.uses)
      let former = state.entries.updateValue(entry, forKey: key)
      state.weight += weight - (former?.weight ?? 0)
      guard state.weight > capacity else { return }
      for (key, entry) in state.entries.sorted(by: { $0.value.lastUse < $1.value.lastUse }) {
        guard state.weight > capacity * 3 / 4 else { break }
        state.entries[key] = nil
        state.weight -= entry.weight
      }
    }
  }

  /// What they weigh.
  var weight: Int { state.withLock { $0.weight } }
}
