public import MediaTime
public import Pixels

/// How a film is encoded. Chunks encoded with equal settings can be joined.
public struct VideoSettings: Hashable, Sendable {
  /// How hard x264 works: slower presets make smaller files.
  public enum Preset: String, Hashable, Sendable, Codable, CaseIterable {
    /// The least work.
    case ultrafast
    /// Very little work.
    case superfast
    /// Little work.
    case veryfast
    /// Rather little work.
    case faster
    /// Somewhat less work than usual.
    case fast
    /// x264's own choice.
    case medium
  }

  /// The size of every picture; both sides even.
  public var size: PixelSize
  /// Frames a second, constant.
  public var frameRate: FrameRate
  /// How hard the encoder works.
  public var preset: Preset
  /// Constant rate factor, 0 (lossless) to 51; 18 looks like the source.
  public var crf: Double

  /// Settings for a film of `size` at `frameRate`.
  public init(
    size: PixelSize, frameRate: FrameRate, preset: Preset = .veryfast, crf: Double = 18
  ) {
    precondition(
      size.width > 0 && size.height > 0 && size.width % 2 == 0 && size.height % 2 == 0,
      "an encoded picture has even sides")
    precondition(crf >= 0 && crf <= 51, "a rate factor is 0…51")
    self.size = size
    self.frameRate = frameRate
    self.preset = preset
    self.crf = crf
  }
}
