internal import Glibc
internal import Libav
internal import Synchronization

/// Finished chunks on disk, in a file whose name is gone before anyone sees it: whatever
/// happens, nothing is left behind.
final class Spool: Sendable {
  /// Where a chunk lies.
  struct Ticket: Sendable {
    fileprivate let offset: Int
  }

  private let descriptor: Int32
  private let end = Mutex(0)

  /// A spool in `folder`, on the disk that the film will take.
  init(folder: String) throws(RenderError) {
    var template = Array("\(folder)/.kinora-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    if descriptor >= 0 { unlink(template) }
    guard descriptor >= 0 else { throw Self.failure(errno, folder: folder) }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  private static func failure(_ number: Int32, folder: String) -> RenderError {
    switch number {
    case ENOENT, ENOTDIR:
      RenderError(
        .unwritable, "The folder \(folder) doesn't exist; make it, or name another place with -o.")
    case ENOSPC, EDQUOT:
      RenderError(.diskFull, "There is no room left in \(folder); free some space and try again.")
    default:
      RenderError(
        .unwritable,
        "Nothing can be written in \(folder) (\(String(cString: strerror(number)))); "
          + "name another place with -o.")
    }
  }

  func keep(_ chunk: EncodedChunk) throws(RenderError) -> Ticket {
    let offset = end.withLock { end in
      defer { end += chunk.storedCount }
      return end
    }
    do {
      try chunk.write(toFile: descriptor, at: offset)
    } catch {
      throw RenderError(wrapping: error)
    }
    return Ticket(offset: offset)
  }

  func chunk(_ ticket: Ticket) throws(RenderError) -> EncodedChunk {
    do {
      return try EncodedChunk(fromFile: descriptor, at: ticket.offset)
    } catch {
      throw RenderError(wrapping: error)
    }
  }
}
