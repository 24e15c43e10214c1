public import Foundation

extension SpokenAudio {
  /// The sound as a WAVE file (RIFF, Microsoft & IBM 1991): two channels of 16 bits at 48 kHz.
  public var waveFile: Data {
    let bytes = samples.count * 2
    var file = Data(capacity: 44 + bytes)
    func append(_ value: Int, _ count: Int) {
      for index in 0..<count { file.append(UInt8(truncatingIfNeeded: value >> (8 * index))) }
    }
    file.append(contentsOf: Array("RIFF".utf8))
    append(36 + bytes, 4)
    file.append(contentsOf: Array("WAVEfmt ".utf8))
    append(16, 4)
    append(1, 2)
    append(2, 2)
    append(48_000, 4)
    append(48_000 * 4, 4)
    append(4, 2)
    append(16, 2)
    file.append(contentsOf: Array("data".utf8))
    append(bytes, 4)
    for sample in samples {
      append(Int((min(max(sample, -1), 1) * 32_767).rounded()), 2)
    }
    return file
  }
}
