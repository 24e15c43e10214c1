import Foundation
import Synchronization
import Wire

/// Makes and checks digests of passwords on threads of its own, two at once; more wait their turn,
/// up to a bound.
final class PasswordHasher: Sendable {
  private let queue: OperationQueue
  private let load = Mutex(Load())
  private let longestQueue = 64
  private let costs: PasswordCosts
  private let decoy: PasswordDigest

  private struct Load {
    var waiting = 0
    var finished = 0
  }

  /// How many digests were made or checked.
  var finished: Int { load.withLock { $0.finished } }

  /// A hasher whose new digests have those costs.
  init(costs: PasswordCosts) {
    self.costs = costs
    queue = OperationQueue()
    queue.maxConcurrentOperationCount = 2
    queue.name = "passwords"
    decoy = PasswordDigest.decoy(costs: costs)
  }

  /// A digest to be kept.
  func digest(_ password: String) async throws -> String {
    let costs = costs
    return try await work { try PasswordDigest.make(password, costs: costs).text }
  }

  /// Whether a password is the one of a digest. Without a digest, or with one that can't be read,
  /// it answers false after the same work.
  func matches(_ password: String, digest text: String?) async throws -> Bool {
    let digest = text.flatMap { PasswordDigest(text: $0) }
    let checked = digest ?? decoy
    let isPossible = !password.isEmpty && password.utf8.count <= Password.longest
    let tried = isPossible ? password : "no password is this one"
    let isMatch = try await work { try checked.matches(tried) }
    return isMatch && isPossible && digest != nil
  }

  /// Whether a digest was made with other costs than new ones are.
  func isOutdated(_ text: String) -> Bool {
    PasswordDigest(text: text)?.costs != costs
  }

  private func work<Result: Sendable>(
    _ body: @escaping @Sendable () throws -> Result
  ) async throws -> Result {
    let isFull = load.withLock { load in
      if load.waiting >= longestQueue { return true }
      load.waiting += 1
      return false
    }
    guard !isFull else {
      throw ServiceError(
        .unavailable, "Too many people sign in at once; try again in a moment.", retryAfter: 5)
    }
    defer {
      load.withLock { load in
        load.waiting -= 1
        load.finished += 1
      }
    }
    return try await withCheckedThrowingContinuation { continuation in
      queue.addOperation { continuation.resume(with: Swift.Result { try body() }) }
    }
  }
}
