public import MediaTime

/// How clips that give way do so: down ahead of the first word, smoothly back after the last.
///
/// ```
///  key                 |words--words|      |words
///  gain  0 dB  ‾‾‾‾\                               /‾‾‾
///      −12 dB       \_____________________________/
///              attack within the    gaps up to hold +     release
///              look-ahead           look-ahead stay down
/// ```
public struct Ducking: Hashable, Sendable {
  /// How far down, in decibels; brought into 0…60.
  public var depth: Double
  /// How long before a key sounds the gain begins to fall; at most 2 s.
  public var lookAhead: MediaTime
  /// How long a whole fall takes.
  public var attack: MediaTime
  /// How long the gain stays down after a key.
  public var hold: MediaTime
  /// How long a whole rise takes.
  public var release: MediaTime
  /// The level in the band of speech, in dBFS (RMS), above which footage sounds.
  public var threshold: Double

  /// 12 dB down, 250 ms ahead, within 220 ms; up 400 ms after the last word, within 600 ms;
  /// footage above −42 dBFS.
  public init() {
    depth = 12
    lookAhead = MediaTime(1, over: 4)
    attack = MediaTime(11, over: 50)
    hold = MediaTime(2, over: 5)
    release = MediaTime(3, over: 5)
    threshold = -42
  }
}
