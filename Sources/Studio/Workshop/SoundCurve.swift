public import MediaTime

/// How loud a sound is from step to step.
public struct SoundCurve: Hashable, Sendable {
  /// How long it plays.
  public var duration: Milliseconds
  /// The loudest moment of each step; 255 is full scale.
  public var values: [UInt8]

  /// A curve.
  public init(duration: Milliseconds, values: [UInt8]) {
    self.duration = duration
    self.values = values
  }
}
