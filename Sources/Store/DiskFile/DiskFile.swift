import Glibc
import Records

/// Files of this machine by their paths, only for their owner; failures are `StorageError`.
enum DiskFile {
  private static let folderMode: mode_t = 0o700
  private static let fileMode: mode_t = 0o600

  /// Makes a folder and those around it, where they aren't there. The innermost becomes its
  /// owner's alone.
  static func makeFolder(_ path: String) throws(StorageError) {
    var isMade = mkdir(path, folderMode) == 0
    if !isMade && errno == ENOENT {
      let parent = path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex)
      if !parent.isEmpty { try makeFolder(String(parent)) }
      isMade = mkdir(path, folderMode) == 0
    }
    guard isMade || errno == EEXIST, chmod(path, folderMode) == 0 else {
      throw StorageError(errno: errno, about: path)
    }
  }

  /// Makes an empty file where there is none, and makes it its owner's alone.
  static func makeFile(_ path: String) throws(StorageError) {
    let descriptor = try descriptor(path, O_RDWR | O_CREAT)
    defer { close(descriptor) }
    guard fchmod(descriptor, fileMode) == 0 else {
      throw StorageError(errno: errno, about: path)
    }
  }

  /// Opens a file, never through a link that it is itself.
  static func descriptor(_ path: String, _ flags: Int32) throws(StorageError) -> Int32 {
    let descriptor = open(path, flags | O_CLOEXEC | O_NOFOLLOW, fileMode)
    guard descriptor >= 0 else { throw StorageError(errno: errno, about: path) }
    return descriptor
  }

  /// Size in bytes; nil where there is no plain file.
  static func size(_ path: String) -> Int? {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  static func write(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(StorageError) {
    var count = Glibc.write(descriptor, bytes, bytes.count)
    var written = max(0, count)
    while written < bytes.count {
      guard count >= 0 || errno == EINTR else { throw StorageError(errno: errno, about: path) }
      let rest = Array(bytes[written...])
      count = Glibc.write(descriptor, rest, rest.count)
      written += max(0, count)
    }
  }

  /// Reads up to `buffer.count` bytes.
  /// - Returns: how many; 0 at the end.
  static func read(
    _ descriptor: Int32, into buffer: inout [UInt8], path: String
  ) throws(StorageError) -> Int {
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count >= 0 { return count }
      guard errno == EINTR else { throw StorageError(errno: errno, about: path) }
    }
  }

  /// Waits until what was written is on the disk.
  static func synchronize(_ descriptor: Int32, path: String) throws(StorageError) {
    guard fsync(descriptor) == 0 else { throw StorageError(errno: errno, about: path) }
  }

  /// Waits until the names in a folder are on the disk.
  static func synchronize(folder path: String) throws(StorageError) {
    let descriptor = try descriptor(path, O_RDONLY | O_DIRECTORY)
    defer { close(descriptor) }
    try synchronize(descriptor, path: path)
  }

  /// Takes a file away; nothing where there is none.
  static func remove(_ path: String) throws(StorageError) {
    guard unlink(path) == 0 || errno == ENOENT else {
      throw StorageError(errno: errno, about: path)
    }
  }

  /// Bytes that can still be written to the file system of `path`.
  static func freeSpace(_ path: String) throws(StorageError) -> Int {
    var status = statvfs()
    guard statvfs(path, &status) == 0 else { throw StorageError(errno: errno, about: path) }
    return Int(clamping: UInt64(status.f_bavail) * UInt64(status.f_frsize))
  }
}
