public import MediaTime
public import Pixels

/// What a media file is, told from its content and never from its name.
public struct MediaProbe: Hashable, Sendable, Codable {
  /// What a file is used as.
  public enum Kind: String, Hashable, Sendable, Codable {
    /// Moving pictures, with or without sound; animations too.
    case video
    /// A still.
    case image
    /// Sound alone, cover art aside.
    case audio
  }

  /// What the file is used as.
  public internal(set) var kind: Kind
  /// The container's name, such as `mp4`, `matroska` or `jpeg`.
  public internal(set) var container: String
  /// The file's size.
  public internal(set) var bytes: Int
  /// Streams of every kind.
  public internal(set) var streamCount: Int
  /// Whether an MP4 or MOV keeps its index at the front; nil for anything else.
  public internal(set) var isFaststart: Bool?
  /// The pictures, where there are some.
  public internal(set) var video: Video?
  /// The sound, where there is some.
  public internal(set) var audio: Audio?
  /// The note that Kinora leaves in its films; nil where there is none.
  public internal(set) var comment: String?
  var length: Fraction

  /// How long it lasts; nothing for a still.
  public var duration: MediaTime { length.time }

  /// What the pictures are.
  public struct Video: Hashable, Sendable, Codable {
    /// The size on screen: square pixels, upright.
    public internal(set) var size: PixelSize
    /// The size in the file.
    public internal(set) var codedSize: PixelSize
    /// The codec's name, such as `h264`.
    public internal(set) var codec: String
    /// The codec's profile, such as `High`.
    public internal(set) var profile: String?
    /// FFmpeg's name of the pixel format, such as `yuv420p`.
    public internal(set) var pixelFormat: String
    /// Bits of a sample.
    public internal(set) var bitDepth: Int
    /// Whether the format can hold alpha.
    public internal(set) var hasAlpha: Bool
    /// Whether frames follow each other unevenly.
    public internal(set) var isVariableFrameRate: Bool
    /// How the stored pixels are turned for the screen.
    public internal(set) var orientation: Orientation
    /// What the samples mean.
    public internal(set) var color: Color
    /// Bits a second, where the file tells.
    public internal(set) var bitRate: Int?
    /// Frames, where the file tells.
    public internal(set) var frameCount: Int?
    var rate: Fraction

    /// The average frame rate.
    public var frameRate: FrameRate { rate.rate }

    /// The clockwise turn for the screen, in degrees.
    public var rotation: Int { orientation.degrees }
  }

  /// What samples mean, by the names of ITU-T H.273 in FFmpeg's spelling; nil where unsaid.
  public struct Color: Hashable, Sendable, Codable {
    /// Primaries, such as `bt709`.
    public internal(set) var primaries: String?
    /// Transfer curve, such as `smpte2084`.
    public internal(set) var transfer: String?
    /// Matrix, such as `bt709`.
    public internal(set) var matrix: String?
    /// `tv` (limited) or `pc` (full).
    public internal(set) var range: String?
  }

  /// What the sound is.
  public struct Audio: Hashable, Sendable, Codable {
    /// The codec's name, such as `aac`.
    public internal(set) var codec: String
    /// Samples a second.
    public internal(set) var sampleRate: Int
    /// Channels.
    public internal(set) var channels: Int
    /// Bits a second, where the file tells.
    public internal(set) var bitRate: Int?
    var length: Fraction

    /// How long the sound lasts.
    public var duration: MediaTime { length.time }
  }
}
