/// Where a whole film's sound waits between being measured and being handed out, such as a
/// nameless file.
///
/// What was appended is read back as from any source, as often as needed.
public protocol SampleSpool: SampleSource {
  /// Keeps the next frames, interleaved.
  func append(_ samples: Span<Float>) throws
}
