/// What looking at and listening to a whole file told.
public struct MediaAnalysis: Hashable, Sendable, Codable {
  /// The shots of a film, without gaps, in order; none for a still or a sound.
  public var shots: [Shot]
  /// Integrated loudness in LUFS; nil without sound or where nothing was loud enough to count.
  public var loudnessLUFS: Double?
  /// Up to five colours as `#RRGGBB`, the one that covers most first; none for a sound.
  public var palette: [String]
  /// Whether somebody speaks; nil where it can't be told.
  public var hasSpeech: Bool?

  /// What was found.
  public init(
    shots: [Shot] = [], loudnessLUFS: Double? = nil, palette: [String] = [],
    hasSpeech: Bool? = nil
  ) {
    self.shots = shots
    self.loudnessLUFS = loudnessLUFS
    self.palette = palette
    self.hasSpeech = hasSpeech
  }

  /// A run of frames from one cut to the next.
  public struct Shot: Hashable, Sendable, Codable {
    /// Seconds from the film's beginning to the shot's first frame, to the millisecond.
    public var start: Double
    /// Seconds to the end of its last frame.
    public var end: Double

    /// A shot.
    public init(start: Double, end: Double) {
      self.start = start
      self.end = end
    }
  }
}
