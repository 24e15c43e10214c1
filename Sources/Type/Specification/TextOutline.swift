/// A line around the letters, behind their fill. Colour glyphs (emoji) have none.
public struct TextOutline: Hashable, Sendable {
  /// How far it reaches out of the letters, as a share of their size.
  public var width: Double
  /// Its colour.
  public var color: TextColor
  /// 0 (none) to 1.
  public var opacity: Double

  /// An outline; its width is a share of the letters' size.
  public init(width: Double, color: TextColor = .black, opacity: Double = 1) {
    self.width = width
    self.color = color
    self.opacity = opacity
  }
}
