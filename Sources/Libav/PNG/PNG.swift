import CFFmpeg
import Glibc
public import Pixels

/// Pictures as PNG files.
public enum PNG {
  /// Writes `picture` to `path` as 8-bit RGB, with alpha where it has it.
  ///
  /// Throws where the file cannot be written; nothing is left half-written at `path`.
  public static func write(_ picture: Picture, to path: String) throws(MediaError) {
    let bytes = try encode(picture)
    let temporary = path + ".part"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .writing(path, shim_error_from_errno(errno)) }
    var done = 0
    var failure: Int32 = 0
    while done < bytes.count && failure == 0 {
      let wrote = bytes.withUnsafeBytes { buffer in
        buffer.baseAddress.map { Glibc.write(descriptor, $0 + done, bytes.count - done) } ?? 0
      }
      if wrote > 0 { done += wrote } else if errno != EINTR { failure = errno }
    }
    if close(descriptor) != 0 && failure == 0 { failure = errno }
    if failure == 0 && rename(temporary, path) != 0 { failure = errno }
    guard failure == 0 else {
      unlink(temporary)
      throw .writing(path, shim_error_from_errno(failure))
    }
  }

  /// The bytes of a PNG file that shows `picture`.
  public static func encode(_ picture: Picture) throws(MediaError) -> [UInt8] {
    let hasAlpha = picture.alpha != nil
    let format = hasAlpha ? AV_PIX_FMT_RGBA : AV_PIX_FMT_RGB24
    let frame = try Frame.allocate()
    frame.pointer.pointee.format = format.rawValue
    frame.pointer.pointee.width = Int32(picture.size.width)
    frame.pointer.pointee.height = Int32(picture.size.height)
    let made = av_frame_get_buffer(frame.pointer, 0)
    guard made >= 0 else { throw .unavailable("There was no memory for a picture", made) }
    let source =
      picture.isFullChroma
      ? (hasAlpha ? AV_PIX_FMT_YUVA444P : AV_PIX_FMT_YUV444P)
      : (hasAlpha ? AV_PIX_FMT_YUVA420P : AV_PIX_FMT_YUV420P)
    let scaler = try Scaler(
      from: source, size: picture.size, isCenterSited: false, to: format, size: picture.size)
    try scaler.scale(picture, into: frame.pointer)
    picture.alpha?.copyAlpha(to: frame.pointer, byte: 3)
    let encoder = try Encoder.open("png") { context in
      context.width = Int32(picture.size.width)
      context.height = Int32(picture.size.height)
      context.pix_fmt = format
      context.time_base = AVRational(num: 1, den: 25)
      context.compression_level = 3
    }
    var packets = PacketBuffer()
    try encoder.encode(frame.pointer, into: &packets)
    try encoder.encode(nil, into: &packets)
    return packets.bytes
  }
}
