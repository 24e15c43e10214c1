import CFFmpeg
import Pixels

@testable import Libav

/// A file of any codec in any container, as foreign software would make it.
struct OddMedia {
  var container: String
  var codec: String
  var format: AVPixelFormat
  var size = PixelSize(width: 64, height: 48)
  var timeBase = AVRational(num: 1, den: 25)
  /// When each frame is shown, in `timeBase`.
  var timestamps: [Int64] = [0, 1, 2, 3, 4]
  var options: KeyValuePairs<String, String> = [:]
  var aspect = AVRational(num: 1, den: 1)
  var matrix = AVCOL_SPC_BT709
  var range = AVCOL_RANGE_MPEG
  var transfer = AVCOL_TRC_UNSPECIFIED
  var primaries = AVCOL_PRI_UNSPECIFIED
  var muxing: KeyValuePairs<String, String> = [:]
  var metadata: KeyValuePairs<String, String> = [:]
  /// Leaves out, or changes, packets: their index and their bytes.
  var spoil: (Int, UnsafeMutableBufferPointer<UInt8>) -> Void = { _, _ in }

  /// Writes the file; `fill` draws frame `index` into memory of `format`.
  func write(
    to path: String, fill: (Int, UnsafeMutablePointer<AVFrame>) -> Void
  ) throws {
    let encoder = try Encoder.open(codec, options: options) { context in
      context.width = Int32(size.width)
      context.height = Int32(size.height)
      context.pix_fmt = format
      context.time_base = timeBase
      context.framerate = AVRational(num: timeBase.den, den: timeBase.num)
      context.sample_aspect_ratio = aspect
      context.colorspace = matrix
      context.color_range = range
      context.color_trc = transfer
      context.color_primaries = primaries
      context.flags |= AV_CODEC_FLAG_GLOBAL_HEADER
    }
    var output: UnsafeMutablePointer<AVFormatContext>?
    avformat_alloc_output_context2(&output, nil, container, "file:" + path)
    let context = try unwrap(output)
    defer { avformat_free_context(context) }
    let stream = try unwrap(avformat_new_stream(context, nil))
    stream.pointee.time_base = timeBase
    stream.pointee.sample_aspect_ratio = aspect
    avcodec_parameters_from_context(stream.pointee.codecpar, encoder.context)
    for (name, value) in metadata { av_dict_set(&stream.pointee.metadata, name, value, 0) }
    context.pointee.flags |= AVFMT_FLAG_BITEXACT
    try check(avio_open(&context.pointee.pb, "file:" + path, AVIO_FLAG_WRITE))
    defer { avio_closep(&context.pointee.pb) }
    var muxing = Options(muxing)
    try check(avformat_write_header(context, &muxing.pointer))
    try write(through: encoder, into: context, fill: fill)
    try check(av_write_trailer(context))
  }

  private func write(
    through encoder: Encoder, into context: UnsafeMutablePointer<AVFormatContext>,
    fill: (Int, UnsafeMutablePointer<AVFrame>) -> Void
  ) throws {
    let packet = try Packet.allocate()
    var written = 0
    for index in 0...timestamps.count {
      if index < timestamps.count {
        let frame = try Frame.allocate()
        frame.pointer.pointee.format = format.rawValue
        frame.pointer.pointee.width = Int32(size.width)
        frame.pointer.pointee.height = Int32(size.height)
        frame.pointer.pointee.colorspace = matrix
        frame.pointer.pointee.color_range = range
        try check(av_frame_get_buffer(frame.pointer, 0))
        fill(index, frame.pointer)
        frame.pointer.pointee.pts = timestamps[index]
        try check(avcodec_send_frame(encoder.context, frame.pointer))
      } else {
        try check(avcodec_send_frame(encoder.context, nil))
      }
      while avcodec_receive_packet(encoder.context, packet.pointer) >= 0 {
        let stream = try unwrap(shim_stream(context, 0))
        spoil(
          written,
          UnsafeMutableBufferPointer(
            start: packet.pointer.pointee.data, count: Int(packet.pointer.pointee.size)))
        written += 1
        if packet.pointer.pointee.duration == 0 { packet.pointer.pointee.duration = 1 }
        av_packet_rescale_ts(packet.pointer, timeBase, stream.pointee.time_base)
        try check(av_interleaved_write_frame(context, packet.pointer))
      }
    }
  }

  private func check(_ result: Int32) throws {
    if result < 0 { throw MediaError.unavailable("Test media could not be made", result) }
  }

