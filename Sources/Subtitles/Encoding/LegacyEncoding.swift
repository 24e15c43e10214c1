import Foundation

/// An encoding from before Unicode.
///
/// Which one a file has is told from how well its bytes fit and how common the characters are that
/// they give, as in Li and Momoi, “A composite approach to language/encoding detection” (2001).
struct LegacyEncoding {
  /// How the bytes of a character go together.
  enum Layout {
    case oneByte, gb18030, big5, shiftJIS, eucKR
  }

  let name: String
  let layout: Layout
  let encoding: String.Encoding
  /// The most frequent characters of the languages written in it.
  let frequent: Set<Character>

  static let all: [LegacyEncoding] = [
    LegacyEncoding(
      name: "GB18030", layout: .gb18030, encoding: String.Encoding(rawValue: 0x8000_0632),
      frequent: Set(
        """
        的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里\
        用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实，。？！
        """)),
    LegacyEncoding(
      name: "Big5", layout: .big5, encoding: String.Encoding(rawValue: 0x8000_0A03),
      frequent: Set(
        """
        的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡\
        用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實，。？！
        """)),
    LegacyEncoding(
      name: "Shift_JIS", layout: .shiftJIS, encoding: .shiftJIS,
      frequent: Set(
        """
        のにをはがとでてしたいるなかもれらこさりまそんすあうきくつけえだよちせどめわやおみ、。ーンスルトイラアク\
        日一人何私本気大行見言
        """)),
    LegacyEncoding(
      name: "EUC-KR", layout: .eucKR, encoding: String.Encoding(rawValue: 0x8000_0940),
      frequent: Set(
        """
        이다는을가의에고하한지도로사나기어리은를그자아들서대있수게시라인해정만일부것보전여과니너내오으면우안거요\
        했었없습세네야래제저말
        """)),
    LegacyEncoding(
      name: "windows-1251", layout: .oneByte, encoding: .windowsCP1251,
      frequent: Set("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфёОЕАИНТСВКМДПЯЭ")),
    western,
  ]

  private static let western = LegacyEncoding(
    name: "windows-1252", layout: .oneByte, encoding: .windowsCP1252,
    frequent: Set("éèàâêîôûçùëïüöäßñáíóúåøæãõœÉÈÀÇÜÖÄÑÁÍÓÚÅØÆ¡¿’“”–—…«»°£€"))

  /// The encoding that fits the bytes best; Windows-1252, which fits anything, where none does.
  static func likeliest(for bytes: [UInt8]) -> LegacyEncoding {
    let sample = LegacyEncoding.sample(of: bytes)
    let scored = all.map { ($0, $0.score(sample)) }
    let best = scored.max { $0.1 < $1.1 }
    return best.map { $0.1 > 0.05 ? $0.0 : western } ?? western
  }

  /// Lines that are more than ASCII, up to 32 KB.
  private static func sample(of bytes: [UInt8]) -> [UInt8] {
    var sample: [UInt8] = []
    var start = 0
    while start < bytes.count, sample.count < 1 << 15 {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let line = bytes[start..<min(end, start + 4096)]
      if line.contains(where: { $0 >= 0x80 }) { sample += line + [0x0A] }
      start = end + 1
    }
    return sample
  }

  /// From 0 to 1.
  private func score(_ sample: [UInt8]) -> Double {
    var (units, bad, common, frequentCount, high) = (0, 0, 0, 0, 0)
    var index = 0
    var wasHigh = false
    while index < sample.count {
      let length = self.length(sample, index)
      if length == 1, sample[index] < 0x80 {
        (index, wasHigh) = (index + 1, false)
        continue
      }
      units += 1
      if length == 0 {
        (bad, index) = (bad + 1, index + 1)
        continue
      }
      let unit = sample[index..<index + length]
      if isCommon(unit) { common += 1 }
      if let character = decodeUnit(unit), frequent.contains(character) { frequentCount += 1 }
      if wasHigh { high += 1 }
      wasHigh = true
      index += length
    }
    guard units > 0, bad <= 2 + units / 50 else { return 0 }
    let share = Double(frequentCount - bad) / Double(units)
    switch layout {
    case .oneByte:
      // Cyrillic letters stand together, accented Latin ones alone.
      let together = Double(high) / Double(units)
      return share * (name == "windows-1251" ? together : 1 - together) * 0.8
    default: return 0.8 * share + 0.2 * Double(common) / Double(units)
    }
  }

  /// Whether a unit lies in the part of the table where the common characters are.
  private func isCommon(_ unit: ArraySlice<UInt8>) -> Bool {
    guard unit.count == 2, let lead = unit.first, let trail = unit.last else { return false }
    return switch layout {
    case .oneByte: false
    case .gb18030: (0xB0...0xD7).contains(lead) && trail >= 0xA1
    case .big5: (0xA4...0xC6).contains(lead)
    case .shiftJIS: lead == 0x82 || lead == 0x83
    case .eucKR: (0xB0...0xC8).contains(lead) && trail >= 0xA1
    }
  }

  /// How many bytes the unit at `index` has; 0 where there can be none.
  func length(_ bytes: [UInt8], _ index: Int) -> Int {
    let lead = bytes[index]
    if lead < 0x80 || layout == .oneByte { return 1 }
    func trail(_ offset: Int) -> UInt8 {
      index + offset < bytes.count ? bytes[index + offset] : 0
    }
    let next = trail(1)
    switch layout {
    case .oneByte: return 1
    case .gb18030:
      guard (0x81...0xFE).contains(lead) else { return 0 }
      if (0x30...0x39).contains(next) {
        return (0x81...0xFE).contains(trail(2)) && (0x30...0x39).contains(trail(3)) ? 4 : 0
      }
      return (0x40...0xFE).contains(next) && next != 0x7F ? 2 : 0
    case .big5:
      let fits = (0x40...0x7E).contains(next) || (0xA1...0xFE).contains(next)
      return (0x81...0xFE).contains(lead) && fits ? 2 : 0
    case .shiftJIS:
      if (0xA1...0xDF).contains(lead) { return 1 }
      let leads = (0x81...0x9F).contains(lead) || (0xE0...0xFC).contains(lead)
      return leads && (0x40...0xFC).contains(next) && next != 0x7F ? 2 : 0
    case .eucKR:
      return (0xA1...0xFE).contains(lead) && (0xA1...0xFE).contains(next) ? 2 : 0
    }
  }

  private func decodeUnit(_ unit: ArraySlice<UInt8>) -> Character? {
    String(data: Data(unit), encoding: encoding)?.first
  }

  /// The bytes as UTF-8; what is no character becomes U+FFFD.
  func decode(_ bytes: [UInt8], _ book: inout NoteBook) -> [UInt8] {
    if let text = String(data: Data(bytes), encoding: encoding) { return Array(text.utf8) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 3 / 2)
    for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    {
      if number > 0 { result.append(0x0A) }
      if let text = String(data: Data(line), encoding: encoding) {
        result += text.utf8
      } else {
        book.add(.damagedText, line: number + 1)
        result += units(of: Array(line)).utf8
      }
    }
    return result
  }

  private func units(of line: [UInt8]) -> String {
    var text = ""
    var index = 0
    while index < line.count {
      let length = max(length(line, index), 1)
      if line[index] < 0x80 {
        text.unicodeScalars.append(Unicode.Scalar(line[index]))
      } else {
        text += decodeUnit(line[index..<index + length]).map(String.init) ?? "\u{FFFD}"
      }
      index += length
    }
    return text
  }
}
