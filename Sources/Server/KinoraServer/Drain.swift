import Synchronization
import Wire

/// Whether the server is about to stop.
final class Drain: Sendable {
  private let hasBegun = Atomic(false)

  /// New work is refused from now on.
  func begin() { hasBegun.store(true, ordering: .releasing) }

  /// Whether new work is refused.
  var isDraining: Bool { hasBegun.load(ordering: .acquiring) }

  /// - Throws: `ServiceError` with code 503 once the server is about to stop.
  func refuseWork() throws(ServiceError) {
    guard !isDraining else { throw Self.refusal }
  }

  static let refusal = ServiceError(
    .unavailable, "The server is about to stop and takes no new work; ask again in a moment.",
    retryAfter: 10)
}