  private func unwrap<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw MediaError.unavailable("Test media could not be made") }
    return value
  }
}

/// Copies a picture into an 8-bit 4:2:0 frame.
func fill(_ frame: UnsafeMutablePointer<AVFrame>, with picture: Picture) {
  let planes = [
    (frame.pointee.data.0, frame.pointee.linesize.0, picture.luma),
    (frame.pointee.data.1, frame.pointee.linesize.1, picture.cb),
    (frame.pointee.data.2, frame.pointee.linesize.2, picture.cr),
  ]
  for (base, stride, plane) in planes {
    for y in 0..<plane.height {
      base?.advanced(by: y * Int(stride)).update(from: plane.row(y), count: plane.width)
    }
  }
}

/// Fills 8-bit and deeper planar frames from a function of plane, column and row.
func fill(
  _ frame: UnsafeMutablePointer<AVFrame>, _ sample: (_ plane: Int, _ x: Int, _ y: Int) -> Int
) {
  let format = AVPixelFormat(rawValue: frame.pointee.format)
  let depth = Int(shim_pixel_format_depth(format))
  let halvesColumns = shim_pixel_format_halves_columns(format) != 0
  let halvesRows = shim_pixel_format_halves_rows(format) != 0
  let planes = [
    (frame.pointee.data.0, frame.pointee.linesize.0),
    (frame.pointee.data.1, frame.pointee.linesize.1),
    (frame.pointee.data.2, frame.pointee.linesize.2),
    (frame.pointee.data.3, frame.pointee.linesize.3),
  ]
  for (plane, (base, stride)) in planes.enumerated() {
    guard let base else { continue }
    let isChroma = plane == 1 || plane == 2
    let width =
      (Int(frame.pointee.width) + (isChroma && halvesColumns ? 1 : 0))
      >> (isChroma && halvesColumns ? 1 : 0)
    let height =
      (Int(frame.pointee.height) + (isChroma && halvesRows ? 1 : 0))
      >> (isChroma && halvesRows ? 1 : 0)
    for y in 0..<height {
      let row = UnsafeMutableRawPointer(base + y * Int(stride))
      for x in 0..<width {
        let value = sample(plane, x, y)
        if depth > 8 {
          row.storeBytes(of: UInt16(value), toByteOffset: x * 2, as: UInt16.self)
        } else {
          row.storeBytes(of: UInt8(value), toByteOffset: x, as: UInt8.self)
        }
      }
    }
  }
}

/// The bytes of a picture file, such as a JPEG, of any pixel format.
func image(
  _ codec: String, _ format: AVPixelFormat, _ size: PixelSize,
  options: KeyValuePairs<String, String> = [:],
  fill: (UnsafeMutablePointer<AVFrame>) -> Void
) throws -> [UInt8] {
  let encoder = try Encoder.open(codec, options: options) { context in
    context.width = Int32(size.width)
    context.height = Int32(size.height)
    context.pix_fmt = format
    context.time_base = AVRational(num: 1, den: 25)
    context.color_range = AVCOL_RANGE_JPEG
    context.qmin = 1
    context.flags |= AV_CODEC_FLAG_QSCALE
    context.global_quality = FF_QP2LAMBDA
  }
  let frame = try Frame.allocate()
  frame.pointer.pointee.format = format.rawValue
  frame.pointer.pointee.width = Int32(size.width)
  frame.pointer.pointee.height = Int32(size.height)
  frame.pointer.pointee.quality = FF_QP2LAMBDA
  guard av_frame_get_buffer(frame.pointer, 0) >= 0 else {
    throw MediaError.unavailable("Test media could not be made")
  }
  fill(frame.pointer)
  var packets = PacketBuffer()
  try encoder.encode(frame.pointer, into: &packets)
  try encoder.encode(nil, into: &packets)
  return packets.bytes
}

/// Fills a frame of packed 8-bit samples from a function of column and row.
func fillPacked(
  _ frame: UnsafeMutablePointer<AVFrame>, _ sample: (_ x: Int, _ y: Int) -> [UInt8]
) {
  guard let base = frame.pointee.data.0 else { return }
  for y in 0..<Int(frame.pointee.height) {
    var offset = y * Int(frame.pointee.linesize.0)
    for x in 0..<Int(frame.pointee.width) {
      for value in sample(x, y) {
        base[offset] = value
        offset += 1
      }
    }
  }
}
