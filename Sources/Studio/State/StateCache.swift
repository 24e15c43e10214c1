import Foundation
import Synchronization

/// Whole replies of `latest`, by session, until something changes there. Bounded by bytes; those
/// not asked for the longest go first.
final class StateCache: Sendable {
  /// Says that a reply was read from a state of the store not older than this.
  struct Ticket: Sendable {
    fileprivate let session: String
    fileprivate let bucket: Int
    fileprivate let change: UInt64
  }

  private struct Entry {
    let account: String
    let body: String
    let madeAt: Date
    var usedAt: UInt64
  }

  private struct State {
    var entries: [String: Entry] = [:]
    var size = 0
    var uses: UInt64 = 0
    /// Changes so far, by a hash of the session.
    var changes = [UInt64](repeating: 0, count: 256)
  }

  private let capacity: Int
  private let lifetime: TimeInterval
  private let state = Mutex(State())

  /// - Parameters:
  ///   - capacity: bytes of replies kept.
  ///   - lifetime: seconds after which a reply is made anew, because links in it expire.
  init(capacity: Int, lifetime: TimeInterval = 6 * 3600) {
    self.capacity = capacity
    self.lifetime = lifetime
  }

  /// The reply, where it is kept, fresh, and the session is that account's.
  func body(of session: String, for account: String, at time: Date) -> String? {
    state.withLock { state in
      guard let index = state.entries.index(forKey: session) else { return nil }
      let entry = state.entries.values[index]
      guard entry.account == account, time < entry.madeAt + lifetime, time >= entry.madeAt
      else { return nil }
      state.uses += 1
      state.entries.values[index].usedAt = state.uses
      return entry.body
    }
  }

  /// To be taken before a reply is made.
  func ticket(_ session: String) -> Ticket {
    let bucket = Int(UInt(bitPattern: session.hashValue) % 256)
    return state.withLock {
      Ticket(session: session, bucket: bucket, change: $0.changes[bucket])
    }
  }

  /// Keeps a reply unless something changed since the ticket.
  func keep(_ body: String, for account: String, at time: Date, _ ticket: Ticket) {
    let bytes = body.utf8.count
    guard bytes <= capacity / 4 else { return }
    state.withLock { state in
      guard state.changes[ticket.bucket] == ticket.change else { return }
      Self.drop(ticket.session, from: &state)
      state.uses += 1
      state.entries[ticket.session] = Entry(
        account: account, body: body, madeAt: time, usedAt: state.uses)
      state.size += bytes
      if state.size > capacity { Self.shrink(&state, to: capacity * 3 / 4) }
    }
  }

  /// Forgets the reply: something changed.
  func remove(_ session: String) {
    let bucket = Int(UInt(bitPattern: session.hashValue) % 256)
    state.withLock { state in
      state.changes[bucket] += 1
      Self.drop(session, from: &state)
    }
  }

  /// Forgets all.
  func removeAll() {
    state.withLock { state in
      for bucket in state.changes.indices { state.changes[bucket] += 1 }
      state.entries = [:]
      state.size = 0
    }
  }

  /// Bytes kept.
  var size: Int { state.withLock { $0.size } }

  private static func drop(_ session: String, from state: inout State) {
    guard let old = state.entries.removeValue(forKey: session) else { return }
    state.size -= old.body.utf8.count
  }

  private static func shrink(_ state: inout State, to size: Int) {
    let oldest = state.entries.sorted { $0.value.usedAt < $1.value.usedAt }.map(\.key)
    for session in oldest where state.size > size { drop(session, from: &state) }
  }
}
