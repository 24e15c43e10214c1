import Hummingbird
import NIOCore

extension Call {
  /// What `work` gives. It is cancelled when the client leaves: nobody would see it.
  func whileHeard<Result: Sendable>(
    _ work: @escaping @Sendable () async throws -> Result
  ) async throws -> Result {
    let errand = Errand { try await work() }
    // Weakly: a connection that stays would keep all that was ever asked over it.
    channel.closeFuture.whenComplete { [weak errand] _ in errand?.cancel() }
    channel.triggerUserOutboundEvent(LeaveWatch.StreamOpens(), promise: nil)
    defer { channel.triggerUserOutboundEvent(LeaveWatch.StreamEnds(), promise: nil) }
    return try await withTaskCancellationHandler {
      try await errand.task.value
    } onCancel: {
      errand.cancel()
    }
  }
}

/// Work that can be cancelled by whoever holds it.
private final class Errand<Result: Sendable>: Sendable {
  let task: Task<Result, any Error>

  init(_ work: @escaping @Sendable () async throws -> Result) { task = Task { try await work() } }

  func cancel() { task.cancel() }
}
