internal import CFFmpeg
internal import Glibc

/// Samples on disk, in an open file that somebody else closes: 32-bit floats in the machine's
/// byte order.
public final class SampleFile {
  private let descriptor: Int32
  /// How many samples it has.
  public private(set) var count = 0

  /// An empty file behind `descriptor`, open for reading and writing.
  public init(descriptor: Int32) { self.descriptor = descriptor }

  /// Writes samples behind those that are there.
  public func append(_ samples: Span<Float>) throws(MediaError) {
    let wanted = samples.count * MemoryLayout<Float>.stride
    let offset = count * MemoryLayout<Float>.stride
    var done = 0
    while done < wanted {
      let wrote = samples.withUnsafeBytes { buffer in
        buffer.baseAddress.map {
          pwrite(descriptor, $0 + done, wanted - done, off_t(offset + done))
        } ?? 0
      }
      if wrote < 0 && errno == EINTR { continue }
      guard wrote > 0 else {
        throw .writing("the file of the film's sound", shim_error_from_errno(errno))
      }
      done += wrote
    }
    count += samples.count
  }

  /// Reads samples from index `first` on, at most `wanted` of them.
  /// - Returns: Samples written to `samples` from index 0 on; none past the end.
  public func read(
    from first: Int, _ wanted: Int, into samples: inout MutableSpan<Float>
  ) throws(MediaError) -> Int {
    let available = max(0, min(wanted, samples.count, count - first))
    let bytes = available * MemoryLayout<Float>.stride
    let offset = first * MemoryLayout<Float>.stride
    var done = 0
    while done < bytes {
      let got = samples.withUnsafeMutableBytes { buffer in
        buffer.baseAddress.map {
          pread(descriptor, $0 + done, bytes - done, off_t(offset + done))
        } ?? 0
      }
      if got < 0 && errno == EINTR { continue }
      guard got > 0 else {
        throw MediaError(.corrupt, "The kept sound of the film is damaged; render it again.")
      }
      done += got
    }
    return available
  }
}
