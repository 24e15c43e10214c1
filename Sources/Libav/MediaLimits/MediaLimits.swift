public import MediaTime

/// How much a foreign file may ask for before it is refused.
public struct MediaLimits: Hashable, Sendable {
  /// Pixels of a video frame, or of a still that is not a JPEG.
  public var maximumPixels = 40_000_000
  /// Pixels of a JPEG, which can be reduced while it is decoded.
  public var maximumPhotoPixels = 100_000_000
  /// Columns or rows, whichever is more.
  public var maximumSide = 16_384
  /// Streams of all kinds.
  public var maximumStreams = 16
  /// Length of video or sound.
  public var maximumDuration = MediaTime(seconds: 4 * 3600)
  /// Frames a second.
  public var maximumFrameRate = 240.0
  /// Channels of sound.
  public var maximumChannels = 8
  /// Bytes of a still, which is read whole.
  public var maximumStillBytes = 256 << 20

  /// The limits for files that strangers bring.
  public static let standard = MediaLimits()

  /// The standard limits, to be changed.
  public init() {}

  /// Demuxers that may look at a file; none of them opens another one.
  static let formats = """
    mov,matroska,avi,mp3,wav,aac,flac,ogg,gif,apng,jpeg_pipe,png_pipe,webp_pipe,bmp_pipe
    """

  /// The one protocol.
  static let protocols = "file"

  /// Decoders that may be opened.
  static let codecs = """
    h264,hevc,libdav1d,libaom-av1,vp8,libvpx,vp9,libvpx-vp9,mpeg4,mpeg2video,mpeg1video,\
    mjpeg,prores,dnxhd,ffv1,png,apng,gif,webp,bmp,aac,mp3,mp3float,mp2,mp2float,opus,libopus,\
    vorbis,libvorbis,flac,alac,ac3,eac3,pcm_u8,pcm_s16le,pcm_s16be,pcm_s24le,pcm_s24be,\
    pcm_s32le,pcm_s32be,pcm_f32le,pcm_f32be,pcm_f64le,pcm_alaw,pcm_mulaw
    """

  /// The most that FFmpeg may allocate at once.
  static let maximumAllocation = 512 << 20
}
