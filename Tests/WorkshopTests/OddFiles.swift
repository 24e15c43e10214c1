import CFFmpeg
import Foundation
import Libav

/// Files of kinds that the project itself doesn't write.
enum OddFiles {
  /// Copies the packets of a film, or of its sound alone, into another container.
  static func remux(_ source: String, to path: String, as format: String, soundOnly: Bool) throws {
    var input: UnsafeMutablePointer<AVFormatContext>?
    var output: UnsafeMutablePointer<AVFormatContext>?
    guard avformat_open_input(&input, "file:" + source, nil, nil) >= 0,
      avformat_find_stream_info(input, nil) >= 0,
      avformat_alloc_output_context2(&output, nil, format, "file:" + path) >= 0,
      let from = input, let to = output
    else { throw Failure() }
    defer {
      avformat_close_input(&input)
      avformat_free_context(to)
    }
    var numbers: [Int32: Int32] = [:]
    for index in 0..<Int32(from.pointee.nb_streams) {
      guard let old = from.pointee.streams[Int(index)], let parameters = old.pointee.codecpar
      else { throw Failure() }
      if soundOnly, parameters.pointee.codec_type != AVMEDIA_TYPE_AUDIO { continue }
      guard let new = avformat_new_stream(to, nil) else { throw Failure() }
      avcodec_parameters_copy(new.pointee.codecpar, parameters)
      new.pointee.codecpar.pointee.codec_tag = 0
      numbers[index] = new.pointee.index
    }
    guard avio_open(&to.pointee.pb, "file:" + path, AVIO_FLAG_WRITE) >= 0,
      avformat_write_header(to, nil) >= 0
    else { throw Failure() }
    var packet = av_packet_alloc()
    defer { av_packet_free(&packet) }
    while let packet, av_read_frame(from, packet) >= 0 {
      guard let number = numbers[packet.pointee.stream_index],
        let old = from.pointee.streams[Int(packet.pointee.stream_index)],
        let new = to.pointee.streams[Int(number)]
      else {
        av_packet_unref(packet)
        continue
      }
      av_packet_rescale_ts(packet, old.pointee.time_base, new.pointee.time_base)
      packet.pointee.stream_index = number
      guard av_interleaved_write_frame(to, packet) >= 0 else { throw Failure() }
    }
    guard av_write_trailer(to) >= 0, avio_closep(&to.pointee.pb) >= 0 else { throw Failure() }
  }

  struct Failure: Error {}

  /// A Matroska file that says it is WebM.
  static func webM(_ matroska: [UInt8]) throws -> [UInt8] {
    let name = Array("matroska".utf8)
    guard let start = (0..<64).first(where: { Array(matroska[$0..<$0 + 8]) == name }) else {
      throw Failure()
    }
    var bytes = matroska
    bytes.replaceSubrange(start..<start + 8, with: Array("webm".utf8) + [0, 0, 0, 0])
    return bytes
  }

  /// A second of silence: MPEG-1 Layer III, 128 kbit/s, 44.1 kHz.
  static let mp3 = [UInt8](
    repeatElement([0xFF, 0xFB, 0x90, 0x64] + [UInt8](repeating: 0, count: 413), count: 40).joined())

