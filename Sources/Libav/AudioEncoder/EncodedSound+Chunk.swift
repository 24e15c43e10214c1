extension EncodedSound {
  /// The sound as a chunk, to be kept in a file.
  public var chunk: EncodedChunk {
    EncodedChunk(bytes: bytes, packets: packets, parameterSets: configuration)
  }

  /// The end of a sound that was kept as chunks; its first packet, in `first`, begins before the
  /// film by as much as the encoder winds up.
  public init(end: EncodedChunk, first: EncodedChunk) {
    self.init(
      bytes: end.bytes, packets: end.packets, configuration: end.parameterSets,
      sampleCount: end.packets.last.map { Int($0.presentation + $0.duration) } ?? 0,
      padding: first.packets.first.map { Int(-$0.presentation) } ?? 0)
  }
}
