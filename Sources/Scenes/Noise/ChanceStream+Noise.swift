internal import Motion

extension ChanceStream {
  /// A noise of its own.
  mutating func noise() -> Noise { Noise(UInt32(truncatingIfNeeded: next())) }
}