  /// A second of a 16-bit stereo tone at 48 kHz.
  static let wav: [UInt8] = {
    func little(_ value: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
    let data = (0..<48_000).flatMap { index -> [UInt8] in
      let value = little(Int(8000 * sin(Double(index) * 2 * .pi * 440 / 48_000)), 2)
      return value + value
    }
    return Array("RIFF".utf8) + little(36 + data.count, 4) + Array("WAVEfmt ".utf8)
      + little(16, 4) + little(1, 2) + little(2, 2) + little(48_000, 4) + little(192_000, 4)
      + little(4, 2) + little(16, 2) + Array("data".utf8) + little(data.count, 4) + data
  }()

  /// A GIF of 16 × 16 pixels, each frame of one grey, a tenth of a second each; uncompressed:
  /// with codes of eight bits, each pixel is one.
  static func gif(frames: Int) -> [UInt8] {
    var bytes = Array("GIF89a".utf8) + [16, 0, 16, 0, 0xF6, 0, 0]
    for grey in 0..<128 { bytes += [UInt8(grey * 2), UInt8(grey * 2), UInt8(grey * 2)] }
    for frame in 0..<frames {
      bytes += [0x21, 0xF9, 4, 0, 10, 0, 0, 0, 0x2C, 0, 0, 0, 0, 16, 0, 16, 0, 0, 7]
      for _ in 0..<4 {
        bytes += [65, 0x80] + [UInt8](repeating: UInt8(frame * 20 % 128), count: 64)
      }
      bytes += [1, 0x81, 0]
    }
    return bytes + [0x3B]
  }

  /// A WebP of one pixel, lossless.
  static let webP: [UInt8] =
    Array("RIFF".utf8) + [0x1A, 0, 0, 0] + Array("WEBPVP8L".utf8)
    + [0x0D, 0, 0, 0, 0x2F, 0, 0, 0, 0x10, 7, 0x10, 0x11, 0x11, 0x88, 0x88, 0xFE, 7, 0]

  /// A Windows bitmap of one pixel.
  static let bitmap: [UInt8] =
    Array("BM".utf8) + [58, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0]
    + [1, 0, 24, 0] + [UInt8](repeating: 0, count: 24) + [10, 20, 30, 0]

  /// A JPEG of grey.
  static func jpeg() throws -> [UInt8] {
    guard let codec = avcodec_find_encoder(AV_CODEC_ID_MJPEG),
      let context = avcodec_alloc_context3(codec), let frame = av_frame_alloc(),
      let packet = av_packet_alloc()
    else { throw Failure() }
    context.pointee.width = 64
    context.pointee.height = 48
    context.pointee.pix_fmt = AV_PIX_FMT_YUVJ420P
    context.pointee.time_base = AVRational(num: 1, den: 25)
    frame.pointee.width = 64
    frame.pointee.height = 48
    frame.pointee.format = AV_PIX_FMT_YUVJ420P.rawValue
    guard avcodec_open2(context, codec, nil) >= 0, av_frame_get_buffer(frame, 0) >= 0 else {
      throw Failure()
    }
    let (data, lines) = (frame.pointee.data, frame.pointee.linesize)
    data.0?.update(repeating: 90, count: Int(lines.0) * 48)
    data.1?.update(repeating: 128, count: Int(lines.1) * 24)
    data.2?.update(repeating: 128, count: Int(lines.2) * 24)
    guard avcodec_send_frame(context, frame) >= 0, avcodec_send_frame(context, nil) >= 0,
      avcodec_receive_packet(context, packet) >= 0
    else { throw Failure() }
    return [UInt8](
      UnsafeBufferPointer(start: packet.pointee.data, count: Int(packet.pointee.size)))
  }

  /// An AVI of ten JPEGs, a second long.
  static func writeAVI(to path: String) throws {
    var output: UnsafeMutablePointer<AVFormatContext>?
    avformat_alloc_output_context2(&output, nil, "avi", "file:" + path)
    guard let context = output, let stream = avformat_new_stream(context, nil),
      let parameters = stream.pointee.codecpar
    else { throw Failure() }
    defer { avformat_free_context(context) }
    parameters.pointee.codec_type = AVMEDIA_TYPE_VIDEO
    parameters.pointee.codec_id = AV_CODEC_ID_MJPEG
    parameters.pointee.width = 64
    parameters.pointee.height = 48
    stream.pointee.time_base = AVRational(num: 1, den: 10)
    guard avio_open(&context.pointee.pb, "file:" + path, AVIO_FLAG_WRITE) >= 0,
      avformat_write_header(context, nil) >= 0
    else { throw Failure() }
    let bytes = try jpeg()
    var packet = av_packet_alloc()
    defer { av_packet_free(&packet) }
    for index in 0..<10 {
      guard let packet, av_new_packet(packet, Int32(bytes.count)) >= 0 else { throw Failure() }
      packet.pointee.data.update(from: bytes, count: bytes.count)
      packet.pointee.pts = Int64(index)
      packet.pointee.dts = Int64(index)
      packet.pointee.flags |= AV_PKT_FLAG_KEY
      guard av_interleaved_write_frame(context, packet) >= 0 else { throw Failure() }
    }
    guard av_write_trailer(context) >= 0, avio_closep(&context.pointee.pb) >= 0 else {
      throw Failure()
    }
  }
}
