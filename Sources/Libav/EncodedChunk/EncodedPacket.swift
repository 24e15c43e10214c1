/// Where one packet lies in its chunk, and when it is shown.
public struct EncodedPacket: Hashable, Sendable {
  /// The first byte, counted from the chunk's.
  public var offset: Int
  /// How many bytes.
  public var count: Int
  /// When it is shown: in frames for pictures, in samples for sound.
  public var presentation: Int64
  /// When it is decoded, in the same unit; may be below zero.
  public var decoding: Int64
  /// How long it is shown, in the same unit.
  public var duration: Int64
  /// Whether decoding can begin here.
  public var isKey: Bool

  /// A packet of `count` bytes at `offset`.
  public init(
    offset: Int, count: Int, presentation: Int64, decoding: Int64, duration: Int64, isKey: Bool
  ) {
    self.offset = offset
    self.count = count
    self.presentation = presentation
    self.decoding = decoding
    self.duration = duration
    self.isKey = isKey
  }
}
