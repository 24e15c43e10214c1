public import MediaTime
public import Timeline

/// A film that was made.
public struct RenderedFilm: Hashable, Sendable, Codable {
  /// Pixels across.
  public var width: Int
  /// Pixels down.
  public var height: Int
  /// Its frames.
  public var frames: Int
  /// How long it plays.
  public var duration: Milliseconds
  /// The file's size in bytes.
  public var bytes: Int
  /// Frames that were taken from the cache.
  public var framesReused = 0
  /// What was done otherwise than the draft asks, a sentence each.
  public var notes: [String]
  /// What was asked beside what was measured of it; nil where it wasn't measured.
  public var receipt: FilmReceipt?

  /// A film.
  public init(
    width: Int, height: Int, frames: Int, duration: Milliseconds, bytes: Int, notes: [String] = []
  ) {
    self.width = width
    self.height = height
    self.frames = frames
    self.duration = duration
    self.bytes = bytes
    self.notes = notes
  }
}
