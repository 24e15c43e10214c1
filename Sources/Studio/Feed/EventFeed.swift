public import Records
import Wire

/// The events of a turn or of a session, as they are stored. It holds one page of them at most;
/// what is not read in time is read later.
public struct EventFeed: AsyncSequence, Sendable {
  /// An event, in the order of its sequence.
  public typealias Element = StoredEvent

  static let page = 32

  let studio: Studio
  let session: String
  let after: Int
  let turn: String?

  /// A place in the feed.
  public func makeAsyncIterator() -> Iterator {
    Iterator(feed: self, listener: studio.hub.listener(session))
  }

  /// Walks through the feed. It waits without a timer or a task of its own.
  public struct Iterator: AsyncIteratorProtocol {
    private let feed: EventFeed
    private let listener: Listener
    private var last: Int
    private var waiting: ArraySlice<StoredEvent> = []

    fileprivate init(feed: EventFeed, listener: Listener) {
      self.feed = feed
      self.listener = listener
      last = feed.after
    }

    /// The next event, as soon as there is one; nil at the end.
    /// - Throws: `CancellationError` where the task is cancelled or the studio stops;
    ///   `ServiceError`.
    public mutating func next() async throws -> StoredEvent? {
      while true {
        if let event = waiting.popFirst() { return event }
        try Task.checkCancellation()
        let page = try await feed.sharedPage(after: last)
        waiting = page.events[...]
        last = page.last
        guard waiting.isEmpty, !page.isFull else { continue }
        if page.isEnd { return nil }
        guard !feed.studio.hub.isClosed else { throw CancellationError() }
        await listener.wait()
      }
    }
  }
}

extension EventFeed {
  struct Page: Sendable {
    /// Those to be sent.
    var events: [StoredEvent]
    /// The sequence of the last that was read, sent or not.
    var last: Int
    /// Whether there may be more at once.
    var isFull: Bool
    /// Whether nothing will follow what was read.
    var isEnd: Bool
  }

  /// What makes two pages the same.
  struct PageKey: Hashable {
    var session: String
    var turn: String?
    var after: Int
  }

  /// The page after an event, read once for all feeds that were woken together.
  func sharedPage(after last: Int) async throws -> Page {
    let key = PageKey(session: session, turn: turn, after: last)
    return try await studio.pages.value(key) { try await page(after: last) }
  }

  /// What is stored after an event, and whether that is all: one state of the store.
  /// - Throws: `ServiceError` with code 1002 where the session is gone.
  func page(after last: Int) async throws -> Page {
    let (session, turn) = (session, turn)
    return try await studio.read { view in
      let events = try view.events(in: session, after: last, limit: Self.page)
      if events.isEmpty, try view.owner(ofSession: session) == nil {
        throw ServiceError(
          .sessionNotFound, "The session was removed in the meantime; create another one.")
      }
      let isEnd: Bool
      if let turn {
        isEnd = try view.turn(turn)?.status.isFinal ?? true
      } else {
        isEnd = try view.activeTurns(in: session).isEmpty
      }
      return Page(
        events: events.filter { (turn == nil || $0.turn == turn) && !$0.isMessage },
        last: events.last?.sequence ?? last, isFull: events.count == Self.page, isEnd: isEnd)
    }
  }
}
