/// How far a film has come.
public struct RenderProgress: Sendable {
  /// Frames drawn and encoded.
  public var framesDone: Int
  /// Frames of the whole film.
  public var frameCount: Int
  /// Seconds since the work began.
  public var elapsed: Double

  /// Done, 0…1.
  public var share: Double { Double(framesDone) / Double(max(frameCount, 1)) }
  /// Frames a second so far.
  public var framesPerSecond: Double { elapsed > 0 ? Double(framesDone) / elapsed : 0 }
  /// Seconds still to go at this speed, once some frames are done.
  public var remaining: Double? {
    framesDone > 0 ? elapsed * Double(frameCount - framesDone) / Double(framesDone) : nil
  }
}
