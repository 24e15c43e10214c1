/// Sound that is read piece by piece: a decoder, samples in memory, a synthesiser.
///
/// Reads mostly follow each other; loops begin again and reversed clips read pieces from the
/// end, so that a source seeks where `frame` is not where the last read ended.
public protocol SampleSource: AnyObject {
  /// Reads interleaved stereo at 48 kHz.
  ///
  /// - Parameters:
  ///   - frame: The first frame to read, counted from the source's start; never negative.
  ///   - frames: How many are wanted.
  ///   - samples: Where to write from index 0 on; it has room for `frames` frames or more.
  /// - Returns: Frames written, at least one unless `frame` is at the end or past it; then 0.
  func read(
    from frame: Int, frames: Int, into samples: inout MutableSpan<Float>
  ) throws -> Int
}
