import CFFmpeg
import MediaTime

/// A media file opened for reading packets. Confined to one thread.
final class Demuxer {
  let path: String
  let limits: MediaLimits
  let context: UnsafeMutablePointer<AVFormatContext>
  private var io: UnsafeMutablePointer<AVIOContext>?

  private init(
    path: String, limits: MediaLimits, context: UnsafeMutablePointer<AVFormatContext>,
    io: UnsafeMutablePointer<AVIOContext>?
  ) {
    self.path = path
    self.limits = limits
    self.context = context
    self.io = io
  }

  deinit {
    var context: UnsafeMutablePointer<AVFormatContext>? = context
    avformat_close_input(&context)
    avio_closep(&io)
  }

  /// Opens `path` by its content alone and checks it against `limits`.
  static func open(_ path: String, limits: MediaLimits) throws(MediaError) -> Demuxer {
    Runtime.prepare()
    let file = try SourceFile(path)
    guard !file.signature.isAnimatedWebP else { throw file.refusal(0) }
    var io = try openFile(path)
    var context = avformat_alloc_context()
    guard let allocated = context else {
      avio_closep(&io)
      throw .unavailable("There was no memory to open \(path)")
    }
    allocated.pointee.pb = io
    shim_refuse_other_files(allocated)
    var options = Options([
      "format_whitelist": MediaLimits.formats,
      "codec_whitelist": MediaLimits.codecs,
      "protocol_whitelist": MediaLimits.protocols,
    ])
    // Asked whose file it is, FFmpeg's demuxers look at more and more of a photo, 30 ms in all.
    let format = file.signature.isJPEG ? av_find_input_format("jpeg_pipe") : nil
    let opened = avformat_open_input(&context, "", format, &options.pointer)
    guard opened >= 0, let context else {
      avio_closep(&io)
      throw file.refusal(opened)
    }
    let demuxer = Demuxer(path: path, limits: limits, context: context, io: io)
    try demuxer.checkStreamCount()
    try demuxer.readStreamParameters(file)
    try demuxer.checkLength()
    return demuxer
  }

  private static func openFile(
    _ path: String
  ) throws(MediaError) -> UnsafeMutablePointer<AVIOContext>? {
    var io: UnsafeMutablePointer<AVIOContext>?
    var options = Options(["protocol_whitelist": MediaLimits.protocols])
    let result = avio_open2(&io, "file:" + path, AVIO_FLAG_READ, nil, &options.pointer)
    guard result >= 0 else {
      throw MediaError(
        .permissionDenied, "\(path) could not be opened; check that you may read it.",
        cause: MediaError.name(of: result))
    }
    return io
  }

  var formatName: String { String(cString: context.pointee.iformat.pointee.name) }

  var streamCount: Int { Int(context.pointee.nb_streams) }

  func stream(_ index: Int) -> UnsafeMutablePointer<AVStream> {
    precondition(index >= 0 && index < streamCount, "a stream of this file")
    return shim_stream(context, Int32(index))
  }

  /// The stream that a player would show, cover art aside.
  var videoIndex: Int? {
    let candidates = (0..<streamCount).filter { isVideo($0) }
    let best = av_find_best_stream(context, AVMEDIA_TYPE_VIDEO, -1, -1, nil, 0)
    return candidates.contains(Int(best)) ? Int(best) : candidates.first
  }

  /// The stream that a player would play.
  var audioIndex: Int? {
    let best = av_find_best_stream(context, AVMEDIA_TYPE_AUDIO, -1, -1, nil, 0)
    return best >= 0 ? Int(best) : nil
  }

  private func isVideo(_ index: Int) -> Bool {
    let stream = stream(index).pointee
    return stream.codecpar.pointee.codec_type == AVMEDIA_TYPE_VIDEO
      && stream.disposition & AV_DISPOSITION_ATTACHED_PIC == 0
  }

  /// Reads no packets of streams other than `index`.
  func select(_ index: Int) {
    for other in 0..<streamCount {
      stream(other).pointee.discard = other == index ? AVDISCARD_DEFAULT : AVDISCARD_ALL
    }
  }

  /// Fills `packet` with the next one; false at the end of the file.
  ///
  /// A file cut off in the middle ends there.
  func read(into packet: borrowing Packet) -> Bool {
    packet.clear()
    var failures = 0
    while failures < 64 {
      let result = av_read_frame(context, packet.pointer)
      if result >= 0 { return true }
      if result == shim_end_of_file() { return false }
      failures += 1
    }
    return false
  }

  /// Moves to a key frame of `stream` at or before `timestamp`; false where there is none.
  func seek(stream index: Int, to timestamp: Int64) -> Bool {
    let result = av_seek_frame(context, Int32(index), timestamp, AVSEEK_FLAG_BACKWARD)
    return result >= 0
  }

  /// Moves to the first packet.
  func rewind(stream index: Int) -> Bool {
    if let first = firstTimestamp(index), seek(stream: index, to: first) { return true }
    if avformat_seek_file(context, Int32(index), .min, .min, .max, 0) >= 0 { return true }
    return avformat_seek_file(context, -1, .min, 0, .max, AVSEEK_FLAG_BYTE) >= 0
  }

  private func firstTimestamp(_ index: Int) -> Int64? {
    let start = stream(index).pointee.start_time
    return start == shim_no_timestamp() ? nil : start
  }
}
