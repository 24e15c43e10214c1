/// A closed run of encoded pictures: begins with a key frame and refers to nothing outside.
///
/// Chunks of equal settings share their parameter sets, so that they can be joined without
/// encoding again. Times are frames, counted from the chunk's first.
public struct EncodedChunk: Hashable, Sendable {
  /// Every packet's bytes, one after the other, in decoding order (H.264, annex B).
  public let bytes: [UInt8]
  /// The packets, in decoding order.
  public let packets: [EncodedPacket]
  /// The parameter sets (annex B).
  public let parameterSets: [UInt8]

  /// A chunk of these packets.
  public init(bytes: [UInt8], packets: [EncodedPacket], parameterSets: [UInt8]) {
    precondition(
      packets.allSatisfy { $0.offset >= 0 && $0.count >= 0 && $0.offset + $0.count <= bytes.count },
      "packets lie inside the chunk")
    self.bytes = bytes
    self.packets = packets
    self.parameterSets = parameterSets
  }

  /// How many frames it shows.
  public var frameCount: Int { packets.count }
}
