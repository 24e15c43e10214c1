import CFFmpeg
import Pixels

/// A 4:2:0 picture without alpha, coded by MagicYUV: about a third of its size, no loss, and there
/// again in about a millisecond.
struct LosslessFrame: Sendable {
  private let bytes: [UInt8]

  /// Bytes that it takes.
  var count: Int { bytes.count }

  /// What it was made of.
  func picture() throws(MediaError) -> Picture {
    let decoder = try Decoder.open(
      AV_CODEC_ID_MAGICYUV, path: "The proxy",
      maximumPixels: MediaLimits.standard.maximumPixels, codecs: Maker.codec)
    let packet = try Packet.copying(bytes)
    let frame = try Frame.allocate()
    let sent = decoder.send(packet.pointer)
    guard case .frame = decoder.receive(into: frame), frame.format == AV_PIX_FMT_YUV420P else {
      throw .unavailable("A proxy could not be decoded", sent < 0 ? sent : nil)
    }
    return Picture(viewing: FrameOwner(frame), isFullChroma: false)
  }

  /// Codes pictures of one size. Confined to one thread.
  final class Maker {
    fileprivate static let codec = "magicyuv"
    private let encoder: Encoder

    /// Throws where FFmpeg was built without the encoder.
    init(size: PixelSize) throws(MediaError) {
      encoder = try Encoder.open(Self.codec) { context in
        context.width = Int32(size.width)
        context.height = Int32(size.height)
        context.pix_fmt = AV_PIX_FMT_YUV420P
        context.time_base = AVRational(num: 1, den: 25)
      }
    }

    /// `picture`, which has the maker's size, without its alpha.
    func frame(of picture: Picture) throws(MediaError) -> LosslessFrame {
      let frame = try Frame.viewing(picture)
      frame.pointer.pointee.format = AV_PIX_FMT_YUV420P.rawValue
      frame.pointer.pointee.width = Int32(picture.size.width)
      frame.pointer.pointee.height = Int32(picture.size.height)
      var packets = PacketBuffer()
      try encoder.encode(frame.pointer, into: &packets)
      return LosslessFrame(bytes: packets.bytes)
    }
  }
}
