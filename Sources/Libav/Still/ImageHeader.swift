import Pixels

/// What a still's bytes say before anything is decoded: its size and how it is turned.
struct ImageHeader {
  private(set) var size: PixelSize?
  private(set) var orientation = Orientation.upright
  /// Whether the picture's last part is missing.
  private(set) var isCutOff = false
  private let bytes: [UInt8]

  /// Reads the header of a JPEG, PNG, WebP or BMP; foreign or broken bytes leave it empty.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let signature = Signature(Array(bytes.prefix(64)))
    if signature.isJPEG {
      readJPEG()
    } else if signature.isPNG {
      readPNG()
    } else if signature.isWebP {
      readWebP()
    } else if signature.isBMP, let width = little(4, at: 18), let height = little(4, at: 22) {
      size = PixelSize(width: width, height: Int(Int32(truncatingIfNeeded: height).magnitude))
    }
  }

  private func big(_ count: Int, at offset: Int) -> Int? {
    guard offset >= 0, offset <= bytes.count - count else { return nil }
    return bytes[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
  }

  private func little(_ count: Int, at offset: Int) -> Int? {
    guard offset >= 0, offset <= bytes.count - count else { return nil }
    return bytes[offset..<offset + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  private func text(_ text: StaticString, at offset: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard offset >= 0, offset <= bytes.count - count else { return false }
    return (0..<count).allSatisfy { bytes[offset + $0] == text.utf8Start[$0] }
  }

  /// Markers up to the frame header (ITU-T T.81, annex B).
  private mutating func readJPEG() {
    var offset = 2
    while let prefix = big(1, at: offset), prefix == 0xFF, let marker = big(1, at: offset + 1) {
      if marker == 0xFF {
        offset += 1
        continue
      }
      guard marker != 0xD9, marker != 0xDA, let length = big(2, at: offset + 2), length >= 2
      else { return }
      if marker == 0xE1, text("Exif\0\0", at: offset + 4) { readEXIF(at: offset + 10) }
      if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
        guard let height = big(2, at: offset + 5), let width = big(2, at: offset + 7) else {
          return
        }
        size = PixelSize(width: width, height: height)
        isCutOff = !hasEndOfImage(after: offset)
        return
      }
      offset += 2 + length
    }
  }

  /// Thumbnails, which end too, come before the frame header; within the picture's own data an
  /// end marker can't appear.
  private func hasEndOfImage(after offset: Int) -> Bool {
    var index = bytes.count - 2
    while index > offset {
      if bytes[index] == 0xFF, bytes[index + 1] == 0xD9 { return true }
      index -= 1
    }
    return false
  }

  /// Chunks up to the first image data, and that those after it are whole (ISO/IEC 15948).
  private mutating func readPNG() {
    guard let width = big(4, at: 16), let height = big(4, at: 20) else { return }
    size = PixelSize(width: width, height: height)
    var offset = 8
    while let length = big(4, at: offset), !text("IDAT", at: offset + 4) {
      if text("eXIf", at: offset + 4) { readEXIF(at: offset + 8) }
      offset += 12 + length
    }
    while let length = big(4, at: offset), !text("IEND", at: offset + 4) {
      offset += 12 + length
    }
    isCutOff = !text("IEND", at: offset + 4)
  }

  /// The canvas or the first picture, and EXIF after it (RFC 9649).
  private mutating func readWebP() {
    var offset = 12
    while let length = little(4, at: offset + 4) {
      let body = offset + 8
      if text("VP8X", at: offset), let w = little(3, at: body + 4), let h = little(3, at: body + 7)
      {
        size = PixelSize(width: w + 1, height: h + 1)
      } else if text("VP8 ", at: offset), size == nil, let w = little(2, at: body + 6),
        let h = little(2, at: body + 8)
      {
        size = PixelSize(width: w & 0x3FFF, height: h & 0x3FFF)
      } else if text("VP8L", at: offset), size == nil, let bits = little(4, at: body + 1) {
        size = PixelSize(width: (bits & 0x3FFF) + 1, height: (bits >> 14 & 0x3FFF) + 1)
      } else if text("EXIF", at: offset) {
        readEXIF(at: text("Exif\0\0", at: body) ? body + 6 : body)
      }
      offset = body + length + (length & 1)
    }
  }

  /// Tag 0x0112 of the first directory (CIPA DC-008, 4.6).
  private mutating func readEXIF(at start: Int) {
    let isLittle = text("II", at: start)
    guard isLittle || text("MM", at: start) else { return }
    func number(_ count: Int, at offset: Int) -> Int? {
      isLittle ? little(count, at: offset) : big(count, at: offset)
    }
    guard let first = number(4, at: start + 4), let count = number(2, at: start + first) else {
      return
    }
    for index in 0..<min(count, 512) {
      let entry = start + first + 2 + index * 12
      if number(2, at: entry) == 0x0112, let value = number(2, at: entry + 8),
        let orientation = Orientation(rawValue: value)
      {
        self.orientation = orientation
        return
      }
    }
  }
}
