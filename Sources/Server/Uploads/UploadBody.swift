import Hummingbird
import NIOCore
import Synchronization
import Wire

/// The body of an upload as it comes. It is never held whole: the next buffer is asked for when
/// the last one was used, and the sender waits meanwhile.
struct UploadBody: AsyncSequence, Sendable {
  fileprivate let body: RequestBody
  fileprivate let watch: PaceWatch

  func makeAsyncIterator() -> Iterator {
    Iterator(base: body.makeAsyncIterator(), watch: watch)
  }

  struct Iterator: AsyncIteratorProtocol {
    fileprivate var base: RequestBody.AsyncIterator
    fileprivate let watch: PaceWatch

    mutating func next() async throws -> ByteBuffer? {
      watch.keeper.withLock { $0.wait(at: .now) }
      let buffer = try await base.next()
      watch.keeper.withLock { $0.receive(buffer?.readableBytes ?? 0, at: .now) }
      return buffer
    }
  }
}

private final class PaceWatch: Sendable {
  let keeper: Mutex<PaceKeeper>

  init(_ pace: BodyPace) { keeper = Mutex(PaceKeeper(pace)) }

  /// Returns when the body has become too slow.
  func run(span: Duration) async throws {
    while !keeper.withLock({ $0.isTooSlow(at: .now) }) {
      try await Task.sleep(for: span / 8)
    }
  }
}

extension Call {
  /// Lets `use` read the body as it comes, and ends it where the body comes too slowly.
  /// - Throws: code 408 where it does; then the connection is closed after the reply.
  func withUploadBody<Result: Sendable>(
    _ use: @escaping @Sendable (UploadBody) async throws -> Result
  ) async throws -> Result {
    let pace = configuration.uploadPace
    let watch = PaceWatch(pace)
    let body = UploadBody(body: request.body, watch: watch)
    return try await withThrowingTaskGroup(of: Result?.self) { group in
      group.addTask { try await use(body) }
      group.addTask {
        try await watch.run(span: pace.span)
        throw ServiceError(
          ServiceError.Code(rawValue: 408),
          "The body came too slowly; send it again over a faster line, or resumably to /files/.")
      }
      defer { group.cancelAll() }
      while let result = try await group.next() {
        if let result { return result }
      }
      throw CancellationError()
    }
  }
}
