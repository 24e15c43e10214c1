import CFFmpeg

/// Encodes sound as AAC-LC, 48 kHz, stereo, 192 kb/s. Confined to one thread.
public final class AudioEncoder {
  private let encoder: Encoder
  private var packets = PacketBuffer()
  /// Interleaved samples that do not fill a packet yet.
  private var waiting: [Float] = []
  private var encodedCount = 0
  private var drainedPackets = 0
  private var isFinished = false

  /// Opens the encoder; throws where FFmpeg was built without it.
  public init() throws(MediaError) {
    // The slower search for coefficients lets peaks of dense music grow by some 4 dB.
    encoder = try Encoder.open("aac", options: ["aac_coder": "fast"]) { context in
      context.sample_rate = Int32(EncodedSound.sampleRate)
      context.sample_fmt = AV_SAMPLE_FMT_FLTP
      context.bit_rate = 192_000
      context.time_base = AVRational(num: 1, den: Int32(EncodedSound.sampleRate))
      context.flags |= AV_CODEC_FLAG_GLOBAL_HEADER
      shim_context_set_stereo(&context)
    }
  }

  /// Adds interleaved samples, left before right, −1…1; louder ones are clipped.
  public func encode(_ samples: Span<Float>) throws(MediaError) {
    precondition(!isFinished, "finished sound takes no more samples")
    precondition(samples.count % 2 == 0, "stereo samples come in pairs")
    waiting.reserveCapacity(waiting.count + samples.count)
    for index in samples.indices { waiting.append(samples[index]) }
    let whole = EncodedSound.packetSamples
    var first = 0
    while waiting.count / 2 - first >= whole {
      try encode(count: whole, from: first)
      first += whole
    }
    waiting.removeFirst(first * 2)
  }

  /// Takes out what has been encoded so far, so that it can be kept elsewhere; `finish()` returns
  /// what comes after it.
  public func drain() -> EncodedChunk {
    let part = EncodedChunk(
      bytes: packets.bytes, packets: timed(packets.packets), parameterSets: encoder.extradata)
    drainedPackets += packets.packets.count
    packets.removeAll()
    return part
  }

  /// Ends the sound and returns what has not been drained.
  public func finish() throws(MediaError) -> EncodedSound {
    precondition(!isFinished, "sound is finished once")
    isFinished = true
    if !waiting.isEmpty { try encode(count: waiting.count / 2, from: 0) }
    let padding = Int(encoder.context.pointee.initial_padding)
    if encodedCount > 0 { try encoder.encode(nil, into: &packets) }
    return EncodedSound(
      bytes: packets.bytes, packets: timed(packets.packets), configuration: encoder.extradata,
      sampleCount: encodedCount, padding: padding)
  }

  /// The packets that are heard, each at its time.
  private func timed(_ packets: [EncodedPacket]) -> [EncodedPacket] {
    let padding = Int(encoder.context.pointee.initial_padding)
    var heard: [EncodedPacket] = []
    for (index, packet) in packets.enumerated() {
      var packet = packet
      let start = (drainedPackets + index) * EncodedSound.packetSamples - padding
      guard start < encodedCount else { break }
      packet.presentation = Int64(start)
      packet.decoding = Int64(start)
      packet.duration = Int64(min(EncodedSound.packetSamples, encodedCount - start))
      packet.isKey = true
      heard.append(packet)
    }
    return heard
  }

  private func encode(count: Int, from first: Int) throws(MediaError) {
    let frame = try Frame.allocate()
    let pointer = frame.pointer
    pointer.pointee.format = AV_SAMPLE_FMT_FLTP.rawValue
    pointer.pointee.sample_rate = Int32(EncodedSound.sampleRate)
    pointer.pointee.nb_samples = Int32(count)
    shim_frame_set_stereo(pointer)
    let made = av_frame_get_buffer(pointer, 0)
    guard made >= 0, let left = pointer.pointee.data.0, let right = pointer.pointee.data.1 else {
      throw .unavailable("There was no memory for sound", made)
    }
    left.withMemoryRebound(to: Float.self, capacity: count) { left in
      right.withMemoryRebound(to: Float.self, capacity: count) { right in
        for index in 0..<count {
          left[index] = AudioEncoder.clip(waiting[(first + index) * 2])
          right[index] = AudioEncoder.clip(waiting[(first + index) * 2 + 1])
        }
      }
    }
    pointer.pointee.pts = Int64(encodedCount)
    encodedCount += count
    try encoder.encode(pointer, into: &packets)
  }

  private static func clip(_ sample: Float) -> Float {
    sample.isFinite ? max(-1, min(1, sample)) : 0
  }
}
