/// What a draft says about a text's look; what is nil follows the preset.
public struct TextOverrides: Hashable, Sendable {
  /// A font family, as fontconfig knows it, or the name of a `FontStyle`.
  public var font: String?
  /// Size of the letters as a share of the frame's height.
  public var size: Double?
  /// Colour of the letters.
  public var color: TextColor?
  /// The text's centre from the left, 0 to 1 of the frame.
  public var x: Double?
  /// The text's centre from the top, 0 to 1 of the frame.
  public var y: Double?
  /// How lines stand to each other; without `x` it also moves the block to that side.
  public var alignment: TextAlignment?
  /// Weight of the letters.
  public var weight: TextWeight?
  /// Whether letters slant.
  public var isItalic: Bool?
  /// Whether lines are columns, as in Chinese print.
  public var isVertical: Bool?
  /// Extra room between letters as a share of their size.
  public var tracking: Double?
  /// From one baseline to the next as a share of the letters' size.
  public var lineSpacing: Double?
  /// What keeps the letters apart from the picture.
  public var protection: TextProtection?
  /// Colour of the plate; makes one where the preset has none.
  public var plateColor: TextColor?
  /// The line around the letters; one of no width takes the preset's away.
  public var outline: TextOutline?
  /// The part of the frame to stay in; nil follows the frame's shape, and the title-safe area
  /// where `x` or `y` is given.
  public var safeArea: SafeArea?

  /// Overrides of a preset.
  public init(
    font: String? = nil, size: Double? = nil, color: TextColor? = nil, x: Double? = nil,
    y: Double? = nil, alignment: TextAlignment? = nil
  ) {
    self.font = font
    self.size = size
    self.color = color
    self.x = x
    self.y = y
    self.alignment = alignment
  }
}
