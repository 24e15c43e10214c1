import NIOCore

/// The body of an upload in pieces that are worth writing.
struct UploadChunks: AsyncSequence, Sendable {
  let body: UploadBody

  /// Bytes of a piece, the last one aside.
  private static let size = 256 << 10

  func makeAsyncIterator() -> Iterator { Iterator(base: body.makeAsyncIterator()) }

  struct Iterator: AsyncIteratorProtocol {
    fileprivate var base: UploadBody.Iterator
    private var isAtEnd = false
    private var failure: (any Error)?

    fileprivate init(base: UploadBody.Iterator) { self.base = base }

    mutating func next() async throws -> [UInt8]? {
      if let failure { throw failure }
      guard !isAtEnd else { return nil }
      var chunk: [UInt8] = []
      chunk.reserveCapacity(UploadChunks.size)
      do {
        while chunk.count < UploadChunks.size {
          guard let bytes = try await base.next() else {
            isAtEnd = true
            break
          }
          chunk.append(contentsOf: bytes.readableBytesView)
        }
      } catch {
        // What came before the line broke counts: the sender goes on behind it.
        guard !chunk.isEmpty else { throw error }
        failure = error
      }
      return chunk.isEmpty ? nil : chunk
    }
  }
}
