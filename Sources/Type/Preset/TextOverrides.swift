/// What a draft says about a text's look; what is nil follows the preset.
public struct TextOverrides: Hashable, Sendable {
  /// A font family, as fontconfig knows it.
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
