import Glibc
import Records
import Synchronization

/// That this process, and no other, has a data folder. The kernel ends it with the process.
final class FolderLock: Sendable {
  private let descriptor: Mutex<Int32>

  /// - Throws: `StorageError`: `inUse` where another has it.
  init(folder: String) throws(StorageError) {
    let path = "\(folder)/kinora.lock"
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw StorageError(errno: errno, about: path) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let number = errno
      let holder = Self.holder(descriptor)
      Glibc.close(descriptor)
      guard number == EWOULDBLOCK else { throw StorageError(errno: number, about: path) }
      throw StorageError(
        .inUse,
        "The data folder \(folder) is in use by another Kinora\(holder); "
          + "stop that one, or choose another folder with --data.")
    }
    ftruncate(descriptor, 0)
    let line = Array("\(getpid())\n".utf8)
    _ = pwrite(descriptor, line, line.count, 0)
    self.descriptor = Mutex(descriptor)
  }

  deinit { release() }

  private static func holder(_ descriptor: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 20)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    let digits = bytes.prefix(max(0, count)).prefix { (0x30...0x39).contains($0) }
    return digits.isEmpty ? "" : " (process \(String(decoding: digits, as: UTF8.self)))"
  }

  /// Lets others have the folder; nothing where that is done already.
  func release() {
    descriptor.withLock { descriptor in
      if descriptor >= 0 { Glibc.close(descriptor) }
      descriptor = -1
    }
  }
}
