public import MediaTime
public import Pixels

/// What was made.
public struct FilmSummary: Sendable {
  /// Where the film is.
  public let path: String
  /// Its size in pixels.
  public let size: PixelSize
  /// Its frames.
  public let frameCount: Int
  /// Of those, the frames that were there from an earlier film.
  public let framesReused: Int
  /// Frames a second.
  public let frameRate: FrameRate
  /// Seconds that making it took.
  public let seconds: Double

  /// How long it plays.
  public var duration: MediaTime { frameRate.time(ofFrame: frameCount) }
}
