/// Sound that is in memory as a whole.
public final class MemorySource: SampleSource, Sendable {
  private let samples: [Float]

  /// Interleaved stereo at 48 kHz; the array has a whole number of frames.
  public init(_ samples: [Float]) {
    precondition(samples.count.isMultiple(of: 2), "stereo has two samples a frame")
    self.samples = samples
  }

  /// Copies frames out of memory.
  public func read(
    from frame: Int, frames: Int, into samples: inout MutableSpan<Float>
  ) -> Int {
    let start = frame * 2
    let count = min(frames * 2, self.samples.count - start)
    guard count > 0 else { return 0 }
    for index in 0..<count { samples[index] = self.samples[start + index] }
    return count / 2
  }
}
