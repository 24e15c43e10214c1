import Foundation
import NIOCore
import NIOPosix
import Synchronization
import Wire

/// Finds the addresses of a name. A function, so that tests can answer as they like.
struct NameLookup: Sendable {
  /// All addresses of a name; empty where it has none.
  var addresses: @Sendable (_ name: String) async throws -> [String]

  /// By the system's resolver, on threads of its own: a name server that never answers holds one
  /// of those, and nothing else.
  static let system = NameLookup { name in
    try await withCheckedThrowingContinuation {
      (answer: CheckedContinuation<[String], any Error>) in
      let answer = Once(answer)
      let deadline = MultiThreadedEventLoopGroup.singleton.next().scheduleTask(in: .seconds(10)) {
        answer.resume(
          .failure(
            ServiceError(.badRequest, "Looking up \(name) took too long; try again later.")))
      }
      threads.submit { _ in
        answer.resume(.success(Host(name: name).addresses))
        deadline.cancel()
      }
    }
  }

  private static let threads: NIOThreadPool = {
    let pool = NIOThreadPool(numberOfThreads: 4)
    pool.start()
    return pool
  }()

  private final class Once: Sendable {
    private let continuation: Mutex<CheckedContinuation<[String], any Error>?>

    init(_ continuation: CheckedContinuation<[String], any Error>) {
      self.continuation = Mutex(continuation)
    }

    func resume(_ result: Result<[String], any Error>) {
      continuation.withLock { $0.take() }?.resume(with: result)
    }
  }
}
