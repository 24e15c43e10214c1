/// How words are drawn; what is nil follows the preset.
public struct TextStyle: Hashable, Sendable {
  /// The preset that everything else refines.
  public var preset: Preset
  /// How the words come.
  public var entrance: Animation?
  /// How they go.
  public var exit: Animation?
  /// A font family, as fontconfig knows it.
  public var font: String?
  /// Height of the letters as a share of the frame's height.
  public var size: Double?
  /// `#RRGGBB`.
  public var color: String?
  /// The text's centre from the left, 0 to 1 of the frame.
  public var x: Double?
  /// The text's centre from the top, 0 to 1 of the frame.
  public var y: Double?
  /// How lines stand to each other.
  public var alignment: Alignment?
  /// Whether the words stand on a plate; nil where the picture beneath decides.
  public var plate: Bool?
  /// Whether the letters are bold; nil follows the preset.
  public var bold: Bool?
  /// Whether Chinese and Japanese stand in columns, from right to left.
  public var vertical: Bool?

  /// A style after `preset`.
  public init(
    preset: Preset = .title, entrance: Animation? = nil, exit: Animation? = nil,
    font: String? = nil, size: Double? = nil, color: String? = nil, x: Double? = nil,
    y: Double? = nil, alignment: Alignment? = nil, plate: Bool? = nil,
    bold: Bool? = nil, vertical: Bool? = nil
  ) {
    self.preset = preset
    self.entrance = entrance
    self.exit = exit
    self.font = font
    self.size = size
    self.color = color
    self.x = x
    self.y = y
    self.alignment = alignment
    self.plate = plate
    self.bold = bold
    self.vertical = vertical
  }

  /// Presets, by their names in a draft (`style`).
  public enum Preset: String, Hashable, Sendable, Codable, CaseIterable {
    case title
    case lowerThird = "lower_third"
    case caption, subtitle, watermark, credits
  }

  /// Ways to come and go, by their names in a draft (`in`, `out`).
  public enum Animation: String, Hashable, Sendable, Codable, CaseIterable {
    case none, fade
    case slideUp = "slide_up"
    case pop, typewriter, words, karaoke
  }

  /// How lines stand to each other, by the name in a draft (`align`).
  public enum Alignment: String, Hashable, Sendable, Codable, CaseIterable {
    case left, center, right
  }
}
