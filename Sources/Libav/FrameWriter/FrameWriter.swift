import CFFmpeg
import Glibc
public import MediaTime
public import Pixels

/// Writes a film's frames as they are, for another encoder: YUV4MPEG2, 4:2:0, chroma to the left.
/// Confined to one thread.
///
/// The file is written beside its place under a hidden name and moved there by `finish()`; a
/// writer that is dropped leaves nothing behind.
public final class FrameWriter {
  private let path: String
  private let size: PixelSize
  private let temporaryPath: String
  private var descriptor: Int32
  private var buffer: [UInt8] = []

  /// Begins a file of frames of `size`, `frameRate` a second.
  ///
  /// Throws where the folder is missing, may not be written to or the disk is full.
  public init(path: String, size: PixelSize, frameRate: FrameRate) throws(MediaError) {
    self.path = path
    self.size = size
    temporaryPath = MovieWriter.hiddenName(beside: path)
    descriptor = open(temporaryPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .writing(path, shim_error_from_errno(errno)) }
    let rate = "F\(frameRate.numerator):\(frameRate.denominator)"
    let header = "YUV4MPEG2 W\(size.width) H\(size.height) \(rate) Ip A1:1 C420mpeg2"
    buffer += Array("\(header) XCOLORRANGE=LIMITED\n".utf8)
  }

  deinit { abandon() }

  /// Adds an opaque 4:2:0 picture of the film's size.
  ///
  /// Throws where the disk is full.
  public func append(_ picture: Picture) throws(MediaError) {
    precondition(picture.size == size && !picture.isFullChroma, "a 4:2:0 frame of the film")
    buffer += Array("FRAME\n".utf8)
    for plane in [picture.luma, picture.cb, picture.cr] {
      for y in 0..<plane.height {
        buffer += UnsafeBufferPointer(start: plane.row(y), count: plane.width)
      }
    }
    try flush()
  }

  /// Ends the file and moves it to its place.
  public func finish() throws(MediaError) {
    try flush()
    let closed = close(descriptor)
    descriptor = -1
    guard closed == 0, rename(temporaryPath, path) == 0 else {
      let failure = errno
      unlink(temporaryPath)
      throw .writing(path, shim_error_from_errno(failure))
    }
  }

  /// Drops the file.
  public func abandon() {
    guard descriptor >= 0 else { return }
    close(descriptor)
    descriptor = -1
    unlink(temporaryPath)
  }

  private func flush() throws(MediaError) {
    var done = 0
    while done < buffer.count {
      let wrote = buffer.withUnsafeBytes { bytes in
        bytes.baseAddress.map { write(descriptor, $0 + done, bytes.count - done) } ?? 0
      }
      if wrote < 0 && errno == EINTR { continue }
      guard wrote > 0 else { throw .writing(path, shim_error_from_errno(errno)) }
      done += wrote
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
