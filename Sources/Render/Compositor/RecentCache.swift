internal import Synchronization

/// Values made once each, by whoever asks first, and kept until they were asked for as often as
/// they will be, where that is known; of those the most recently used.
final class RecentCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let capacity: Int
  private let state: Mutex<State>

  private struct State {
    var entries: [Entry] = []
    /// How often each key will still be asked for; nil where nobody knows.
    var uses: [Key: Int]?
  }

  private final class Entry: Sendable {
    let key: Key
    private let made = Mutex<Value?>(nil)

    init(_ key: Key) { self.key = key }

    /// Others that ask meanwhile wait; what could not be made is tried again.
    func value<Failure: Error>(make: (Key) throws(Failure) -> Value) throws(Failure) -> Value {
      try made.withLock { (made) throws(Failure) in
        if let value = made { return value }
        let value = try make(key)
        made = value
        return value
      }
    }
  }

  /// A cache of at most `capacity` values, for keys each of which is asked for `uses` times; asked
  /// for more often a value is made anew. Where `uses` is nil, any key may be asked for again.
  init(capacity: Int, uses: [Key: Int]? = nil) {
    self.capacity = capacity
    state = Mutex(State(uses: uses))
  }

  /// The value of `key`, made where it isn't kept.
  func value<Failure: Error>(
    for key: Key, make: (Key) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let entry = state.withLock { state in
      let index = state.entries.firstIndex { $0.key == key }
      let entry = index.map { state.entries.remove(at: $0) } ?? Entry(key)
      if let uses = state.uses {
        let left = (uses[key] ?? 0) - 1
        state.uses?[key] = left
        guard left > 0 else { return entry }
      }
      state.entries.append(entry)
      if state.entries.count > capacity { state.entries.removeFirst() }
      return entry
    }
    return try entry.value(make: make)
  }
}
