public import Records

/// The events of a turn or of a session, as they are stored. It holds one page of them at most;
/// what is not read in time is read later.
public struct EventFeed: AsyncSequence, Sendable {
  /// An event, in the order of its sequence.
  public typealias Element = StoredEvent

  /// A place in the feed.
  public func makeAsyncIterator() -> Iterator { Iterator() }

  /// Walks through the feed. It waits without a timer or a task of its own.
  public struct Iterator: AsyncIteratorProtocol {
    /// The next event, as soon as there is one; nil at the end.
    /// - Throws: `CancellationError` where the task is cancelled; `ServiceError`.
    public mutating func next() async throws -> StoredEvent? { nil }
  }
}
