public import MediaTime

/// Where a piece of music has its beats.
public struct BeatGrid: Hashable, Sendable {
  /// When one would tap a foot, in order.
  public let beats: [MediaTime]
  /// When something begins to sound, on the beat or off it.
  public let onsets: [MediaTime]
  /// Beats a minute; where it drifts, the median.
  public let tempo: Double
  /// How regular the music is: 0, by chance, to 1, like a machine.
  public let confidence: Double
}
