/// The kind of file that the first bytes announce.
struct Signature {
  private let head: [UInt8]

  init(_ head: [UInt8]) { self.head = head }

  private func has(_ text: StaticString, at offset: Int = 0) -> Bool {
    let count = text.utf8CodeUnitCount
    guard head.count >= offset + count else { return false }
    return (0..<count).allSatisfy { head[offset + $0] == text.utf8Start[$0] }
  }

  private func has(_ bytes: [UInt8]) -> Bool { head.starts(with: bytes) }

  var isJPEG: Bool { has([0xFF, 0xD8, 0xFF]) }
  var isPNG: Bool { has([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) }
  var isWebP: Bool { has("RIFF") && has("WEBP", at: 8) }
  var isBMP: Bool { has("BM") && head.count > 14 && head[6...9].allSatisfy { $0 == 0 } }
  var isAnimatedWebP: Bool { isWebP && has("VP8X", at: 12) && head.count > 20 && head[20] & 2 != 0 }
  var isISOMedia: Bool {
    ["ftyp", "moov", "mdat", "wide", "free", "skip"].contains { has($0, at: 4) }
  }

  /// A kind that is read here, when it is whole.
  var isKnown: Bool {
    isJPEG || isPNG || isWebP || isISOMedia || isBMP || has("GIF8") || has("OggS") || has("fLaC")
      || has("ID3") || (has("RIFF") && (has("WAVE", at: 8) || has("AVI ", at: 8)))
      || has([0x1A, 0x45, 0xDF, 0xA3])
  }

  /// A kind that is known and not read here, as it would be named in a sentence.
  var foreignName: String? {
    if has("ftyp", at: 4) {
      if ["heic", "heix", "mif1", "msf1", "hevc"].contains(where: { has($0, at: 8) }) {
        return "a HEIC photo"
      }
      if has("avif", at: 8) || has("avis", at: 8) { return "an AVIF photo" }
      return nil
    }
    if isAnimatedWebP { return "an animated WebP" }
    if has("#EXTM3U") { return "an HLS playlist" }
    if has("ffconcat") { return "a list of files" }
    if has("v=0") { return "a session description" }
    if has("PK\u{3}\u{4}") { return "a ZIP archive" }
    if has("%PDF") { return "a PDF" }
    if has("II*\u{0}") || has("MM\u{0}*") { return "a TIFF or raw photo" }
    if has("8BPS") { return "a Photoshop file" }
    if isMarkup { return isDash ? "a DASH manifest" : "a web or SVG page" }
    return isText ? "a text file" : nil
  }

  private var isMarkup: Bool {
    let first = head.first { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }
    return first == UInt8(ascii: "<")
  }

  private var isDash: Bool {
    let text = String(decoding: head, as: UTF8.self)
    return text.contains("<MPD")
  }

  private var isText: Bool {
    !head.isEmpty && head.allSatisfy { ($0 >= 0x20 && $0 != 0x7F) || (9...13).contains($0) }
  }
}
