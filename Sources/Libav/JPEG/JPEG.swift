import CFFmpeg
public import Pixels

/// Pictures as JPEG files, for people to look at.
public enum JPEG {
  /// The quantizer, 1 to 31: at 3 a frame shows no blocks and takes about a tenth of its pixels.
  private static let quantizer: Int32 = 3

  /// The bytes of a JPEG file (JFIF: BT.601, full range, 4:2:0) that shows `picture`; its alpha is
  /// left out.
  ///
  /// Throws where FFmpeg was built without the encoder.
  public static func encode(_ picture: Picture) throws(MediaError) -> [UInt8] {
    let frame = try Frame.allocate()
    let fields = frame.pointer
    fields.pointee.format = AV_PIX_FMT_YUVJ420P.rawValue
    fields.pointee.width = Int32(picture.size.width)
    fields.pointee.height = Int32(picture.size.height)
    fields.pointee.color_range = AVCOL_RANGE_JPEG
    fields.pointee.quality = quantizer * FF_QP2LAMBDA
    let made = av_frame_get_buffer(fields, 0)
    guard made >= 0 else { throw .unavailable("There was no memory for a picture", made) }
    let source = picture.isFullChroma ? AV_PIX_FMT_YUV444P : AV_PIX_FMT_YUV420P
    let scaler = try Scaler(
      from: source, size: picture.size, isCenterSited: false, to: AV_PIX_FMT_YUV420P,
      size: picture.size, as: .photograph)
    try scaler.scale(picture, into: fields)
    let encoder = try Encoder.open("mjpeg") { context in
      context.width = Int32(picture.size.width)
      context.height = Int32(picture.size.height)
      context.pix_fmt = AV_PIX_FMT_YUVJ420P
      context.color_range = AVCOL_RANGE_JPEG
      context.time_base = AVRational(num: 1, den: 25)
      context.flags |= AV_CODEC_FLAG_QSCALE
      context.global_quality = quantizer * FF_QP2LAMBDA
    }
    var packets = PacketBuffer()
    try encoder.encode(fields, into: &packets)
    try encoder.encode(nil, into: &packets)
    return packets.bytes
  }
}
