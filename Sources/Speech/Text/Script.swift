/// What a word is written in.
enum Script: Hashable {
  case latin, number, han, kana, hangul, cyrillic, greek, arabic, hebrew, devanagari, thai, other

  /// The script of a scalar that stands in words; nil for punctuation, spaces and pictures.
  init?(of scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x30...0x39, 0xFF10...0xFF19: self = .number
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: self = .latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
    case 0x400...0x52F: self = .cyrillic
    case 0x590...0x5FF: self = .hebrew
    case 0x600...0x6FF, 0x750...0x77F: self = .arabic
    case 0x900...0x97F: self = .devanagari
    case 0xE00...0xE7F: self = .thai
    case 0x3040...0x30FF, 0x31F0...0x31FF: self = .kana
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x2FFFF, 0x3005:
      self = .han
    case 0xAC00...0xD7AF, 0x1100...0x11FF: self = .hangul
    default:
      guard scalar.properties.isAlphabetic else { return nil }
      self = .other
    }
  }

  /// Whether its words stand without spaces, a character each.
  var isDense: Bool { self == .han || self == .kana }

  /// The language that a word of this script is spoken in, where the sentence's is `main`.
  func language(in main: String) -> String {
    switch self {
    case .latin, .number:
      return Self.latinLess.contains(main) ? "en" : main
    case .han: return ["ja", "zh", "yue", "ko", "hak", "cmn"].contains(main) ? main : "zh"
    case .kana: return "ja"
    case .hangul: return "ko"
    case .cyrillic: return Self.cyrillicLanguages.contains(main) ? main : "ru"
    case .greek: return main == "grc" ? main : "el"
    case .arabic: return ["fa", "ur", "ug", "sd"].contains(main) ? main : "ar"
    case .hebrew: return "he"
    case .devanagari: return ["mr", "ne", "kok"].contains(main) ? main : "hi"
    case .thai: return "th"
    case .other: return main
    }
  }

  private static let latinLess: Set = [
    "zh", "yue", "cmn", "hak", "ja", "ko", "ru", "uk", "bg", "el", "ar", "fa", "ur", "he", "hi",
    "mr", "ne", "th",
  ]
  private static let cyrillicLanguages: Set = [
    "ru", "uk", "bg", "be", "mk", "sr", "kk", "ky", "tt", "ba", "cv",
  ]

  /// The language of a sentence by the scripts of its words.
  static func language(of scripts: [Script]) -> String {
    let seen = Set(scripts)
    if seen.contains(.kana) { return "ja" }
    if seen.contains(.hangul) { return "ko" }
    let first = scripts.first { $0 != .number && $0 != .latin && $0 != .other }
    return first?.language(in: "en") ?? "en"
  }

  /// The primary subtag of a BCP 47 tag, with the names that Chinese goes by brought together.
  static func primaryLanguage(_ tag: String) -> String {
    let parts = tag.lowercased().split { $0 == "-" || $0 == "_" || $0 == "+" }
    guard let primary = parts.first.map(String.init) else { return "en" }
    let isCantonese = primary == "yue" || primary == "zh" && parts.contains { $0 == "hk" }
    if isCantonese { return "yue" }
    return primary == "cmn" || primary == "zh" ? "zh" : primary
  }
}
