import Synchronization

/// How far films are that are being made right now, 0 to 1.
final class LiveProgress: Sendable {
  private let shares = Mutex<[String: Double]>([:])

  /// How far an export is, nil where it isn't being made.
  func share(of subject: String) -> Double? { shares.withLock { $0[subject] } }

  /// Notes how far an export is; it never goes back.
  /// - Returns: whether it is a per cent further than was noted.
  func note(_ share: Double, of subject: String) -> Bool {
    guard share.isFinite else { return false }
    return shares.withLock { shares in
      let last = shares[subject] ?? 0
      guard share >= last + 0.01 else { return false }
      shares[subject] = min(share, 1)
      return true
    }
  }

  /// Forgets an export.
  func remove(_ subject: String) { shares.withLock { $0[subject] = nil } }
}
