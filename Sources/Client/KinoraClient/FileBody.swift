internal import Crypto
internal import Foundation
internal import NIOCore

/// A file between two pieces of text, read a block at a time: a multipart body that is never whole
/// in memory.
struct FileBody: AsyncSequence, Sendable {
  typealias Element = ByteBuffer

  let head: String
  let file: URL
  let tail: String
  /// Bytes of the file before this one are not sent.
  var offset: UInt64 = 0
  /// Told after each block how many bytes of the file were read.
  var onProgress: @Sendable (Int) -> Void = { _ in }

  static let blockSize = 256 << 10

  /// The SHA-256 of a file, in hexadecimal digits.
  static func hash(of file: URL) throws -> String {
    let handle = try FileHandle(forReadingFrom: file)
    defer { try? handle.close() }
    var hash = SHA256()
    while let block = try handle.read(upToCount: blockSize), !block.isEmpty {
      hash.update(data: block)
    }
    return hash.finalize().map { String(format: "%02x", $0) }.joined()
  }

  func makeAsyncIterator() -> Iterator { Iterator(self) }

  struct Iterator: AsyncIteratorProtocol {
    private enum Place { case head, file, tail, end }

    private let body: FileBody
    private var place = Place.head
    private var handle: FileHandle?
    private var sent = 0

    init(_ body: FileBody) { self.body = body }

    mutating func next() async throws -> ByteBuffer? {
      switch place {
      case .head:
        let handle = try FileHandle(forReadingFrom: body.file)
        try handle.seek(toOffset: body.offset)
        self.handle = handle
        place = .file
        return body.head.isEmpty ? try await next() : ByteBuffer(string: body.head)
      case .file:
        if let block = try handle?.read(upToCount: FileBody.blockSize), !block.isEmpty {
          sent += block.count
          body.onProgress(sent)
          return ByteBuffer(bytes: block)
        }
        try handle?.close()
        place = .tail
        return try await next()
      case .tail:
        place = .end
        return body.tail.isEmpty ? nil : ByteBuffer(string: body.tail)
      case .end: return nil
      }
    }
  }
}
