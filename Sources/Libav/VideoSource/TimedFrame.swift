/// A decoded frame and the tick of its stream's clock at which it appears.
struct TimedFrame: ~Copyable {
  let timestamp: Int64
  let frame: Frame

  /// The frame alone.
  consuming func takeFrame() -> Frame { frame }
}
