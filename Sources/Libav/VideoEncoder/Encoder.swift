import CFFmpeg

/// An open encoder. Confined to one thread.
final class Encoder {
  let context: UnsafeMutablePointer<AVCodecContext>
  private let packet: Packet

  private init(_ context: UnsafeMutablePointer<AVCodecContext>, _ packet: consuming Packet) {
    self.context = context
    self.packet = packet
  }

  deinit {
    var context: UnsafeMutablePointer<AVCodecContext>? = context
    avcodec_free_context(&context)
  }

  /// The encoder called `name`, with one thread; `configure` fills in what it encodes.
  static func open(
    _ name: String, options: KeyValuePairs<String, String> = [:],
    configure: (inout AVCodecContext) -> Void
  ) throws(MediaError) -> Encoder {
    Runtime.prepare()
    guard let codec = avcodec_find_encoder_by_name(name) else {
      throw .unavailable("FFmpeg here was built without the encoder \(name)")
    }
    let packet = try Packet.allocate()
    guard let context = avcodec_alloc_context3(codec) else {
      throw .unavailable("There was no memory for an encoder")
    }
    let encoder = Encoder(context, packet)
    context.pointee.thread_count = 1
    context.pointee.flags |= AV_CODEC_FLAG_BITEXACT
    configure(&context.pointee)
    var options = Options(options)
    let opened = avcodec_open2(context, codec, &options.pointer)
    guard opened >= 0 else {
      throw .unavailable("The encoder \(name) could not be opened", opened)
    }
    return encoder
  }

  /// The bytes that describe the stream, such as H.264's parameter sets.
  var extradata: [UInt8] {
    [UInt8](
      UnsafeRawBufferPointer(
        start: context.pointee.extradata, count: Int(context.pointee.extradata_size)))
  }

  /// Sends a frame, or the end where there is none, and adds what comes out to `chunk`.
  func encode(
    _ frame: UnsafeMutablePointer<AVFrame>?, into packets: inout PacketBuffer
  ) throws(MediaError) {
    let sent = avcodec_send_frame(context, frame)
    guard sent >= 0 else { throw .unavailable("A frame could not be encoded", sent) }
    while true {
      let received = avcodec_receive_packet(context, packet.pointer)
      if received == shim_again() || received == shim_end_of_file() { return }
      guard received >= 0 else { throw .unavailable("A frame could not be encoded", received) }
      packets.append(packet)
      packet.clear()
    }
  }
}

/// Encoded packets in one buffer, in decoding order.
struct PacketBuffer {
  private(set) var bytes: [UInt8] = []
  private(set) var packets: [EncodedPacket] = []

  mutating func append(_ packet: borrowing Packet) {
    let values = packet.pointer.pointee
    packets.append(
      EncodedPacket(
        offset: bytes.count, count: Int(values.size), presentation: values.pts,
        decoding: values.dts, duration: values.duration, isKey: packet.isKey))
    bytes.append(contentsOf: packet.bytes)
  }

  mutating func removeAll() {
    bytes.removeAll()
    packets.removeAll()
  }
}
