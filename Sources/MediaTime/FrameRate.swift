/// Frames a second, held exactly (30000/1001 stays what it is).
public struct FrameRate: Hashable, Sendable {
  /// Numerator, reduced and positive.
  public let numerator: Int32
  /// Denominator, reduced and positive.
  public let denominator: Int32

  /// `numerator / denominator` frames a second.
  public init(_ numerator: Int32, over denominator: Int32 = 1) {
    precondition(numerator > 0 && denominator > 0, "a frame rate is positive")
    let divisor = Int32(gcd(UInt64(numerator), UInt64(denominator)))
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  /// How long one frame stands.
  public var frameDuration: MediaTime {
    MediaTime(Int64(denominator), over: Int64(numerator))
  }

  /// When frame `index` begins, counted from zero.
  public func time(ofFrame index: Int) -> MediaTime { frameDuration * index }

  /// The frame on screen at `time`: the last one that has begun.
  public func frame(at time: MediaTime) -> Int { time.count(of: frameDuration) }

  /// The first frame that begins at or after `time`; as an end, the frames of `0 ..< time`.
  public func firstFrame(notBefore time: MediaTime) -> Int {
    let index = frame(at: time)
    return self.time(ofFrame: index) < time ? index + 1 : index
  }

  /// Frames a second as the nearest `Double`, for printing.
  public var framesPerSecond: Double { Double(numerator) / Double(denominator) }
}
