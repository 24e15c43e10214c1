import CFFmpeg
import MediaTime
public import Pixels

/// Makes one chunk of H.264 (High, 4:2:0, BT.709, limited range). Confined to one thread.
///
/// The first frame is the only key frame, and one thread encodes, so that equal pictures and
/// settings always give equal bytes.
public final class VideoEncoder {
  /// How the chunk is encoded.
  public let settings: VideoSettings
  private let encoder: Encoder
  private let reorderDepth: Int
  private var packets = PacketBuffer()
  private var frameCount: Int64 = 0
  private var scaler: Scaler?
  private var isFinished = false

  /// Opens x264; throws where FFmpeg was built without it.
  public init(settings: VideoSettings) throws(MediaError) {
    self.settings = settings
    encoder = try Encoder.open(
      "libx264",
      options: [
        "preset": settings.preset.rawValue, "crf": String(settings.crf), "profile": "high",
        "x264-params": VideoEncoder.parameters(of: settings),
      ]
    ) { context in
      context.width = Int32(settings.size.width)
      context.height = Int32(settings.size.height)
      context.pix_fmt = AV_PIX_FMT_YUV420P
      let rate = settings.frameRate
      context.time_base = AVRational(num: rate.denominator, den: rate.numerator)
      context.framerate = AVRational(num: rate.numerator, den: rate.denominator)
      context.sample_aspect_ratio = AVRational(num: 1, den: 1)
      context.color_primaries = AVCOL_PRI_BT709
      context.color_trc = AVCOL_TRC_BT709
      context.colorspace = AVCOL_SPC_BT709
      context.color_range = AVCOL_RANGE_MPEG
      context.chroma_sample_location = AVCHROMA_LOC_LEFT
      context.flags |= AV_CODEC_FLAG_GLOBAL_HEADER
    }
    reorderDepth = Int(encoder.context.pointee.has_b_frames)
  }

  /// One closed group of pictures and one thread, the same bytes from every processor.
  ///
  /// No frame between others is referred to: at these presets that gives 4 to 9 % smaller films
  /// of the same quality, and takes two pictures less to remember. The usual preset looks one
  /// picture less ahead, to the same end: two encoders of 1080p stay below 400 MB.
  ///
  /// x264's AVX-512 macroblock tree (seen in build 164) works on eight blocks at a time and reads
  /// past the end of a row that holds no multiple of eight, so that pictures of such widths came
  /// out differently from run to run; they are encoded with AVX2, which takes an eighth longer.
  private static func parameters(of settings: VideoSettings) -> String {
    let single = "keyint=infinite:min-keyint=1:scenecut=0:open-gop=0:threads=1"
    let closed =
      single + ":b-pyramid=none" + (settings.preset == .veryfast ? ":rc-lookahead=8" : "")
    let blocks = (settings.size.width + 15) / 16
    guard blocks % 8 != 0, shim_processor_has_avx512() != 0 else { return closed }
    return closed + ":asm=avx2,lzcnt,bmi1,bmi2,fma3"
  }

  /// The parameter sets that every chunk of these settings shares (annex B).
  public var parameterSets: [UInt8] { encoder.extradata }

  /// Adds a picture of the settings' size; its alpha is left out.
  ///
  /// The encoder keeps `picture` until it is done with it; nobody may write to it meanwhile.
  public func encode(_ picture: Picture) throws(MediaError) {
    precondition(!isFinished, "a finished chunk takes no more pictures")
    precondition(picture.size == settings.size, "a picture has the size of the film")
    let frame =
      picture.isFullChroma ? try reduced(picture) : try Frame.viewing(picture)
    let pointer = frame.pointer
    pointer.pointee.format = AV_PIX_FMT_YUV420P.rawValue
    pointer.pointee.width = Int32(settings.size.width)
    pointer.pointee.height = Int32(settings.size.height)
    pointer.pointee.pts = frameCount
    frameCount += 1
    try encoder.encode(pointer, into: &packets)
  }

  /// Ends the chunk and returns it.
  public func finish() throws(MediaError) -> EncodedChunk {
    precondition(!isFinished, "a chunk is finished once")
    isFinished = true
    if frameCount > 0 { try encoder.encode(nil, into: &packets) }
    guard packets.packets.count == Int(frameCount) else {
      throw .unavailable("The encoder lost a frame")
    }
    // Even steps, whatever the chunk's length, so that joined chunks decode in order.
    let packetsInOrder = packets.packets.enumerated().map { index, packet in
      var packet = packet
      packet.decoding = Int64(index - reorderDepth)
      packet.duration = 1
      return packet
    }
    return EncodedChunk(
      bytes: packets.bytes, packets: packetsInOrder, parameterSets: encoder.extradata)
  }

  private func reduced(_ picture: Picture) throws(MediaError) -> Frame {
    if scaler == nil {
      scaler = try Scaler(
        from: AV_PIX_FMT_YUV444P, size: settings.size, isCenterSited: false,
        to: AV_PIX_FMT_YUV420P, size: settings.size)
    }
    let halved = Picture(size: settings.size)
    let target = try Frame.viewing(halved)
    try scaler?.scale(picture, into: target.pointer)
    return target
  }
}

extension Frame {
  /// A frame of `picture`'s memory that keeps the picture for as long as anyone needs it.
  static func viewing(_ picture: Picture) throws(MediaError) -> Frame {
    let frame = try Frame.allocate()
    frame.view(picture)
    frame.pointer.pointee.data.3 = nil
    frame.pointer.pointee.linesize.3 = 0
    let owner = Unmanaged.passRetained(PictureOwner(picture))
    let buffer = av_buffer_create(
      picture.luma.base, picture.luma.stride * picture.size.height,
      { opaque, _ in
        if let opaque { Unmanaged<PictureOwner>.fromOpaque(opaque).release() }
      }, owner.toOpaque(), AV_BUFFER_FLAG_READONLY)
    guard let buffer else {
      owner.release()
      throw .unavailable("There was no memory for a frame")
    }
    frame.pointer.pointee.buf.0 = buffer
    return frame
  }
}

/// Keeps a picture's planes while an encoder looks at them.
private final class PictureOwner: Sendable {
  let picture: Picture

  init(_ picture: Picture) { self.picture = picture }
}
