internal import Glibc

/// A file whose name is gone before anyone sees it: whatever happens, nothing is left behind.
final class NamelessFile: Sendable {
  /// Open for reading and writing as long as this lives.
  let descriptor: Int32

  /// A file in `folder`, on the disk that the film will take.
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
}
