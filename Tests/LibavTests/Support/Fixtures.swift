import Foundation

/// Files written byte by byte.
enum Fixtures {
  /// A WAV of 16-bit samples, `channels` of them interleaved.
  static func wav(_ samples: [Int16], channels: Int, rate: Int) -> [UInt8] {
    let data = samples.flatMap { little(UInt64(UInt16(bitPattern: $0)), 2) }
    let format =
      little(1, 2) + little(UInt64(channels), 2) + little(UInt64(rate), 4)
      + little(UInt64(rate * channels * 2), 4) + little(UInt64(channels * 2), 2) + little(16, 2)
    return Array("RIFF".utf8) + little(UInt64(36 + data.count), 4) + Array("WAVEfmt ".utf8)
      + little(16, 4) + format + Array("data".utf8) + little(UInt64(data.count), 4) + data
  }

  static func little(_ value: UInt64, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  static func big(_ value: UInt64, _ count: Int) -> [UInt8] {
    little(value, count).reversed()
  }

  /// A JPEG with an EXIF orientation put after its start.
  static func oriented(_ jpeg: [UInt8], _ orientation: Int, isLittle: Bool) -> [UInt8] {
    func number(_ value: UInt64, _ count: Int) -> [UInt8] {
      isLittle ? little(value, count) : big(value, count)
    }
    let entry =
      number(0x0112, 2) + number(3, 2) + number(1, 4)
      + number(UInt64(orientation), 2) + [0, 0]
    let exif =
      Array("Exif\0\0".utf8) + Array((isLittle ? "II" : "MM").utf8) + number(42, 2)
      + number(8, 4) + number(1, 2) + entry + number(0, 4)
    return Array(jpeg.prefix(2)) + [0xFF, 0xE1] + big(UInt64(exif.count + 2), 2) + exif
      + jpeg.dropFirst(2)
  }

  /// The position of the first `text` in `bytes`.
  static func position(of text: String, in bytes: [UInt8], from start: Int = 0) -> Int? {
    let wanted = Array(text.utf8)
    guard bytes.count >= wanted.count else { return nil }
    return (start...(bytes.count - wanted.count)).first {
      bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
  }

  /// An MP4 whose first track has another display matrix, given by a, b, c and d.
  static func turned(_ movie: [UInt8], _ matrix: [Int32]) -> [UInt8] {
    var movie = movie
    guard let start = position(of: "tkhd", in: movie) else { return movie }
    let values = [matrix[0], matrix[1], 0, matrix[2], matrix[3], 0, 0, 0]
    for (index, value) in values.enumerated() {
      let scaled = UInt64(UInt32(bitPattern: index % 3 == 2 ? value : value << 16))
      let offset = start + 44 + index * 4
      movie.replaceSubrange(offset..<offset + 4, with: big(scaled, 4))
    }
    return movie
  }
}

/// A small generator that tests print the seed of.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
