internal import Synchronization

/// Values made once each, by whoever asks first, the most recently used of which are kept.
final class RecentCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let capacity: Int
  private let entries = Mutex<[Entry]>([])

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

  /// A cache of at most `capacity` values.
  init(capacity: Int) { self.capacity = capacity }

  /// The value of `key`, made where it isn't kept.
  func value<Failure: Error>(
    for key: Key, make: (Key) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let entry = entries.withLock { entries in
      let index = entries.firstIndex { $0.key == key }
      let entry = index.map { entries.remove(at: $0) } ?? Entry(key)
      entries.append(entry)
      if entries.count > capacity { entries.removeFirst() }
      return entry
    }
    return try entry.value(make: make)
  }
}
