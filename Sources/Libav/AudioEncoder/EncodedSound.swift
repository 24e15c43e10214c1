/// A film's sound, encoded whole: AAC-LC, 48 kHz, stereo; or its end, where parts before it were
/// drained from the encoder.
///
/// Sound is never cut into chunks, because each would begin with the encoder's wind-up. Times
/// are samples; the first packet lies before zero and is not heard.
public struct EncodedSound: Hashable, Sendable {
  /// Samples a second.
  public static let sampleRate = 48_000
  /// Samples a packet holds.
  static let packetSamples = 1024

  /// Every packet's bytes, one after the other.
  public let bytes: [UInt8]
  /// The packets in order.
  public let packets: [EncodedPacket]
  /// The decoder's configuration (ISO/IEC 14496-3, AudioSpecificConfig).
  public let configuration: [UInt8]
  /// Samples that are heard, for each side.
  public let sampleCount: Int
  /// Samples of wind-up before the first that is heard.
  public let padding: Int
}
