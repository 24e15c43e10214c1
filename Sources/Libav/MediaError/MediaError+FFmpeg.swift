import CFFmpeg
import Glibc

extension MediaError {
  /// What FFmpeg calls the result `code`.
  static func name(of code: Int32) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 128) { buffer in
      guard let base = buffer.baseAddress, av_strerror(code, base, 128) == 0 else {
        return "error \(code)"
      }
      return String(cString: base)
    }
  }

  /// A failure of the machine rather than of the file.
  static func unavailable(_ what: String, _ code: Int32? = nil) -> MediaError {
    MediaError(
      .unavailable, "\(what); check that FFmpeg's libraries are whole and memory is free.",
      cause: code.map(name(of:)))
  }

  /// The failure to write `path` that FFmpeg reported as `code`.
  static func writing(_ path: String, _ code: Int32) -> MediaError {
    switch shim_errno_from_error(code) {
    case ENOSPC, EDQUOT, EFBIG:
      MediaError(
        .diskFull, "There is no room left to write \(path); free some space and try again.",
        cause: name(of: code))
    case EACCES, EPERM, EROFS:
      MediaError(
        .permissionDenied, "\(path) may not be written; choose a folder you can write to.",
        cause: name(of: code))
    case ENOENT, ENOTDIR:
      MediaError(
        .notFound, "The folder of \(path) does not exist; make it first.",
        cause: name(of: code))
    default:
      MediaError(
        .writeFailed, "\(path) could not be written; check the disk and try again.",
        cause: name(of: code))
    }
  }

  /// A limit that `path` breaks, with the rest of the sentence.
  static func limit(_ path: String, _ what: String) -> MediaError {
    MediaError(.limitExceeded, "\(path) \(what).")
  }

  /// `path` cannot be decoded.
  static func corrupt(_ path: String, _ code: Int32? = nil) -> MediaError {
    MediaError(
      .corrupt, "\(path) is damaged: nothing in it could be decoded; export it again.",
      cause: code.map(name(of:)))
  }

  /// `path` is locked.
  static func cutOff(_ path: String) -> MediaError {
    MediaError(
      .truncated, "\(path) is cut off: its last part is missing; copy or export it again.")
  }

  static func encrypted(_ path: String) -> MediaError {
    MediaError(
      .encrypted, "\(path) is locked by copy protection; give an unprotected file.")
  }

  /// `path` has no picture.
  static func noVideo(_ path: String) -> MediaError {
    MediaError(.noVideo, "\(path) has no picture in it; give a photo or a video.")
  }

  /// `path` has no sound.
  static func noAudio(_ path: String) -> MediaError {
    MediaError(.noAudio, "\(path) has no sound in it; give a file with an audio track.")
  }
}
