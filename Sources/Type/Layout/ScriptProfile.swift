/// What the scripts of a text ask of its layout: language, direction, joined letters.
struct ScriptProfile {
  /// The language that picks glyph variants and line breaking, as Pango names it.
  private(set) var language = "en"
  /// Whether the first letter with a direction runs from right to left.
  private(set) var isRightToLeft = false
  /// Whether some letters join or stack, so that none may be spaced out.
  private(set) var isJoined = false
  /// Whether most letters fill their em, as Chinese, Japanese and Korean ones do.
  private(set) var isFullEm = false

  init(_ text: String) {
    var (han, kana, hangul, letters) = (0, 0, 0, 0)
    var hasDirection = false
    for scalar in text.unicodeScalars.prefix(4096) {
      let value = scalar.value
      switch value {
      case 0x2E80...0x2FDF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: han += 1
      case 0x3040...0x30FF, 0x31F0...0x31FF: kana += 1
      case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7AF: hangul += 1
      default: break
      }
      guard scalar.properties.isAlphabetic else { continue }
      letters += 1
      if !hasDirection {
        hasDirection = true
        isRightToLeft = Self.isRightToLeft(value)
      }
      isJoined = isJoined || Self.joins(value)
    }
    if kana > 0 {
      language = "ja"
    } else if hangul > han {
      language = "ko"
    } else if han > 0 {
      language = "zh-cn"
    }
    isFullEm = (han + kana + hangul) * 2 > letters
  }

  private static func isRightToLeft(_ value: UInt32) -> Bool {
    (0x0590...0x08FF).contains(value) || (0xFB1D...0xFDFF).contains(value)
      || (0xFE70...0xFEFF).contains(value) || (0x10800...0x10FFF).contains(value)
      || (0x1E800...0x1EFFF).contains(value)
  }

  private static func joins(_ value: UInt32) -> Bool {
    (0x0600...0x109F).contains(value) || (0x1780...0x18AF).contains(value)
      || (0xFB50...0xFDFF).contains(value) || (0xFE70...0xFEFF).contains(value)
  }
}
