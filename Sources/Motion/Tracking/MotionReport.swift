/// What was measured of one shot's motion from its own frames.
public struct MotionReport: Hashable, Sendable, Codable {
  /// The shot's first frame, counted from the film's.
  public var firstFrame: Int
  /// How many frames the shot has.
  public var frameCount: Int
  /// How many of them told their motion.
  public var measuredFrames: Int
  /// Scale of the last measured frame over the first; 1.12 is 12 % nearer.
  public var scale: Double
  /// The smallest scale on the way.
  public var smallestScale: Double
  /// The largest scale on the way.
  public var largestScale: Double
  /// How far what was at the centre went to the right, in shares of the frame's width.
  public var shiftX: Double
  /// How far what was at the centre went down, in shares of the frame's height.
  public var shiftY: Double
  /// Degrees that the picture turned, clockwise.
  public var rotation: Double
  /// The farthest that the centre or a corner got from where it began, in shares of the frame's
  /// width.
  public var reach: Double
  /// Mean acceleration of the centre and the corners, in pixels per frame squared; nil for less
  /// than three measured frames in a row.
  public var jitter: Double?
  /// How often the centre or a corner turned back, whichever did most.
  public var reversals: Int
  /// Mean confidence of the measured frames, 0…1.
  public var confidence: Double

  /// Whether anything moved by more than a thousandth of the frame's width.
  public var isMoving: Bool { reach > 0.001 }

  /// Whether enough of the shot was measured for its motion to be told.
  public var isKnown: Bool { measuredFrames >= 2 && measuredFrames * 2 >= frameCount }
}
