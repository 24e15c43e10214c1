/// What mastering heard and did.
public struct MasteringReport: Hashable, Sendable, Codable {
  /// The mix as it was made.
  public let mix: Loudness
  /// The integrated loudness handed out, in LUFS; nil where nothing is loud enough to count.
  public internal(set) var loudness: Double?
  /// Decibels that the mix was turned up by, ahead of the limiter.
  public internal(set) var gain: Double
  /// Whether more would have been needed than is allowed, so that the film is quieter than
  /// wished.
  public internal(set) var isBounded: Bool
  /// How often the kept mix was gone through to find the gain.
  public internal(set) var passes: Int
}
