internal import Libav
internal import Synchronization

/// Finished chunks on disk, in a file whose name is gone before anyone sees it: whatever
/// happens, nothing is left behind.
final class Spool: Sendable {
  /// Where a chunk lies.
  struct Ticket: Sendable {
    fileprivate let offset: Int
  }

  private let file: NamelessFile
  private let end = Mutex(0)

  /// A spool in `folder`, on the disk that the film will take.
  init(folder: String) throws(RenderError) { file = try NamelessFile(folder: folder) }

  func keep(_ chunk: EncodedChunk) throws(RenderError) -> Ticket {
    let offset = end.withLock { end in
      defer { end += chunk.storedCount }
      return end
    }
    do {
      try chunk.write(toFile: file.descriptor, at: offset)
    } catch {
      throw RenderError(wrapping: error)
    }
    return Ticket(offset: offset)
  }

  func chunk(_ ticket: Ticket) throws(RenderError) -> EncodedChunk {
    do {
      return try EncodedChunk(fromFile: file.descriptor, at: ticket.offset)
    } catch {
      throw RenderError(wrapping: error)
    }
  }
}
