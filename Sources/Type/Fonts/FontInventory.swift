import CPango

/// The fonts that this machine can draw with, as fontconfig lists them.
public struct FontInventory: Sendable {
  /// Names of the families, in alphabetical order.
  public let families: [String]
  let configuration: FontConfiguration?

  /// The machine's fonts, read now. Never fails; `families` is empty where there are none.
  public init() {
    self.init(configuration: nil)
  }

  /// The fonts of a configuration of one's own; nil is the machine's.
  init(configuration: FontConfiguration?) {
    self.configuration = configuration
    let pattern = FcPatternCreate()
    defer { FcPatternDestroy(pattern) }
    families = Self.families(matching: pattern, in: configuration)
  }

  /// How many families there are.
  public var count: Int { families.count }

  /// Whether a family of this name is installed, in any writing of upper and lower case. The
  /// names every machine resolves (`sans-serif`, `serif`, `monospace`, …) count as installed
  /// where there is any font.
  public func has(family: String) -> Bool {
    if Self.generic.contains(family.lowercased()) { return !families.isEmpty }
    guard let pattern = kinora_pattern_of_family(family) else { return false }
    defer { FcPatternDestroy(pattern) }
    return !Self.families(matching: pattern, in: configuration).isEmpty
  }

  /// Whether some font can draw a script.
  public func covers(_ script: Script) -> Bool { !families(for: script).isEmpty }

  /// The families that can draw a script, in alphabetical order.
  public func families(for script: Script) -> [String] {
    let characters = script.sample.unicodeScalars.map(\.value)
    guard
      let pattern = kinora_pattern_of_characters(
        characters, Int32(characters.count), script == .emoji ? 1 : 0)
    else { return [] }
    defer { FcPatternDestroy(pattern) }
    return Self.families(matching: pattern, in: configuration)
  }

  private static let generic: Set<String> = [
    "sans", "sans-serif", "serif", "mono", "monospace", "system-ui", "cursive", "fantasy",
  ]

  private static func families(
    matching pattern: OpaquePointer?, in configuration: FontConfiguration?
  ) -> [String] {
    guard let found = kinora_list_families(configuration?.pointer, pattern) else { return [] }
    defer { FcFontSetDestroy(found) }
    var names = Set<String>()
    for index in 0..<found.pointee.nfont {
      guard let name = kinora_family_at(found, index, 0) else { continue }
      names.insert(String(cString: name))
    }
    return names.sorted()
  }

  /// Scripts that films are titled in.
  public enum Script: String, Hashable, Sendable, CaseIterable {
    /// English and the languages of Western Europe.
    case latin
    /// Russian, Ukrainian, Bulgarian, ….
    case cyrillic
    /// Greek.
    case greek
    /// Chinese.
    case chinese
    /// Japanese kana.
    case japanese
    /// Korean.
    case korean
    /// Arabic.
    case arabic
    /// Hebrew.
    case hebrew
    /// Hindi and its neighbours.
    case devanagari
    /// Thai.
    case thai
    /// Emoji in colour.
    case emoji

    /// Characters that a font of the script holds.
    var sample: String {
      switch self {
      case .latin: "Aaéñß"
      case .cyrillic: "Жя"
      case .greek: "Ωλ"
      case .chinese: "的电视频"
      case .japanese: "あカ"
      case .korean: "한글"
      case .arabic: "عمل"
      case .hebrew: "אם"
      case .devanagari: "हक"
      case .thai: "กไ"
      case .emoji: "😀🎬"
      }
    }
  }
}
