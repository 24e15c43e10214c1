import CFFmpeg
import Glibc

/// A file on disk before any demuxer has seen it: what it is and how it begins.
struct SourceFile {
  let path: String
  let bytes: Int
  private let head: [UInt8]

  /// Looks at `path`, and refuses what is not a readable file with something in it.
  init(_ path: String) throws(MediaError) {
    self.path = path
    var status = stat()
    guard !path.utf8.contains(0), stat(path, &status) == 0 else {
      if errno == EACCES {
        throw MediaError(.permissionDenied, "You may not look into the folder of \(path).")
      }
      throw MediaError(.notFound, "There is no file \(path); check its name.")
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      throw MediaError(
        .notAFile, "\(path) is a \(isFolder ? "folder" : "device or pipe"); name a file instead.")
    }
    guard status.st_size > 0 else {
      throw MediaError(.empty, "\(path) is empty; copy or export it again.")
    }
    bytes = Int(status.st_size)
    head = try SourceFile.read(path, at: 0, count: min(bytes, 512))
  }

  /// The whole file, refused above `limit` bytes.
  func contents(atMost limit: Int) throws(MediaError) -> [UInt8] {
    guard bytes <= limit else {
      throw .limit(path, "is \(bytes >> 20) MB, more than the \(limit >> 20) MB that are read")
    }
    return try SourceFile.read(path, at: 0, count: bytes)
  }

  /// Up to `count` bytes from `offset` on.
  static func read(_ path: String, at offset: Int, count: Int) throws(MediaError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw MediaError(
        .permissionDenied, "\(path) could not be opened; check that you may read it.",
        cause: MediaError.name(of: shim_error_from_errno(errno)))
    }
    defer { close(descriptor) }
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count, let base = buffer.baseAddress {
        let got = pread(descriptor, base + filled, count - filled, off_t(offset + filled))
        if got < 0 && errno == EINTR { continue }
        if got <= 0 {
          failed = got < 0
          break
        }
        filled += got
      }
    }
    guard !failed else {
      throw MediaError(.corrupt, "\(path) could not be read from the disk; copy it again.")
    }
    return bytes
  }

  /// What the file's beginning says it is.
  var signature: Signature { Signature(head) }

  /// Why FFmpeg would not open the file, in a sentence.
  func refusal(_ result: Int32) -> MediaError {
    if result == shim_no_memory() {
      return MediaError(
        .limitExceeded, "\(path) asks for more memory than is allowed; make it smaller first.")
    }
    let cause = result < 0 ? MediaError.name(of: result) : nil
    if let foreign = signature.foreignName {
      return MediaError(
        .unsupportedFormat,
        "\(path) is \(foreign), which is not read here; give a JPEG, PNG, WebP, GIF, MP4, MOV, "
          + "WebM, MP3 or WAV file.", cause: cause)
    }
    if signature.isKnown {
      return MediaError(
        .truncated,
        "\(path) is cut off or damaged: the part that tells how to read it is missing; copy or "
          + "export it again.", cause: cause)
    }
    return MediaError(
      .unsupportedFormat,
      "\(path) is not a picture, video or sound file that is read here; give a JPEG, PNG, WebP, "
        + "GIF, MP4, MOV, WebM, MP3 or WAV file.", cause: cause)
  }
}
