/// Everything that decides how a text looks, and nothing about where it stands.
///
/// Equal specifications draw equal pictures on one machine, so a specification is a cache key.
/// Lengths that belong to the letters (tracking, shadow, plate, outline) are shares of the
/// letters' size and shrink with them where the text has to be fitted. Figures out of range are
/// brought into it when the text is drawn.
public struct TextSpecification: Hashable, Sendable {
  /// The words. Line feeds break lines; other control characters are dropped.
  public var text: String
  /// A font family, as fontconfig knows it, or the name of a `FontStyle`, before the preset's;
  /// several with commas between them; nil for the preset's.
  public var family: String?
  /// Families to fall back on, best first.
  public var fallbackFamilies: [String]
  /// Size of the letters (of the font's em) in pixels; capitals are about 0.7 of it.
  public var letterHeight: Double
  /// Weight of the letters.
  public var weight: TextWeight
  /// Whether letters slant, in the family's italics or, where it has none, oblique.
  public var isItalic: Bool
  /// Whether lines are columns, from top to bottom and from right to left, as in Chinese and
  /// Japanese print. Latin words in them lie on their side.
  public var isVertical: Bool
  /// Colour of the letters.
  public var color: TextColor
  /// Opacity of the letters, 0 to 1.
  public var opacity: Double
  /// How lines stand to each other.
  public var alignment: TextAlignment
  /// Extra room between letters as a share of their size; ignored where letters join.
  public var tracking: Double
  /// From one baseline to the next as a share of the letters' size.
  public var lineSpacing: Double
  /// How the lines after the first line break look; nil where they look the same.
  public var secondary: SecondaryLines?
  /// Shadows, the lowest first.
  public var shadows: [TextShadow]
  /// The plate behind the text; nil for none.
  public var plate: TextPlate?
  /// The line around the letters; nil for none.
  public var outline: TextOutline?
  /// The widest a line may be, in pixels, without the plate's padding.
  public var maximumWidth: Double
  /// The tallest the block may be, in pixels, without the plate's padding.
  public var maximumHeight: Double
  /// The most lines before letters shrink.
  public var maximumLines: Int
  /// The least share of `letterHeight` that letters may shrink to before lines beyond
  /// `maximumLines` are made, and before text beyond `maximumHeight` is cut off with `…`.
  public var minimumScale: Double
  /// Whether lines are broken to be of like length.
  public var isBalanced: Bool

  /// Families of one hand; what they lack comes from any font that has it.
  static let families = [
    "Noto Sans", "Noto Sans Arabic", "Noto Sans Hebrew", "DejaVu Sans", "sans-serif",
  ]

  /// Plain white text in the default family.
  public init(
    text: String, letterHeight: Double, maximumWidth: Double, maximumHeight: Double
  ) {
    self.text = text
    family = nil
    fallbackFamilies = Self.families
    self.letterHeight = letterHeight
    weight = .regular
    isItalic = false
    isVertical = false
    color = .white
    opacity = 1
    alignment = .center
    tracking = 0
    lineSpacing = 1.2
    secondary = nil
    shadows = []
    plate = nil
    outline = nil
    self.maximumWidth = maximumWidth
    self.maximumHeight = maximumHeight
    maximumLines = 100
    minimumScale = 0.5
    isBalanced = true
  }
}
