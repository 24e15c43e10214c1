import Synchronization

/// Lets those who ask for the same thing at once share one answer. Nobody gets an answer whose
/// making began before they asked, so that all they know of is in it.
final class SharedReads<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct Slot {
    var current: Task<Value, any Error>
    /// What those share who came while `current` was being read; it begins after it.
    var next: Task<Value, any Error>?
  }

  private let slots = Mutex<[Key: Slot]>([:])

  /// What `read` gives for `key`, from this call's or another's reading.
  /// - Throws: what `read` throws.
  func value(
    _ key: Key, _ read: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    let task = slots.withLock { slots in
      guard let slot = slots[key] else {
        let task = self.task(key, after: nil, read)
        slots[key] = Slot(current: task)
        return task
      }
      if let next = slot.next { return next }
      let next = self.task(key, after: slot.current, read)
      slots[key]?.next = next
      return next
    }
    return try await task.value
  }

  private func task(
    _ key: Key, after previous: Task<Value, any Error>?,
    _ read: @escaping @Sendable () async throws -> Value
  ) -> Task<Value, any Error> {
    Task {
      _ = await previous?.result
      defer { advance(key) }
      return try await read()
    }
  }

  /// What was read next is being read now.
  private func advance(_ key: Key) {
    slots.withLock { slots in
      slots[key] = slots[key]?.next.map { Slot(current: $0) }
    }
  }
}
