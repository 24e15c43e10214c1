internal import Glibc

/// What tells a file from any other, and from itself before it was written anew.
struct FileIdentity {
  let device, inode, size, seconds, nanoseconds: Int

  /// nil where there is no such file.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = Int(status.st_dev)
    inode = Int(status.st_ino)
    size = Int(status.st_size)
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }
}
