import Foundation

/// Makes UTF-8 of a file's bytes, whatever wrote them.
enum TextDecoder {
  /// The text as UTF-8 without its mark of byte order, and the name of what it was.
  static func decode(_ bytes: [UInt8], _ book: inout NoteBook) -> (text: [UInt8], name: String) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return (repaired(Array(bytes.dropFirst(3)), &book), "UTF-8")
    }
    if let width = UnitWidth(of: bytes) {
      return (width.decode(bytes, &book), width.name)
    }
    if isUTF8(bytes) { return (bytes, "UTF-8") }
    if mostlyUTF8(bytes) { return (repaired(bytes, &book), "UTF-8") }
    let legacy = LegacyEncoding.likeliest(for: bytes)
    book.addEncoding(legacy.name)
    return (legacy.decode(bytes, &book), legacy.name)
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
  }

  /// Whether nearly all that isn't ASCII is well-formed UTF-8: a damaged file of that encoding.
  private static func mostlyUTF8(_ bytes: [UInt8]) -> Bool {
    var (good, bad, index) = (0, 0, 0)
    while index < bytes.count {
      let lead = bytes[index]
      index += 1
      guard lead >= 0x80 else { continue }
      let expected = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC2 ? 1 : 0
      var found = 0
      while found < expected, index < bytes.count, bytes[index] & 0xC0 == 0x80 {
        (found, index) = (found + 1, index + 1)
      }
      if expected > 0, found == expected { good += 1 } else { bad += 1 }
    }
    return good > 8 * bad
  }

  private static func repaired(_ bytes: [UInt8], _ book: inout NoteBook) -> [UInt8] {
    if isUTF8(bytes) { return bytes }
    book.add(.damagedText)
    return Array(String(decoding: bytes, as: UTF8.self).utf8)
  }
}

/// Text in units of two or four bytes.
private struct UnitWidth {
  let name: String
  private let size: Int
  private let isBigEndian: Bool
  private let mark: Int

  private init(_ name: String, size: Int, isBigEndian: Bool, mark: Int) {
    self.name = name
    self.size = size
    self.isBigEndian = isBigEndian
    self.mark = mark
  }

  /// What a mark of byte order says, or else where the zeros of digits and line ends lie.
  init?(of bytes: [UInt8]) {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) {
      self.init("UTF-32LE", size: 4, isBigEndian: false, mark: 4)
    } else if bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      self.init("UTF-32BE", size: 4, isBigEndian: true, mark: 4)
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      self.init("UTF-16LE", size: 2, isBigEndian: false, mark: 2)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self.init("UTF-16BE", size: 2, isBigEndian: true, mark: 2)
    } else {
      var zeros = [0, 0]
      let sample = bytes.prefix(4096)
      for (index, byte) in sample.enumerated() where byte == 0 { zeros[index & 1] += 1 }
      let (even, odd) = (zeros[0], zeros[1])
      let enough = max(4, sample.count / 8)
      if odd >= enough, odd > 20 * even {
        self.init("UTF-16LE", size: 2, isBigEndian: false, mark: 0)
      } else if even >= enough, even > 20 * odd {
        self.init("UTF-16BE", size: 2, isBigEndian: true, mark: 0)
      } else {
        return nil
      }
    }
  }

  func decode(_ bytes: [UInt8], _ book: inout NoteBook) -> [UInt8] {
    var units: [UInt32] = []
    units.reserveCapacity(bytes.count / size)
    var index = mark
    while index + size <= bytes.count {
      var unit: UInt32 = 0
      for place in 0..<size {
        let shift = UInt32(8 * (isBigEndian ? size - 1 - place : place))
        unit |= UInt32(bytes[index + place]) << shift
      }
      units.append(unit)
      index += size
    }
    if index < bytes.count { book.add(.damagedText) }
    if size == 4 { return Array(String(decoding: units, as: UTF32.self).utf8) }
    return Array(String(decoding: units.map { UInt16($0) }, as: UTF16.self).utf8)
  }
}
