/// A film's sound at its loudness, read once from its start.
public struct MasteredSound {
  /// What was heard and done.
  public let report: MasteringReport
  /// Frames in all.
  public let frameCount: Int

  private var reader: LimitedReader

  init(_ spool: any SampleSpool, frames: Int, ceiling: Double, report: MasteringReport) {
    self.report = report
    frameCount = frames
    reader = LimitedReader(spool, frames: frames, gain: report.gain, ceiling: ceiling)
  }

  /// Frames handed out so far.
  public var position: Int { reader.position }

  /// Writes the next frames, interleaved.
  ///
  /// - Returns: Frames written: as many as `samples` has room for, fewer only at the end, and
  ///   then 0.
  /// - Throws: Whatever the spool throws.
  public mutating func next(into samples: inout MutableSpan<Float>) throws -> Int {
    try reader.next(into: &samples)
  }

  /// The next frames, interleaved, at most `frames` of them; nil at the end.
  ///
  /// - Throws: Whatever the spool throws.
  public mutating func next(frames: Int) throws -> [Float]? {
    try reader.next(frames: frames)
  }
}
