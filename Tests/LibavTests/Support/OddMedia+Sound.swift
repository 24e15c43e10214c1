import CFFmpeg
import Foundation
import Libav

@testable import Libav

extension OddMedia {
  /// Writes a tone of 16-bit stereo samples to a Matroska file, in packets of a tenth of a
  /// second; `start` tells the sample at which each is heard.
  static func writeSound(
    to path: String, rate: Int, packets: Int, start: (Int) -> Int
  ) throws {
    let failure = MediaError.unavailable("Test media could not be made")
    var output: UnsafeMutablePointer<AVFormatContext>?
    avformat_alloc_output_context2(&output, nil, "matroska", "file:" + path)
    guard let output, let stream = avformat_new_stream(output, nil),
      let parameters = stream.pointee.codecpar
    else { throw failure }
    defer { avformat_free_context(output) }
    parameters.pointee.codec_type = AVMEDIA_TYPE_AUDIO
    parameters.pointee.codec_id = AV_CODEC_ID_PCM_S16LE
    parameters.pointee.sample_rate = Int32(rate)
    parameters.pointee.bits_per_coded_sample = 16
    shim_parameters_set_stereo(parameters)
    let base = AVRational(num: 1, den: Int32(rate))
    stream.pointee.time_base = base
    output.pointee.avoid_negative_ts = 0
    guard avio_open(&output.pointee.pb, "file:" + path, AVIO_FLAG_WRITE) >= 0 else {
      throw failure
    }
    defer { avio_closep(&output.pointee.pb) }
    guard avformat_write_header(output, nil) >= 0 else { throw failure }
    for index in 0..<packets {
      let samples = (0..<rate / 10).flatMap { sample -> [UInt8] in
        let phase = 2 * Double.pi * 440 * Double(index * rate / 10 + sample) / Double(rate)
        let value = Fixtures.little(UInt64(UInt16(bitPattern: Int16(10_000 * sin(phase)))), 2)
        return value + value
      }
      let packet = try Packet.copying(samples)
      packet.pointer.pointee.pts = Int64(start(index))
      packet.pointer.pointee.dts = Int64(start(index))
      packet.pointer.pointee.duration = Int64(rate / 10)
      packet.pointer.pointee.flags |= AV_PKT_FLAG_KEY
      av_packet_rescale_ts(packet.pointer, base, stream.pointee.time_base)
      guard av_write_frame(output, packet.pointer) >= 0 else { throw failure }
    }
    guard av_write_trailer(output) >= 0 else { throw failure }
  }
}
