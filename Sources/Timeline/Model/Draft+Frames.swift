public import MediaTime

extension Draft {
  /// Frames a second of the film.
  /// - Precondition: the canvas has at least one.
  public var frameRate: FrameRate { FrameRate(Int32(canvas.framesPerSecond)) }

  /// Frames of the film, at least one.
  public var frameCount: Int {
    max(1, frameRate.firstFrame(notBefore: MediaTime(lastEnd)))
  }

  /// The frame on screen at `time`; past the end the last one.
  public func frame(at time: Milliseconds) -> Int {
    min(max(frameRate.frame(at: MediaTime(time)), 0), frameCount - 1)
  }
}
