import Crypto
import Foundation
import Synchronization

/// Identities of tokens that were looked up lately, by the token's digest.
///
/// Two generations hold what was used last: when the young one is full it becomes the old one, and
/// what is in neither is forgotten. Tokens that aren't known are never kept. An entry that was read
/// before something was invalidated is not taken in.
final class IdentityCache: Sendable {
  /// What is kept of a token.
  struct Entry {
    var identity: Identity
    var expiresAt: Date
    /// When the store must be asked again.
    var freshUntil: Date
    /// When its account was last noted as seen.
    var lastSeenAt: Date
  }

  /// A digest as it is compared and hashed.
  struct Key: Hashable {
    private let words: SIMD4<UInt64>

    init(_ digest: SHA256Digest) {
      var words = SIMD4<UInt64>()
      for (index, byte) in digest.enumerated() {
        words[index / 8] = words[index / 8] << 8 | UInt64(byte)
      }
      self.words = words
    }
  }

  private struct Generations {
    var young: [Key: Entry] = [:]
    var old: [Key: Entry] = [:]
    var epoch = 0
  }

  private let generations = Mutex(Generations())
  private let capacity: Int

  /// A cache for that many entries.
  init(capacity: Int) { self.capacity = max(capacity / 2, 1) }

  /// Counts invalidations; an entry read since then may be kept.
  var epoch: Int { generations.withLock { $0.epoch } }

  /// How many entries there are.
  var count: Int { generations.withLock { $0.young.count + $0.old.count } }

  /// The entry of a key. Where its account was last seen before `seenBefore`, that is set to `now`
  /// and `isDue` is true, for one caller.
  func entry(
    _ key: Key, now: Date, seenBefore: Date
  ) -> (entry: Entry, isDue: Bool)? {
    generations.withLock { generations in
      if var entry = generations.young[key] {
        guard entry.lastSeenAt < seenBefore else { return (entry, false) }
        entry.lastSeenAt = now
        generations.young[key] = entry
        return (entry, true)
      }
      guard var entry = generations.old.removeValue(forKey: key) else { return nil }
      let isDue = entry.lastSeenAt < seenBefore
      if isDue { entry.lastSeenAt = now }
      keep(entry, key, in: &generations)
      return (entry, isDue)
    }
  }

  /// Keeps an entry that was read in `epoch`.
  func insert(_ entry: Entry, for key: Key, readIn epoch: Int) {
    generations.withLock { generations in
      guard generations.epoch == epoch else { return }
      generations.old[key] = nil
      keep(entry, key, in: &generations)
    }
  }

  /// Forgets all entries of which that is true.
  func invalidate(where isStale: (Identity) -> Bool) {
    generations.withLock { generations in
      generations.epoch += 1
      generations.young = generations.young.filter { !isStale($0.value.identity) }
      generations.old = generations.old.filter { !isStale($0.value.identity) }
    }
  }

  private func keep(_ entry: Entry, _ key: Key, in generations: inout sending Generations) {
    if generations.young.count >= capacity, generations.young[key] == nil {
      generations.old = generations.young
      generations.young = [:]
    }
    generations.young[key] = entry
  }
}
