import Foundation
import Logging
import Records
import Wire

/// Does one piece of work under its lease: keeps the lease alive, stops where it is lost, gives
/// the work back where the studio stops, tries again where that may help.
struct Worker: Sendable {
  let studio: Studio
  let lease: Lease

  /// How a kind of work is done.
  struct Job: Sendable {
    /// Does it.
    let perform: @Sendable () async throws -> Void
    /// Ends it with a failure.
    let fail: @Sendable (ServiceError) async throws -> Void
    /// Whether there is nothing left to do.
    let isEnded: @Sendable () async throws -> Bool
    /// The sentence for work that broke off time and again.
    let tooOften: String
  }

  /// Does the job, once or for the last time.
  func run(_ job: Job) async {
    let subject = lease.work.subject
    let attempts = studio.settings.attempts
    let task = Task {
      guard lease.tries <= attempts else {
        throw ServiceError(.internalError, job.tooOften)
      }
      try await job.perform()
    }
    studio.running.add(task, under: lease)
    let heart = Task { await keepLease { task.cancel() } }
    let result = await withTaskCancellationHandler {
      await task.result
    } onCancel: {
      task.cancel()
    }
    heart.cancel()
    studio.running.remove(lease)
    guard case .failure(var error) = result else { return }
    // What breaks off because it was told to is no failure, whatever it says.
    if task.isCancelled, !(error is LeaseLost), !(error is TurnEnded) {
      error = CancellationError()
    }
    do {
      try await uncancelled { [error] in try await end(job, after: error) }
    } catch is LeaseLost {
      return
    } catch {
      studio.logger.error("\(lease.work.kind.rawValue) \(subject) could not be ended: \(error)")
      try? await uncancelled { try await studio.queue.giveBack(lease, after: .seconds(5)) }
    }
  }

  /// What becomes of work that broke off.
  private func end(_ job: Job, after error: any Error) async throws {
    switch error {
    case is LeaseLost: return
    case is TurnEnded: try await drop()
    case is CancellationError where try await job.isEnded(): try await drop()
    case is CancellationError:
      try await studio.queue.giveBack(lease, after: .zero, isUntried: true)
    case let error as ServiceError where error.isFinal: try await fail(job, error)
    default:
      studio.logger.warning(
        "\(lease.work.kind.rawValue) \(lease.work.subject), try \(lease.tries): \(error)")
      if lease.tries < studio.settings.attempts {
        try await studio.queue.giveBack(lease, after: studio.settings.retryDelay * lease.tries)
      } else {
        try await fail(job, ServiceError(.internalError, Self.sentence(error)))
      }
    }
  }

  private func fail(_ job: Job, _ error: ServiceError) async throws {
    do { try await job.fail(error) } catch is TurnEnded { try await drop() }
  }

  private func drop() async throws {
    let (queue, lease) = (studio.queue, lease)
    try await studio.write { try queue.finish(lease, in: $0) }
  }

  private func keepLease(orElse stop: @Sendable () -> Void) async {
    while true {
      do { try await Task.sleep(for: studio.settings.leaseTime / 3) } catch { return }
      // Where the store can't be asked the lease may still hold; each commit makes sure anyway.
      let isHeld = (try? await studio.queue.extend(lease, for: studio.settings.leaseTime)) ?? true
      guard isHeld else { return stop() }
    }
  }

  private static func sentence(_ error: any Error) -> String {
    (error as? ServiceError)?.message ?? "Something went wrong: \(error)"
  }
}

extension ServiceError {
  /// Whether trying the same again can't help.
  var isFinal: Bool { code.httpStatus < 500 && code != .rateLimited }
}

extension Worker {
  /// Ends work whose subject is gone; gives it back where that can't be known now.
  func dropOrGiveBack(
    _ isGone: @escaping @Sendable (any MetadataView) throws -> Bool
  ) async {
    let (queue, lease) = (studio.queue, lease)
    let isDropped = try? await uncancelled {
      try await studio.write { transaction in
        guard try isGone(transaction) else { return false }
        try queue.finish(lease, in: transaction)
        return true
      }
    }
    guard isDropped != true else { return }
    try? await uncancelled {
      try await queue.giveBack(lease, after: .seconds(1), isUntried: true)
    }
  }
}
