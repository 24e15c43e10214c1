/// Reads RIFF/WAVE: whole numbers of 8, 16, 24 and 32 bits and floating point, any channels.
///
/// Sizes in the headers are not believed where the bytes end earlier, as they do where a program
/// wrote to a pipe and could not go back.
struct WaveReader {
  private let bytes: [UInt8]

  /// How samples are written down.
  private struct Layout {
    var isFloat: Bool
    var channels: Int
    var rate: Int
    var bits: Int
  }

  /// Nothing that is said in one go takes longer.
  static let mostSeconds = 600

  private static let unusable = SpeechError(
    .badSound, "What the speech engine gave is no WAV sound that can be read; try another engine.")

  /// The sound in a file's bytes, its channels mixed to one.
  static func read(_ bytes: [UInt8]) throws(SpeechError) -> Waveform {
    try WaveReader(bytes: bytes).waveform()
  }

  private func waveform() throws(SpeechError) -> Waveform {
    guard bytes.count >= 12, has("RIFF", at: 0), has("WAVE", at: 8) else { throw Self.unusable }
    var layout: Layout?
    var index = 12
    while index + 8 <= bytes.count {
      let size = number(at: index + 4, bytes: 4)
      let start = index + 8
      let end = min(start + size, bytes.count)
      if has("fmt ", at: index) {
        layout = try self.layout(start, end)
      } else if has("data", at: index) {
        guard let layout else { throw Self.unusable }
        return try waveform(layout, start, end)
      }
      index = start + size + (size & 1)
    }
    throw Self.unusable
  }

  private func layout(_ start: Int, _ end: Int) throws(SpeechError) -> Layout {
    guard end - start >= 16 else { throw Self.unusable }
    var kind = number(at: start, bytes: 2)
    // The extensible form has the kind at the head of a GUID.
    if kind == 0xFFFE, end - start >= 40 { kind = number(at: start + 24, bytes: 2) }
    let layout = Layout(
      isFloat: kind == 3, channels: number(at: start + 2, bytes: 2),
      rate: number(at: start + 4, bytes: 4), bits: number(at: start + 14, bytes: 2))
    let widths = layout.isFloat ? [32, 64] : [8, 16, 24, 32]
    guard kind == 1 || kind == 3, widths.contains(layout.bits), (1...8).contains(layout.channels),
      (4000...192_000).contains(layout.rate)
    else { throw Self.unusable }
    return layout
  }

  private func waveform(
    _ layout: Layout, _ start: Int, _ end: Int
  ) throws(SpeechError) -> Waveform {
    let width = layout.bits / 8
    let frame = width * layout.channels
    let count = (end - start) / frame
    guard count > 0 else {
      throw SpeechError(
        .badSound, "The speech engine gave no sound; check its voice and the text's language.")
    }
    guard count <= Self.mostSeconds * layout.rate else {
      throw SpeechError(
        .badSound, "The speech engine gave more than ten minutes of sound; try a shorter text.")
    }
    var samples: [Float] = []
    samples.reserveCapacity(count)
    for index in 0..<count {
      var sum: Float = 0
      for channel in 0..<layout.channels {
        sum += sample(at: start + index * frame + channel * width, width, layout.isFloat)
      }
      let mixed = sum / Float(layout.channels)
      samples.append(mixed.isFinite ? min(max(mixed, -4), 4) : 0)
    }
    return Waveform(samples: samples, rate: layout.rate)
  }

  private func sample(at index: Int, _ width: Int, _ isFloat: Bool) -> Float {
    if isFloat {
      return width == 4
        ? Float(bitPattern: UInt32(number(at: index, bytes: 4)))
        : Float(Double(bitPattern: bits(at: index, bytes: 8)))
    }
    if width == 1 { return (Float(bytes[index]) - 128) / 128 }
    let unsigned = number(at: index, bytes: width)
    let sign = 1 << (8 * width - 1)
    return Float((unsigned ^ sign) - sign) / Float(sign)
  }

  private func bits(at index: Int, bytes count: Int) -> UInt64 {
    var value: UInt64 = 0
    for place in 0..<count { value |= UInt64(bytes[index + place]) << UInt64(8 * place) }
    return value
  }

  private func number(at index: Int, bytes count: Int) -> Int { Int(bits(at: index, bytes: count)) }

  private func has(_ name: String, at index: Int) -> Bool {
    bytes[index..<index + 4].elementsEqual(name.utf8)
  }
}
