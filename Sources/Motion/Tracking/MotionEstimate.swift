/// A measured motion and how far to trust it.
public struct MotionEstimate: Hashable, Sendable {
  /// How the picture moved.
  public var motion: Similarity
  /// 0 (a guess) to 1 (every part of the picture agrees).
  public var confidence: Double

  /// An estimate of these parts.
  public init(motion: Similarity, confidence: Double) {
    self.motion = motion
    self.confidence = confidence
  }
}
