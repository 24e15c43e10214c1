import CFFmpeg

/// An open decoder. Confined to one thread.
final class Decoder {
  let context: UnsafeMutablePointer<AVCodecContext>

  /// What a call to receive brought.
  enum Received {
    /// The frame holds something.
    case frame
    /// The decoder wants another packet.
    case needsInput
    /// Nothing more will come.
    case end
    /// What was sent could not be decoded.
    case failed(Int32)
  }

  private init(_ context: UnsafeMutablePointer<AVCodecContext>) { self.context = context }

  deinit {
    var context: UnsafeMutablePointer<AVCodecContext>? = context
    avcodec_free_context(&context)
  }

  /// A decoder for a stream's parameters.
  ///
  /// `name` chooses a decoder; `reduction` halves a JPEG that many times while decoding; `threads`
  /// work on as many frames at once where the codec allows that. Decoders of other names than
  /// `codecs` aren't opened.
  static func open(
    _ parameters: UnsafePointer<AVCodecParameters>, path: String, maximumPixels: Int,
    named name: String? = nil, timeBase: AVRational? = nil, reduction: Int = 0,
    threads: Int = 1, codecs: String = MediaLimits.codecs
  ) throws(MediaError) -> Decoder {
    let id = parameters.pointee.codec_id
    let named = name.flatMap { avcodec_find_decoder_by_name($0) }
    guard let codec = named ?? avcodec_find_decoder(id) else {
      throw unsupported(path, id)
    }
    guard let context = avcodec_alloc_context3(codec) else {
      throw .unavailable("There was no memory for a decoder")
    }
    let decoder = Decoder(context)
    let filled = avcodec_parameters_to_context(context, parameters)
    guard filled >= 0 else { throw .unavailable("A decoder could not be set up", filled) }
    if let timeBase { context.pointee.pkt_timebase = timeBase }
    context.pointee.thread_count = Int32(threads)
    var options = Options([
      "codec_whitelist": codecs, "max_pixels": String(maximumPixels),
    ])
    if reduction > 0 { av_dict_set(&options.pointer, "lowres", String(reduction), 0) }
    let opened = avcodec_open2(context, codec, &options.pointer)
    guard opened >= 0 else { throw unsupported(path, id, opened) }
    return decoder
  }

  /// A decoder for pictures that no file describes; everything else as for a stream.
  static func open(
    _ codec: AVCodecID, path: String, maximumPixels: Int, reduction: Int = 0,
    codecs: String = MediaLimits.codecs
  ) throws(MediaError) -> Decoder {
    var parameters = avcodec_parameters_alloc()
    defer { avcodec_parameters_free(&parameters) }
    guard let parameters else { throw .unavailable("There was no memory for a decoder") }
    parameters.pointee.codec_type = AVMEDIA_TYPE_VIDEO
    parameters.pointee.codec_id = codec
    return try open(
      parameters, path: path, maximumPixels: maximumPixels, reduction: reduction, codecs: codecs)
  }

  private static func unsupported(
    _ path: String, _ id: AVCodecID, _ code: Int32? = nil
  ) -> MediaError {
    MediaError(
      .unsupportedCodec,
      "\(path) is coded as \(String(cString: avcodec_get_name(id))), which is not read here; "
        + "convert it to H.264 or to a JPEG first.", cause: code.map(MediaError.name(of:)))
  }

  /// Sends a packet, or the end where there is none.
  func send(_ packet: UnsafeMutablePointer<AVPacket>?) -> Int32 {
    avcodec_send_packet(context, packet)
  }

  /// Fills `frame` with the next decoded one.
  func receive(into frame: borrowing Frame) -> Received {
    let result = avcodec_receive_frame(context, frame.pointer)
    switch result {
    case 0...: return .frame
    case shim_again(): return .needsInput
    case shim_end_of_file(): return .end
    default: return .failed(result)
    }
  }

  /// Forgets what was sent, before packets from elsewhere.
  func flush() { avcodec_flush_buffers(context) }
}
