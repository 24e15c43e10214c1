import Foundation

/// Writes sound for the peers: stereo at 48 kHz in floating point (RIFF, format 3).
enum WaveFile {
  static func write(_ samples: [Float], to place: URL) throws {
    let bytes = samples.count * 4
    var data = Data()
    func add(_ text: String) { data.append(contentsOf: text.utf8) }
    func add(_ value: some FixedWidthInteger) {
      withUnsafeBytes(of: value.littleEndian) { data.append(contentsOf: $0) }
    }
    add("RIFF")
    add(UInt32(36 + bytes))
    add("WAVEfmt ")
    add(UInt32(16))
    add(UInt16(3))
    add(UInt16(2))
    add(UInt32(48_000))
    add(UInt32(48_000 * 8))
    add(UInt16(8))
    add(UInt16(32))
    add("data")
    add(UInt32(bytes))
    samples.withUnsafeBytes { data.append(contentsOf: $0) }
    try data.write(to: place)
  }
}
